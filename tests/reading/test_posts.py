"""Posts: which stand beside a name, where each ends, and how it is written in full."""

import pytest

from tongket.reading import read


def posts(text: str) -> dict[str, tuple[str, ...]]:
    """Return the posts of each official of a text."""
    return {person.name: person.posts for person in read(text).officials}


MAU, THU = "Lò Văn Mẫu", "Hà Thị Thử"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, chủ trì.", ["Bí thư Huyện ủy"]),
        ("Đồng chí Lò Văn Mẫu - Bí thư Huyện ủy chủ trì.", ["Bí thư Huyện ủy"]),
        ("Đồng chí Lò Văn Mẫu – Bí thư Huyện ủy – chủ trì.", ["Bí thư Huyện ủy"]),
        ("Đồng chí Bí thư Huyện ủy Lò Văn Mẫu chủ trì.", ["Bí thư Huyện ủy"]),
        ("Bí thư Huyện ủy Nậm Thử Lò Văn Mẫu chủ trì.", ["Bí thư Huyện ủy Nậm Thử"]),
        ("Chủ tịch UBND huyện, đồng chí Lò Văn Mẫu chủ trì.", []),
        ("Đồng chí Lò Văn Mẫu là Bí thư Đảng ủy xã Mẫu.", ["Bí thư Đảng ủy xã Mẫu"]),
        ("Đồng chí Lò Văn Mẫu, nguyên Bí thư Huyện ủy, dự.", ["nguyên Bí thư Huyện ủy"]),
        ("Đồng chí Lò Văn Mẫu, Quyền Giám đốc Sở Y tế, dự.", ["Quyền Giám đốc Sở Y tế"]),
        ("Nguyên Chủ tịch UBND huyện Lò Văn Mẫu dự lễ.", ["Nguyên Chủ tịch UBND huyện"]),
        (
            "Đồng chí Lò Văn Mẫu, Bí thư Đảng ủy, kiêm Chủ tịch UBND xã Mẫu, dự.",
            ["Bí thư Đảng ủy xã Mẫu", "Chủ tịch UBND xã Mẫu"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Phó Bí thư Huyện ủy kiêm Chủ tịch HĐND huyện, dự.",
            ["Phó Bí thư Huyện ủy", "Chủ tịch HĐND huyện"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy, dự.",
            ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Tuyên giáo Tỉnh ủy"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, UVBTV, Trưởng BTG Tỉnh ủy, dự.",
            ["UVBTV Tỉnh ủy", "Trưởng BTG Tỉnh ủy"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Tỉnh ủy viên, Bí thư Huyện ủy Nậm Thử, dự.",
            ["Tỉnh ủy viên", "Bí thư Huyện ủy Nậm Thử"],
        ),
        (
            "Đồng chí Lò Văn Mẫu - TUV, Giám đốc Sở LĐ-TB&XH dự.",
            ["TUV", "Giám đốc Sở LĐ-TB&XH"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Phó Bí thư, Chủ tịch UBND huyện, dự.",
            ["Phó Bí thư", "Chủ tịch UBND huyện"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Giám đốc Sở Văn hóa, Thể thao và Du lịch, dự.",
            ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Bà Lò Văn Mẫu, Chủ tịch Hội Liên hiệp Phụ nữ (LHPN) huyện, dự.", ["Chủ tịch Hội LHPN huyện"]),
        ("Ông Lò Văn Mẫu, Trưởng ban Tổ chức Huyện ủy phát biểu.", ["Trưởng ban Tổ chức Huyện ủy"]),
        ("Ông Lò Văn Mẫu, Trưởng Ban Chỉ đạo 35 huyện, phát biểu.", ["Trưởng Ban Chỉ đạo 35 huyện"]),
        ("Ông Lò Văn Mẫu, Vụ trưởng Vụ Địa phương, Ban Tổ chức Mẫu, dự.", ["Vụ trưởng Vụ Địa phương, Ban Tổ chức Mẫu"]),
        ("Ông Lò Văn Mẫu, Phó Chủ tịch UBND TP. Mẫu Sơn, dự.", ["Phó Chủ tịch UBND TP. Mẫu Sơn"]),
        ("Thiếu tướng Lò Văn Mẫu, Giám đốc Công an tỉnh, dự.", ["Giám đốc Công an tỉnh"]),
        ("Ông Lò Văn Mẫu giữ chức Chủ tịch Hội Cựu chiến binh xã.", ["Chủ tịch Hội Cựu chiến binh xã"]),
        ("Ông Lò Văn Mẫu được bầu giữ chức Chủ tịch Hội Nông dân xã.", ["Chủ tịch Hội Nông dân xã"]),
        ("Ông Lò Văn Mẫu, Bí thư Huyện ủy, làm Trưởng đoàn.", ["Bí thư Huyện ủy", "Trưởng đoàn"]),
        ("Ông Lò Văn Mẫu (Trưởng bản Mẫu) cho biết bà con phấn khởi.", ["Trưởng bản Mẫu"]),
        ("Ông Lò Văn Mẫu, Chi hội trưởng Chi hội Nông dân bản Mẫu, dự.", ["Chi hội trưởng Chi hội Nông dân bản Mẫu"]),
        ("Ông Lò Văn Mẫu, Giám đốc Nhà hát Kịch Mẫu, dự.", ["Giám đốc Nhà hát Kịch Mẫu"]),
        ("Ông Lò Văn Mẫu, Trưởng thôn Mẫu, cho biết.", ["Trưởng thôn Mẫu"]),
        ("Đồng chí Lò Văn Mẫu, Phó Trưởng ban Thường trực Ban Dân vận Huyện ủy, dự.",
         ["Phó Trưởng ban Thường trực Ban Dân vận Huyện ủy"]),
        ("Thủ tướng Lò Văn Mẫu chủ trì phiên họp.", ["Thủ tướng"]),
        ("Ông Lò Văn Mẫu - Trưởng Ban Chỉ đạo tỉnh về phòng chống thiên tai cùng chủ trì.",
         ["Trưởng Ban Chỉ đạo tỉnh về phòng chống thiên tai"]),
        ("Ông Lò Văn Mẫu, Phó Tổng Kiểm toán Nhà nước phát  biểu.", ["Phó Tổng Kiểm toán Nhà nước"]),
        ("Dự có ông Lò Văn Mẫu, Trưởng phòng Môi trường huyện…", ["Trưởng phòng Môi trường huyện"]),
        ("Ông Lò Văn Mẫu - PCT. UBND xã, phát biểu.", ["Phó Chủ tịch Ủy ban nhân dân xã"]),
        ("Đồng chí Lò Văn Mẫu, Phó Bí thư TT Huyện ủy, dự.", ["Phó Bí thư TT Huyện ủy"]),
    ],
)  # fmt: skip
def test_posts_beside_a_name(text: str, held: list[str]) -> None:
    """Posts before and after a name are found, each ends with its organisation, and titles share what follows them."""
    expected = tuple(map(in_full, held))
    assert posts(text).get(MAU, ()) == expected


def in_full(post: str) -> str:
    """Write out the short forms that the rows above use."""
    for short, words in {
        "LĐ-TB&XH": "Lao động - Thương binh và Xã hội", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân",
        "LHPN": "Liên hiệp Phụ nữ", "UVBTV": "Ủy viên Ban Thường vụ", "BTG": "Ban Tuyên giáo",
        "TUV": "Tỉnh ủy viên", "Phó Bí thư TT": "Phó Bí thư Thường trực", "TP. ": "Thành phố ",
    }.items():  # fmt: skip
        post = post.replace(short, words)
    return post


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Dự lễ có các đồng chí Phó Chủ tịch UBND huyện: Lò Văn Mẫu, Hà Thị Thử.",
            ["Phó Chủ tịch UBND huyện"],
            ["Phó Chủ tịch UBND huyện"],
        ),
        (
            "Dự lễ có các Phó Bí thư Huyện ủy: Lò Văn Mẫu, Chủ tịch HĐND huyện; Hà Thị Thử, Chủ tịch UBND huyện.",
            ["Phó Bí thư Huyện ủy", "Chủ tịch HĐND huyện"],
            ["Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"],
        ),
        (
            "Dự lễ có các đồng chí Lò Văn Mẫu, Hà Thị Thử, Phó Chủ tịch UBND huyện.",
            ["Phó Chủ tịch UBND huyện"],
            ["Phó Chủ tịch UBND huyện"],
        ),
        (
            "Dự lễ có các đồng chí: Lò Văn Mẫu và Hà Thị Thử - Phó Chủ tịch UBND huyện.",
            ["Phó Chủ tịch UBND huyện"],
            ["Phó Chủ tịch UBND huyện"],
        ),
        (
            "Dự lễ có Phó Giám đốc Sở Y tế Lò Văn Mẫu và Hà Thị Thử.",
            ["Phó Giám đốc Sở Y tế"],
            ["Phó Giám đốc Sở Y tế"],
        ),
        (
            "Dự lễ có đồng chí Lò Văn Mẫu, Bí thư Huyện ủy; đồng chí Hà Thị Thử, Chủ tịch UBND huyện.",
            ["Bí thư Huyện ủy"],
            ["Chủ tịch UBND huyện"],
        ),
        (
            "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy và đồng chí Hà Thị Thử, Chủ tịch UBND huyện, dự lễ.",
            ["Bí thư Huyện ủy"],
            ["Chủ tịch UBND huyện"],
        ),
        (
            "Bí thư Huyện ủy Lò Văn Mẫu và Chủ tịch UBND huyện Hà Thị Thử dự lễ.",
            ["Bí thư Huyện ủy"],
            ["Chủ tịch UBND huyện"],
        ),
        (
            "Ông Lò Văn Mẫu gặp đồng chí Hà Thị Thử, Chủ tịch UBND huyện.",
            [],
            ["Chủ tịch UBND huyện"],
        ),
    ],
    ids=[
        "title before a colon", "title before a colon and own posts", "shared backwards", "shared backwards with và",
        "title before two names", "a list parted by semicolons", "two with và", "two post-first", "the other's post",
    ],
)  # fmt: skip
def test_posts_of_several_names(text: str, first: list[str], second: list[str]) -> None:
    """A post that a list shares is everyone's; another's own post is not."""
    held = posts(text)
    assert held.get(MAU, ()) == tuple(map(in_full, first))
    assert held.get(THU, ()) == tuple(map(in_full, second))


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ("Bí thư Huyện ủy Nậm Thử", ("Bí thư Huyện ủy Nậm Thử",)),
        ("Bí thư", ("Bí thư Huyện ủy",)),
        ("BÍ THƯ HUYỆN UỶ", ("Bí thư Huyện ủy",)),
        ("Trưởng Ban Chỉ đạo huyện", ("Bí thư Huyện ủy", "Trưởng Ban Chỉ đạo huyện")),
    ],
    ids=["longer", "shorter", "the same in another spelling", "another"],
)
def test_a_post_stands_once_in_its_fullest_form(more: str, held: tuple[str, ...]) -> None:
    """Of two ways of giving one post the fuller stays; another post is added."""
    text = f"Ông Lò Văn Mẫu, Bí thư Huyện ủy, chủ trì hội nghị. Ông Lò Văn Mẫu, {more}, kết luận hội nghị."
    assert posts(text)[MAU] == held


