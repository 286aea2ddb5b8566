"""Roles: who chairs, attends, speaks and hands over awards, by every way of saying so."""

import pytest

from tongket.reading import read


def roles(text: str) -> dict[str, tuple[str, ...]]:
    """Return the roles of each official of a text."""
    return {person.name: tuple(person.roles) for person in read(text).officials}


MAU, THU = "Lò Văn Mẫu", "Hà Thị Thử"
WHO = "Lò Văn Mẫu, Bí thư Huyện ủy"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Đồng chí {WHO}, chủ trì hội nghị.", ["chair"]),
        (f"Đồng chí {WHO} chủ trì hội nghị.", ["chair"]),
        ("Bí thư Huyện ủy Lò Văn Mẫu đã chủ trì hội nghị.", ["chair"]),
        (f"Hội nghị diễn ra dưới sự chủ trì của đồng chí {WHO}.", ["chair"]),
        (f"Chủ trì hội nghị có đồng chí {WHO}.", ["chair"]),
        (f"Chủ trì: đồng chí {WHO}.", ["chair"]),
        (f"Chủ trì hội nghị là đồng chí {WHO}.", ["chair"]),
        (f"Đồng chí {WHO} đồng chủ trì buổi làm việc.", ["chair"]),
        (f"Đồng chí {WHO}, dự và chủ trì hội nghị.", ["chair"]),
        (f"Đồng chí {WHO}, dự hội nghị.", ["attendee"]),
        (f"Đồng chí {WHO}, đến dự và phát biểu chỉ đạo.", ["attendee", "speaker"]),
        (f"Đồng chí {WHO}, tới dự và trao quà cho bà con.", ["attendee", "awarder"]),
        (f"Dự hội nghị có đồng chí {WHO}.", ["attendee"]),
        (f"Tham dự lễ ra quân có đồng chí {WHO}.", ["attendee"]),
        (f"Về dự đại hội có đồng chí {WHO}.", ["attendee"]),
        (f"Cùng dự có đồng chí {WHO}.", ["attendee"]),
        (f"Đại hội vinh dự được đón đồng chí {WHO}.", ["attendee"]),
        (f"Lễ diễn ra với sự tham dự của đồng chí {WHO}.", ["attendee"]),
        (f"Tới dự và chỉ đạo hội nghị có đồng chí {WHO}.", ["attendee"]),
        (f"Về phía huyện Nậm Thử có đồng chí {WHO}.", ["attendee"]),
        (f"Tại điểm cầu huyện có đồng chí {WHO}.", ["attendee"]),
        (f"Đồng chí {WHO} đã đến dự và chỉ đạo đại hội.", ["attendee"]),
        (f"Về lãnh đạo huyện có đồng chí {WHO}.", ["attendee"]),
        (f"Đồng chí {WHO} nêu kết quả giám sát, điều hành đô thị.", ["speaker"]),
        (f"Đồng chí {WHO}, thay mặt Đoàn Chủ tịch khai mạc đại hội.", ["speaker"]),
        (f"Đồng chí {WHO}, cùng đại diện các phòng, ban tham dự.", ["attendee"]),
        (f"Tham gia đoàn kiểm tra có đồng chí {WHO}.", ["attendee"]),
        (f"Đồng chí {WHO} dẫn đầu đoàn công tác.", []),
        (f"Đồng chí {WHO}, đã tham dự và có bài phát biểu.", ["attendee", "speaker"]),
        (f"Đồng chí {WHO} cùng lãnh đạo Thường trực HĐND huyện chủ trì kỳ họp.", ["chair"]),
        (f"Trao quyết định và phát biểu tại buổi lễ, đồng chí {WHO} chúc mừng.", ["speaker", "awarder"]),
        (f"Đồng chí {WHO}, phát biểu khai mạc hội nghị.", ["speaker"]),
        (f"Phát biểu tại hội nghị, đồng chí {WHO}, biểu dương các xã.", ["speaker"]),
        (f"Kết luận hội nghị, đồng chí {WHO}, đề nghị các xã rà soát.", ["speaker"]),
        (f"Thay mặt Ban Thường vụ, đồng chí {WHO}, đánh giá cao các xã.", ["speaker"]),
        (f"Khai mạc đại hội, đồng chí {WHO}, nêu rõ mục đích.", ["speaker"]),
        (f"Đồng chí {WHO}, thay mặt lãnh đạo huyện, chúc mừng đại hội.", ["speaker"]),
        (f"Đồng chí {WHO} cho biết huyện sẽ mở thêm lớp.", ["speaker"]),
        (f"Đồng chí {WHO} trao giấy khen cho các hộ.", ["awarder"]),
        (f"Đồng chí {WHO}, đã trao tặng quà cho các hộ nghèo.", ["awarder"]),
        (f"Đồng chí {WHO}, phát biểu và trao giải cho các đội.", ["speaker", "awarder"]),
        (f"Theo đồng chí {WHO}, vụ mùa năm nay được mùa.", ["speaker"]),
        (f"Theo chỉ đạo của đồng chí {WHO}, các xã đã ra quân.", []),
        (f"Thực hiện chỉ đạo của đồng chí {WHO}, các xã đã ra quân.", []),
        (f"Đồng chí {WHO} được tặng Bằng khen.", []),
        (f"Các xã đã tiếp thu ý kiến của đồng chí {WHO}.", []),
    ],
)
def test_what_one_official_does(text: str, told: list[str]) -> None:
    """Each role has its verbs and its openers; a chair is not also an attendee; what others say gives no role."""
    assert list(roles(text)[MAU]) == told


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            f"Dự hội nghị có các đồng chí: {WHO}; Hà Thị Thử, Chủ tịch UBND huyện.",
            ["attendee"],
            ["attendee"],
        ),
        (
            f"Đồng chí {WHO} và đồng chí Hà Thị Thử, Chủ tịch UBND huyện, đồng chủ trì hội nghị.",
            ["chair"],
            ["chair"],
        ),
        (
            f"Các đồng chí: {WHO}; Hà Thị Thử, Chủ tịch UBND huyện trao quà cho các cháu.",
            ["awarder"],
            ["awarder"],
        ),
        (
            f"Đồng chí {WHO} chủ trì hội nghị; dự hội nghị có đồng chí Hà Thị Thử, Chủ tịch UBND huyện.",
            ["chair"],
            ["attendee"],
        ),
        (
            f"Dưới sự chủ trì của đồng chí {WHO}, đồng chí Hà Thị Thử, Chủ tịch UBND huyện, trình bày báo cáo.",
            ["chair"],
            ["speaker"],
        ),
        (
            f"Phát biểu tại hội nghị, đồng chí {WHO}, cảm ơn đồng chí Hà Thị Thử, Chủ tịch UBND huyện.",
            ["speaker"],
            [],
        ),
        (
            f"Đồng chí {WHO} trao quyết định cho đồng chí Hà Thị Thử, Chủ tịch UBND huyện.",
            ["awarder"],
            [],
        ),
        (
            f"Về dự có đồng chí {WHO}; đồng chí Hà Thị Thử, Chủ tịch UBND huyện chủ trì hội nghị.",
            ["attendee"],
            ["chair"],
        ),
        (
            "PGS, TS Lò Văn Mẫu, Phó Giám đốc Học viện; PGS, TS Hà Thị Thử, Viện trưởng chủ trì hội thảo.",
            ["chair"],
            ["chair"],
        ),
    ],
    ids=[
        "guests",
        "chairs",
        "awarders",
        "chair and guest",
        "chair and speaker",
        "who is thanked",
        "who is given",
        "a guest and a chair",
        "degrees",
    ],
)
def test_what_several_officials_do(text: str, first: list[str], second: list[str]) -> None:
    """A verb or an opener holds for the list it belongs to, and for nobody else in the sentence."""
    told = roles(text)
    assert list(told[MAU]) == first
    assert list(told[THU]) == second


