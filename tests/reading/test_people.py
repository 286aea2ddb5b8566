"""Officials: which names are persons in office, and one record a person."""

import pytest

from tongket.reading import read
from tongket.terms.records import Official


def officials(text: str) -> tuple[Official, ...]:
    """Read the officials of a text."""
    return read(text).officials


def names(text: str) -> list[str]:
    """Return the names of the officials of a text."""
    return [official.name for official in officials(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy Nậm Thử, chủ trì hội nghị.", "Lò Văn Mẫu"),
        ("Dự lễ có ông Trần Thử, Giám đốc Sở Y tế.", "Trần Thử"),
        ("Bà Nguyễn Thị Hoài Mẫu, Chủ tịch Hội Nông dân xã, phát biểu.", "Nguyễn Thị Hoài Mẫu"),
        ("Đ/c Phạm Mẫu - Phó Chủ tịch UBND huyện phát biểu.", "Phạm Mẫu"),
        ("Trung tướng Vũ Mẫu Thử, Chính ủy Quân khu, dự lễ.", "Vũ Mẫu Thử"),
        ("PGS.TS. Đào Thị Thử, Hiệu trưởng Trường Cao đẳng Mẫu, trao đổi.", "Đào Thị Thử"),
        ("Ông K’Brơi, Chủ tịch UBND xã Đắk Mẫu, cho biết.", "K’Brơi"),
        ("Ông K'Brơi, Chủ tịch UBND xã Đắk Mẫu, cho biết.", "K'Brơi"),
        ("Ông Bh’riu Tơng, Bí thư Đảng ủy xã, phát biểu.", "Bh’riu Tơng"),
        ("Bà H’Lam Niê, Chủ tịch Hội LHPN xã, phát biểu.", "H’Lam Niê"),
        ("Ông Y Thử Êban, Bí thư Huyện ủy, chủ trì.", "Y Thử Êban"),
        ("Ông Vừ A Mẫu, Trưởng bản Huổi Thử, cho biết.", "Vừ A Mẫu"),
        ("Đồng chí Tống\u00a0Thanh\u00a0Mẫu, Bí thư Thành ủy, phát biểu.", "Tống Thanh Mẫu"),
        ("Đồng chí Ngạc Mẫu Thử, Phó Bí thư Huyện ủy, phát biểu.", "Ngạc Mẫu Thử"),
        ("Phó Chủ tịch UBND tỉnh Cao Mẫu phát biểu.", "Cao Mẫu"),
        ("Bí thư Thành ủy Bà Thử Trần Văn Mẫu trao quà.", "Trần Văn Mẫu"),
        ("Ông Trần Mẫu, Phó Bí thư Đoàn Thanh niên Ngân hàng Thử, dự.", "Trần Mẫu"),
        ("Ông Trần Mẫu, Phó Bí thư Đoàn Trường Đại học Thử, dự.", "Trần Mẫu"),
        ("Ông Trần Mẫu, UVT.Ư Đảng, Bí thư Tỉnh ủy chủ trì.", "Trần Mẫu"),
        ("Dự có các đồng chí: Chúng Thị Mẫu, Phó Chủ tịch UBND huyện.", "Chúng Thị Mẫu"),
        ("Theo bác sĩ Trịnh Mẫu, Giám đốc Bệnh viện Đa khoa huyện, bệnh đã lui.", "Trịnh Mẫu"),
    ],
)
def test_a_person_with_a_post_is_an_official(text: str, name: str) -> None:
    """Names of every people and length are met, after forms of address and degrees, which are no part of them."""
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn thắp hương tại đường Nguyễn Văn Mẫu, thành phố Mẫu.",
        "Lễ phát động diễn ra tại Trường THPT Nguyễn Thị Mẫu Thử.",
        "Hội nghị diễn ra tại huyện Trần Văn Mẫu, tỉnh Mẫu Sơn.",
        "Xã Lê Mẫu đã về đích nông thôn mới.",
        "Ba em được nhận học bổng của Quỹ Vũ Mẫu Thử.",
        "Đoàn đến thăm Mẹ Việt Nam anh hùng Phạm Thị Thử.",
        "Tuổi trẻ toàn huyện học tập tấm gương Chủ tịch Hồ Chí Minh.",
        "Đồng chí Tổng Bí thư Trần Phú là người con ưu tú của Đảng.",
        "Chiến sĩ Điện Biên năm xưa kể chuyện.",
        "Hội nghị do Tỉnh ủy Bình Định tổ chức.",
        "Chị Lò Thị Thử, hộ nghèo ở bản Mẫu, được vay vốn.",
        "Hai em Nguyễn Mẫu và Trần Thử đạt giải Nhất.",
        "Ban Chấp hành Đoàn xã Mường Mẫu đã họp.",
        "Tin, ảnh: Nguyễn Mẫu Thử",
    ],
    ids=[
        "street", "school", "district", "commune", "fund", "mother of heroes", "Hồ Chí Minh", "leader of the past",
        "battle", "province", "poor household", "pupils", "body", "credit",
    ],
)  # fmt: skip
def test_a_name_without_an_office_is_none(text: str) -> None:
    """Streets, schools, places, commemorated persons and people without a post are no officials."""
    assert names(text) == []