def test_a_short_form_the_document_explains_is_written_out() -> None:
    """A short form in a post takes the words that the document itself gives it."""
    text = "Hội Khuyến học Vui (HKHV) ra mắt. Ông Lò Văn Mẫu, Chủ tịch HKHV, phát biểu."
    assert posts(text)[MAU] == ("Chủ tịch Hội Khuyến học Vui",)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ông Lò Văn Mẫu, Bí thư Đảng ủy, Giám đốc Bưu điện huyện Nậm Thử, dự.",
         ("Bí thư Đảng ủy Bưu điện huyện Nậm Thử", "Giám đốc Bưu điện huyện Nậm Thử")),
        ("Ông Lò Văn Mẫu, Bí thư Chi bộ, Giám đốc Trung tâm Y tế huyện, dự.",
         ("Bí thư Chi bộ Trung tâm Y tế huyện", "Giám đốc Trung tâm Y tế huyện")),
        ("Ông Lò Văn Mẫu, Bí thư Đảng ủy, Chủ tịch HĐQT Công ty Sao Sáng, dự.",
         ("Bí thư Đảng ủy Công ty Sao Sáng", "Chủ tịch Hội đồng quản trị Công ty Sao Sáng")),
        ("Ông Lò Văn Mẫu, Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch HĐND xã, dự.",
         ("Ủy viên Ban Thường vụ Đảng ủy", "Phó Chủ tịch Hội đồng nhân dân xã")),
        ("Ông Lò Văn Mẫu giữ chức vụ Phó Chủ tịch Hội Người cao tuổi xã Mẫu khóa I, nhiệm kỳ 2026 - 2031.",
         ("Phó Chủ tịch Hội Người cao tuổi xã Mẫu",)),
        ("Ông Lò Văn Mẫu – TUV Phó Chủ tịch HĐND tỉnh, dự.", ("Tỉnh ủy viên", "Phó Chủ tịch Hội đồng nhân dân tỉnh")),
        ("Ông Lò Văn Mẫu, Phó Trưởng đoàn Đoàn Đại biểu quốc hội tỉnh, dự.",
         ("Phó Trưởng đoàn Đoàn Đại biểu quốc hội tỉnh",)),
        ("Ông Lò Văn Mẫu, Phó Trưởng ban thường trực Ban chỉ đạo Thi đua huyện, dự.",
         ("Phó Trưởng ban thường trực Ban chỉ đạo Thi đua huyện",)),
        ("Ông Lò Văn Mẫu, Trưởng Ban Văn hóa - Xã hội, HĐND tỉnh, dự.",
         ("Trưởng Ban Văn hóa - Xã hội, Hội đồng nhân dân tỉnh",)),
        ("Ông Lò Văn Mẫu, Giám đốc Trung tâm Sáng tạo và Ươm mầm, Trường Đại học Mẫu, dự.",
         ("Giám đốc Trung tâm Sáng tạo và Ươm mầm, Trường Đại học Mẫu",)),
        ("Ông Lò Văn Mẫu, Trưởng phòng Nội vụ huyện, Công an huyện dự.", ("Trưởng phòng Nội vụ huyện",)),
        ("Ông Lò Văn Mẫu - Chỉ huy phó - Ban Chỉ huy Quân sự huyện, dự.", ("Chỉ huy phó Ban Chỉ huy Quân sự huyện",)),
        ("Ông Lò Văn Mẫu - UVTV Huyện ủy - Trợ giúp viên huyện dự.", ("Ủy viên Thường vụ Huyện ủy",)),
        ("Ông Lò Văn Mẫu – Phó Bí thư/Chủ tịch UBND xã dự.", ("Phó Bí thư", "Chủ tịch Ủy ban nhân dân xã")),
        ("Dự có đồng chí Lò Văn Mẫu Phó Chủ tịch UBND xã.", ("Phó Chủ tịch Ủy ban nhân dân xã",)),
        ("Dự có Vụ trưởng Vụ Sách (Bộ Mẫu mực) Lò Văn Mẫu.", ("Vụ trưởng Vụ Sách (Bộ Mẫu mực)",)),
        ("Ông Lò Văn Mẫu, Phó Trưởng Ban Chỉ đạo phòng, chống rét huyện, dự.",
         ("Phó Trưởng Ban Chỉ đạo phòng, chống rét huyện",)),
        ("Ông Lò Văn Mẫu, Hiệu trưởng Trường Mẫu và các đơn vị trực thuộc dự.", ("Hiệu trưởng Trường Mẫu",)),
        ("Ông Lò Văn Mẫu, Bí thư Ban cán sự đảng, Chánh án, dự.", ("Bí thư Ban cán sự đảng", "Chánh án")),
        ("Ông Lò Văn Mẫu, Bí thư Thành Đoàn Nậm Thử, dự.", ("Bí thư Thành Đoàn Nậm Thử",)),
        ("Ông Lò Văn Mẫu, Trưởng BCĐ 35 huyện, dự.", ("Trưởng Ban Chỉ đạo 35 huyện",)),
        ("Ông Lò Văn Mẫu, Chủ tịch HÐND xã, dự.", ("Chủ tịch Hội đồng nhân dân xã",)),
        ("Ông Lò Văn Mẫu, nguyên Đại sứ Việt Nam tại Lào, dự.", ("nguyên Đại sứ Việt Nam tại Lào",)),
        ("Ông Lò Văn Mẫu, Phó Cục trưởng Cục Sách Bộ Y tế, dự. Ông Lò Văn Mẫu, Phó Cục trưởng Cục Sách, Bộ Y tế, nói.",
         ("Phó Cục trưởng Cục Sách Bộ Y tế",)),
    ],
    ids=["a firm's party", "a branch", "a board", "a bare commune", "its term", "no comma", "deputies", "commission",
         "a committee of a council", "a centre of a school", "another body", "a dash before the body",
         "a dash after a committee", "a stroke", "no mark", "a bracket", "a comma inside", "and the like",
         "a word in lower case", "youth", "a short commission", "an Icelandic letter", "abroad", "a comma less"],
)  # fmt: skip
def test_the_body_of_a_post(text: str, held: tuple[str, ...]) -> None:
    """Whose party committee one leads follows from the firm or school one heads; the term is no part of a post."""
    assert posts(text)[MAU] == held