def test_roles_gather_over_the_text() -> None:
    """What a person does in different sentences stands together, in the order of the format."""
    text = (
        f"Trao giải cho các đội, đồng chí {WHO}, chúc mừng thành tích.\n"
        "Đồng chí Lò Văn Mẫu trao giấy khen cho ba đội. Đồng chí Lò Văn Mẫu đến dự hội thi."
    )
    assert roles(text)[MAU] == ("attendee", "speaker", "awarder")


def test_who_comes_and_speaks_does_both() -> None:
    """Who is said to come and speak has two roles."""
    assert roles("Đến dự và phát biểu tại hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, ghi nhận.")[MAU] == (
        "attendee",
        "speaker",
    )


def test_a_list_of_speakers_speaks() -> None:
    """Those listed after what was presented presented it."""
    told = roles(
        "Các giảng viên trình bày chuyên đề gồm: Ông Lò Văn Mẫu, Giám đốc Sở Y tế và bà Hà Thị Thử, Vụ trưởng."
    )
    assert (told[MAU], told[THU]) == (("speaker",), ("speaker",))


def test_others_may_stand_between_a_speaker_and_the_verb() -> None:
    """Who reports together with others reports."""
    text = "Ông Lò Văn Mẫu, Bí thư Huyện ủy, dự. Ông Lò Văn Mẫu và lãnh đạo các phòng, ban đã báo cáo kết quả."
    assert roles(text)[MAU] == ("attendee", "speaker")