def test_a_person_is_one_record() -> None:
    """Whoever is named again adds mentions, posts and roles to the one record, in the order of first mention."""
    text = (
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy Nậm Thử, chủ trì hội nghị. "
        "Dự hội nghị có đồng chí Hà Thị Thử, Chủ tịch UBND huyện.\n"
        "Phát biểu tại hội nghị, đồng chí Lò Văn Mẫu yêu cầu các xã rà soát hộ nghèo."
    )
    first, second = officials(text)
    assert (first.name, first.posts, first.roles) == ("Lò Văn Mẫu", ("Bí thư Huyện ủy Nậm Thử",), ("chair", "speaker"))
    assert [span.of(text) for span in first.spans] == ["Lò Văn Mẫu, Bí thư Huyện ủy Nậm Thử", "Lò Văn Mẫu"]
    assert second.name == "Hà Thị Thử"


def test_a_name_in_another_tone_habit_is_the_same_person() -> None:
    """The place of the tone mark and the case of letters make no second person."""
    text = "Ông Hoàng Thuỳ, Giám đốc Sở Y tế, chủ trì. Ông Hoàng Thùy đề nghị các xã phun thuốc."
    assert [(person.name, len(person.spans)) for person in officials(text)] == [("Hoàng Thuỳ", 2)]


def test_a_post_told_later_makes_the_official() -> None:
    """A person first named without a post is an official from the first mention on."""
    text = "Đồng chí Lò Văn Mẫu chủ trì hội nghị. Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, kết luận hội nghị."
    (person,) = officials(text)
    assert person.spans[0].of(text) == "Lò Văn Mẫu"
    assert person.roles == ("chair", "speaker")


def test_a_post_alone_is_a_mention_of_its_one_holder() -> None:
    """Where one person alone holds a post, the post alone speaks of that person."""
    text = (
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, và đồng chí Hà Thị Thử, Chủ tịch UBND huyện, dự lễ.\n"
        "Chủ tịch UBND huyện trao quà cho các hộ nghèo."
    )
    secretary, chairwoman = officials(text)
    assert [span.of(text) for span in chairwoman.spans][1:] == ["Chủ tịch UBND huyện"]
    assert chairwoman.roles == ("attendee", "awarder")
    assert len(secretary.spans) == 1


def test_a_post_that_two_hold_tells_of_no_one() -> None:
    """A post alone is left alone where several hold it."""
    text = (
        "Dự lễ có các đồng chí Lò Văn Mẫu, Phó Chủ tịch UBND huyện; Hà Thị Thử, Phó Chủ tịch UBND huyện.\n"
        "Phó Chủ tịch UBND huyện trao quà cho các hộ nghèo."
    )
    assert [len(person.spans) for person in officials(text)] == [1, 1]


def test_a_post_that_many_hold_tells_of_no_one() -> None:
    """Members of a committee are many, even where one of them is named."""
    text = "Ông Lò Văn Mẫu, Ủy viên Ban Thường vụ Huyện ủy, chủ trì. Ủy viên Ban Thường vụ Huyện ủy phụ trách các xã."
    assert [len(person.spans) for person in officials(text)] == [1]


def test_an_office_of_the_page_furniture_is_no_official() -> None:
    """What stands outside the article names nobody."""
    text = (
        "Huyện Nậm Thử tổng kết công tác năm 2023\n"
        "Sáng 12/12, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2023.\n"
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, chủ trì hội nghị.\n"
        "Tin, ảnh: Hà Thị Thử\n"
        "Người chịu trách nhiệm: Ông Bùi Mẫu, Trưởng Ban Tuyên giáo Huyện ủy\n"
        "Điện thoại: 0200 123 456\n"
    )
    assert names(text) == ["Lò Văn Mẫu"]


def test_a_form_of_address_opens_a_whole_name() -> None:
    """After a form of address the run of capitals is the name, though its family name is a rare one."""
    assert names("Dự hội nghị có đồng chí Chúng Thị Mẫu, Phó Chủ tịch HĐND tỉnh.") == ["Chúng Thị Mẫu"]
    assert names("Dự hội nghị có đồng chí Siu H’Mẫu - UVBTVHU, Trưởng Ban Dân vận Huyện ủy.") == ["Siu H’Mẫu"]