def test_one_syllable_names_of_the_highlands() -> None:
    """K'Mẫu is a name where a post follows, with no form of address before it."""
    assert posts("Dự có Lò Văn Mẫu, Bí thư Huyện ủy; K'Mẫu - Chủ tịch UBND huyện.")["K'Mẫu"] == (
        "Chủ tịch Ủy ban nhân dân huyện",
    )


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Đồng chí Lò Văn Mẫu - UVBTVHU, Trưởng Ban Dân vận Huyện ủy dự.",
         ["Ủy viên Ban Thường vụ Huyện ủy", "Trưởng Ban Dân vận Huyện ủy"]),
        ("Đồng chí Lò Văn Mẫu - Phó Bí thư Đảng ủy, Hiệu trưởng Nhà trường dự.",
         ["Phó Bí thư Đảng ủy", "Hiệu trưởng Nhà trường"]),
        ("Đồng chí Lò Văn Mẫu - Phó Bí thư Đảng ủy, Chủ tịch UBND xã dự.",
         ["Phó Bí thư Đảng ủy", "Chủ tịch Ủy ban nhân dân xã"]),
        ("Đồng chí Lò Văn Mẫu - Bí thư Đảng ủy, Hiệu trưởng Trường Cao đẳng Mẫu Sơn dự.",
         ["Bí thư Đảng ủy Trường Cao đẳng Mẫu Sơn", "Hiệu trưởng Trường Cao đẳng Mẫu Sơn"]),
        ("Đồng chí Lò Văn Mẫu - Trưởng Ban Ban Tổ chức Tỉnh ủy dự.", ["Trưởng Ban Tổ chức Tỉnh ủy"]),
    ],
)  # fmt: skip
def test_committees_without_a_name_take_none(text: str, held: list[str]) -> None:
    """Whose committee it is follows only from a body with a name; short forms are written out, a doubled word once."""
    assert [post.replace("UBND", "Ủy ban nhân dân") for post in posts(text)["Lò Văn Mẫu"]] == held