def test_guests_listed_after_chairs_attend() -> None:
    """Who is named after "dự hội nghị có" attends, though chairs are named before in the same sentence."""
    text = (
        f"Chủ trì hội nghị: đồng chí {MAU} - Bí thư Huyện ủy; dự hội nghị có đồng chí {THU} - Phó Chủ tịch UBND huyện."
    )
    assert roles(text) == {MAU: ("chair",), THU: ("attendee",)}


@pytest.mark.parametrize("opening", ["Tham dự Hội nghị có các đồng chí: Đồng chí", "Về thành phần dự Hội nghị: Đ/c"])
def test_a_list_of_guests_goes_on_over_full_stops(opening: str) -> None:
    """A sentence that only names a person and a post goes on with the list before it; one with a verb does not."""
    listed = f"{opening} {MAU} - Bí thư Đảng ủy. Đồng chí {THU} - Phó Bí thư Đảng ủy xã."
    assert roles(listed) == {MAU: ("attendee",), THU: ("attendee",)}
    told = f"{opening} {MAU} - Bí thư Đảng ủy. Đồng chí {THU} - Phó Bí thư Đảng ủy xã đã nghỉ từ tháng trước."
    assert roles(told)[THU] == ()


def test_guests_of_another_place_follow_those_of_the_first() -> None:
    """A sentence that goes on naming who came from elsewhere tells guests as well."""
    text = (
        "Về dự buổi lễ có Thiếu tướng Lò Văn Mẫu, Phó Chủ nhiệm Tổng cục Thử. "
        "Thành phố Phổ Thử có các đồng chí: Hà Thị Thử, Bí thư Thành ủy."
    )
    assert roles(text) == {MAU: ("attendee",), THU: ("attendee",)}


def test_who_sums_up_a_meeting_speaks() -> None:
    """Summing up is a speech, and so is coming forward to make something known."""
    text = (
        "Tổng kết Hội thảo, ông Lò Văn Mẫu - Giám đốc Học viện Thử tóm lược kết quả. "
        "Bà Hà Thị Thử, Trưởng Ban Tổ chức, đã lên công bố quyết định."
    )
    assert roles(text) == {MAU: ("speaker",), THU: ("speaker",)}


def test_who_only_gives_flowers_hands_over_no_award() -> None:
    """Flowers are no award; what is handed over by authority of somebody else is one."""
    text = (
        f"Bí thư Huyện ủy {MAU} tặng hoa chúc mừng. Chủ tịch UBND huyện {THU} thừa ủy quyền trao Bằng khen cho các xã."
    )
    assert roles(text) == {MAU: (), THU: ("awarder",)}
    assert roles(f"Bà {THU}, Bí thư Huyện ủy thừa ủy quyền Chủ tịch UBND tỉnh trao Giấy khen.") == {THU: ("awarder",)}


def test_who_talks_to_a_paper_speaks_at_no_event() -> None:
    """In an article that reports on no event nobody speaks at one; an excerpt may have left its event out."""
    told = f"Ông {WHO}, cho biết: Bà con trong huyện trồng thêm rừng và mở thêm lối đi giữa các bản."
    filler = "\nRừng keo phủ kín những quả đồi từng bỏ hoang, và bà con các bản chia nhau trông coi từng khoảnh một."
    assert roles(told) == {MAU: ("speaker",)}
    assert roles(told + filler * 16) == {MAU: ()}


def test_whose_words_follow_a_colon_speaks() -> None:
    """A name with its post and a colon open that person's words; duties and votes are no words of theirs."""
    assert roles(f"Ông {WHO}: Bà con trồng thêm rừng.") == {MAU: ("speaker",)}
    assert roles(f"Đồng chí {WHO}: Trưởng ban.") == roles(f"Đồng chí {WHO}: 12 phiếu.") == {MAU: ()}