def test_a_row_of_posts_that_leads_up_to_a_name_is_that_person_s() -> None:
    """Who has posts before the name takes none behind it that run into the next name, ranks between or not."""
    held = posts("Dự có Bí thư Huyện ủy Lò Văn Mẫu, Trưởng ban Sách - Giám đốc Trung tâm Thử Hà Thị Thử.")
    assert held == {MAU: ("Bí thư Huyện ủy",), THU: ("Trưởng ban Sách", "Giám đốc Trung tâm Thử")}
    held = posts("Dự có Bí thư Huyện ủy Lò Văn Mẫu, Trưởng Công an huyện Thượng tá Hà Thị Thử.")
    assert held == {MAU: ("Bí thư Huyện ủy",), THU: ("Trưởng Công an huyện",)}


def test_a_place_that_could_be_a_name_is_none_where_the_page_knows_it() -> None:
    """A committee of a district that the page tells of ("Huyện ủy Châu Mẫu") names no person."""
    held = posts("Huyện Châu Mẫu họp. Dự có ông Lò Văn Mẫu - Phó Bí thư Huyện ủy Châu Mẫu.")
    assert held == {MAU: ("Phó Bí thư Huyện ủy Châu Mẫu",)}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Đồng chí Lò Văn Mẫu, Bí thư Đảng ủy, Tổng cục trưởng Tổng cục Mẫu, dự.",
            ("Bí thư Đảng ủy Tổng cục Mẫu", "Tổng cục trưởng Tổng cục Mẫu"),
        ),
        (
            "Đồng chí Lò Văn Mẫu, Ủy viên Ban Thường vụ, Phó Giám đốc Học viện Mẫu, dự.",
            ("Ủy viên Ban Thường vụ Học viện Mẫu", "Phó Giám đốc Học viện Mẫu"),
        ),
        (
            "Đồng chí Lò Văn Mẫu - Vụ trưởng Vụ Bồi dưỡng, Ủy ban Kiểm tra Trung ương; các đại biểu dự.",
            ("Vụ trưởng Vụ Bồi dưỡng, Ủy ban Kiểm tra Trung ương",),
        ),
        (
            "Đồng chí Lò Văn Mẫu được Tỉnh ủy chỉ định giữ chức vụ Bí thư Đảng ủy xã Mẫu.",
            ("Bí thư Đảng ủy xã Mẫu",),
        ),
        ("Ông Lò Văn Mẫu, Giám đốc Công ty Cổ phần sữa Mẫu, dự.", ("Giám đốc Công ty Cổ phần sữa Mẫu",)),
        (
            "Ông Lò Văn Mẫu, Bí thư Đảng ủy Khối Mẫu Trung ương tại TPHCM, dự.",
            ("Bí thư Đảng ủy Khối Mẫu Trung ương tại Thành phố Hồ Chí Minh",),
        ),
        (
            "Đồng chí Lò Văn Mẫu, Phó Chủ tịch Ủy ban Quốc gia về thanh niên Việt Nam, dự.",
            ("Phó Chủ tịch Ủy ban Quốc gia về thanh niên Việt Nam",),
        ),
        ("Quay sang bà Lò Thị Mẫu, Phó Bí thư Đảng ủy xã Mẫu, Bí thư Thăng hỏi thăm.", ("Phó Bí thư Đảng ủy xã Mẫu",)),
        (
            "Phó Trưởng Công an phường Mẫu Sơn Trung tá Lò Văn Mẫu phát biểu.",
            ("Phó Trưởng Công an phường Mẫu Sơn",),
        ),
        ("Ông Lò Văn Mẫu, Giám đốc Cảng Tân Sơn Thử, dự.", ("Giám đốc Cảng Tân Sơn Thử",)),
        ("Đồng chí Lò văn Mẫu - Bí thư Huyện ủy dự.", ("Bí thư Huyện ủy",)),
        (
            "Nhà báo Hữu Mẫu, Vụ trưởng, Trưởng Ban Văn hóa Báo Thử, phát biểu.",
            ("Vụ trưởng", "Trưởng Ban Văn hóa Báo Thử"),
        ),
        (
            "Đồng chí Lò Văn Mẫu, Tỉnh ủy viên được điều động công tác, bổ nhiệm giữ chức Giám đốc Sở Thử.",
            ("Tỉnh ủy viên", "Giám đốc Sở Thử"),
        ),
        ("Bí thư Tỉnh ủy Hải Dương Lò Văn Mẫu dự.", ("Bí thư Tỉnh ủy Hải Dương",)),
        ("Bí thư Tỉnh ủy Hải Dương Trần Văn Mẫu dự.", ("Bí thư Tỉnh ủy Hải Dương",)),
        (
            "Ông Lò Văn Mẫu, TV HĐQT, Giám đốc Công ty Thử dự.",
            ("Thành viên Hội đồng quản trị Công ty Thử", "Giám đốc Công ty Thử"),
        ),
        ("Đại hội đồng ý cho ông Lò Văn Mẫu, Chủ tịch HĐQT và bầu lại.", ("Chủ tịch Hội đồng quản trị",)),
        (
            "Trưởng ban chỉ đạo Tổng điều tra nhà ở năm 2019 tỉnh Mẫu Lò Văn Mẫu dự.",
            ("Trưởng ban chỉ đạo Tổng điều tra nhà ở năm 2019 tỉnh Mẫu",),
        ),
        (
            "Ông Lò Văn Mẫu - Phó phòng phụ trách Phòng giao dịch số 2 Phan Thử",
            ("Phó phòng phụ trách Phòng giao dịch số 2 Phan Thử",),
        ),
        ("Phó Chủ tịch Hội Nhà báo Lò Văn Mẫu dự.", ("Phó Chủ tịch Hội Nhà báo",)),
    ],
)
def test_one_person_and_the_posts(text: str, held: tuple[str, ...]) -> None:
    """Ranks, given names, verbs of appointing and small syllables beside a post leave its person and its body whole."""
    assert list(posts(text).values()) == [held]
