"""What the article is in reports, spreadsheets, marked-up pages and odd texts, and what holds for every text."""
# ruff: noqa: E501  (a line of a page stands on one line)

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.fields.reader import read_fields
from tongket.reading.furniture.body import find_body
from tongket.reading.keyed import fold
from tongket.terms.document import Document
from tongket.terms.records import DocumentFields

REPORT = """\
TỈNH ỦY LAM GIANG
BAN TUYÊN GIÁO
*
Số 127-BC/BTGTU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Trạch, ngày 20 tháng 12 năm 2024
BÁO CÁO
kết quả công tác tuyên giáo năm 2024,
phương hướng, nhiệm vụ năm 2025
-----
I. KẾT QUẢ
1. Công tác học tập nghị quyết
Năm 2024, ngành tuyên giáo tỉnh Lam Giang tổ chức 52 hội nghị học tập, quán triệt nghị quyết cho 18.300 lượt cán bộ, đảng viên.
- Biên soạn 12 số bản tin nội bộ
II. HẠN CHẾ
Việc nắm tình hình tư tưởng ở một số nơi còn chậm.
Nơi nhận:
- Ban Tuyên giáo Trung ương,
- Lưu VPBTG.
T/M BAN TUYÊN GIÁO
TRƯỞNG BAN
Nông Thị Vân Kiều
"""

ARTICLE = (
    "Hội thi báo cáo viên giỏi huyện Nậm Khoai\n"
    "Ngày 5/6, Ban Tuyên giáo Huyện ủy Nậm Khoai tổ chức hội thi báo cáo viên giỏi với 14 thí sinh đến từ các đảng bộ.\n"
    "Kết quả, ban tổ chức trao 1 giải nhất, 2 giải nhì, 3 giải ba và 4 giải khuyến khích cho các thí sinh dự thi.\n"
)


def body_of(document: Document) -> str:
    """The article's text, its spans joined by a bar."""
    return "|".join(part.of(document.text) for part in find_body(document, fold(document.text)))


def fields_of(document: Document) -> DocumentFields:
    """What the document tells of itself."""
    key = fold(document.text)
    return read_fields(document, key, find_body(document, key))


def test_report_keeps_text_between_letterhead_and_addressees() -> None:
    """Letterhead, rule, addressees and signature of a report are furniture; headings and items are not."""
    body = body_of(document_from_text(REPORT))
    assert body.startswith("BÁO CÁO\nkết quả công tác")
    assert body.endswith("còn chậm.")
    assert "- Biên soạn 12 số bản tin nội bộ" in body
    assert "-----" not in body


def test_report_tells_type_with_subject_day_and_issuer() -> None:
    """The title is type and subject in one line, the day that of the place-and-date line, the issuer the body above."""
    assert fields_of(document_from_text(REPORT)) == DocumentFields(
        "Báo cáo kết quả công tác tuyên giáo năm 2024, phương hướng, nhiệm vụ năm 2025",
        "2024-12-20",
        None,
        "BAN TUYÊN GIÁO",
    )


def test_number_above_the_type_makes_a_report_without_motto_place_and_date() -> None:
    """A report copied without its motto and date still begins at its type and ends before who signs it."""
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ MẪU THÀNH\nSố: 112/BC-UBND\n\nBÁO CÁO\nCông tác dân tộc 6 tháng đầu năm 2025\n\n"
        "Sáu tháng đầu năm, xã tổ chức 5 lớp tập huấn cho 210 người.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Mẫu\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n"
    )
    document = document_from_text(text, "báo cáo.txt")
    (body,) = find_body(document, fold(text))
    assert body.of(text).startswith("BÁO CÁO")
    assert body.of(text).endswith("cho 210 người.")
    fields = read_fields(document, fold(text), (body,))
    assert fields.title == "Báo cáo Công tác dân tộc 6 tháng đầu năm 2025"
    assert fields.publisher == "XÃ MẪU THÀNH"
    assert fields.author is None


def test_annex_below_the_signature_is_read() -> None:
    """Figures in an annex count: the annex below the signature belongs to the body."""
    body = body_of(document_from_text(REPORT + "PHỤ LỤC\nSố liệu học tập nghị quyết\nLớp bồi dưỡng: 14 lớp\n"))
    assert body.endswith("|PHỤ LỤC\nSố liệu học tập nghị quyết\nLớp bồi dưỡng: 14 lớp")
    assert "Nơi nhận" not in body


def test_office_file_without_letterhead_is_kept_whole() -> None:
    """A Word file of bare paragraphs has no furniture, however short its lines are."""
    text = "Kết quả quý I\nMở 3 lớp\nĐăng ký\nTổng số: 120 học viên"
    assert body_of(replace(document_from_text(text), format="docx")) == text


def test_menu_entry_in_capitals_makes_no_report() -> None:
    """A page whose first menu entry is the name of a type of document is still a page."""
    document = document_from_text(
        "BÁO CÁO\nTrang chủ\nĐăng nhập\nTìm kiếm\n" + ARTICLE + "Tin khác\nHội thi năm trước\n"
    )
    assert body_of(document) == ARTICLE.strip()


def test_spreadsheet_is_all_body() -> None:
    """Sheets have no furniture: the cells are the document."""
    document = replace(document_from_text("Đăng nhập\n12\n\n 7\n"), format="xlsx")
    assert body_of(document) == "Đăng nhập\n12\n\n 7"


def test_cells_sign_no_sheet() -> None:
    """A short cell in capitals at a sheet's end is no author, nor is an office's name its publisher."""
    document = replace(document_from_text("BIỂU SỐ LIỆU CÔNG TÁC NĂM 2024\n12\nBan Dân vận\nTT"), format="xlsx")
    assert fields_of(document) == DocumentFields("BIỂU SỐ LIỆU CÔNG TÁC NĂM 2024")


def test_report_that_lost_its_capitals_is_still_a_report() -> None:
    """Texts out of old fonts come in small letters: number, place and day still make the lines above a letterhead."""
    document = document_from_text(
        "Huyện ủy Sơn Trạch\nSố 58-BC/BTGHU\nSơn Trạch, ngày 12 tháng 12 năm 2023\nBáo cáo\nkết quả công tác năm 2023\n"
        "I. Kết quả\n1. Tổ chức 16 hội nghị học tập nghị quyết\nTrưởng ban\nLục Văn Khải\n"
    )
    assert body_of(document).startswith("Báo cáo\nkết quả")
    assert body_of(document).endswith("học tập nghị quyết")
    assert fields_of(document).title == "Báo cáo kết quả công tác năm 2023"
    assert fields_of(document).published == "2023-12-12"


def test_software_is_no_author() -> None:
    """The name that office software enters by itself is nobody's."""
    document = replace(document_from_text(ARTICLE), properties=(("author", "Administrator"),))
    assert fields_of(document).author is None


def test_link_to_a_newspaper_in_the_menu_is_no_publisher() -> None:
    """Newspapers that a page links to below its article have not published it."""
    document = document_from_text(ARTICLE + "Liên kết website\nBáo Sơn Trạch\nBáo Nậm Khoai cuối tuần\n")
    assert fields_of(document).publisher is None


def test_headline_given_twice_begins_a_list_of_other_articles() -> None:
    """A site's words for its lists need not be known: headlines that stand twice, each over a lead, are a list."""
    others = "".join(
        f"{name} ra quân đầu năm\n{name} ra quân đầu năm\nSáng 6/6, huyện {name} ra quân nạo vét kênh mương nội đồng với "
        "hơn 300 đoàn viên, thanh niên và bà con nông dân tham gia.\n"
        for name in ("Sơn Trạch", "Đông Thành", "Thạch Khê")
    )
    assert body_of(document_from_text(ARTICLE + "Bài khác cùng số\n" + others)).startswith(ARTICLE.strip())
    assert "Thạch Khê" not in body_of(document_from_text(ARTICLE + "Bài khác cùng số\n" + others))


def test_lines_marked_as_furniture_are_left_out() -> None:
    """What the reader of a format marks as no part of the article is left out even where it looks like prose."""
    extra = "Huyện Nậm Khoai kính chúc đồng bào các dân tộc trong huyện một năm mới an khang, thịnh vượng, vạn sự như ý muốn.\n"
    document = document_from_text(ARTICLE + extra)
    marked = replace(document, lines=(*document.lines[:-1], document.lines[-1]._replace(article=False)))
    assert body_of(document) == (ARTICLE + extra).strip()
    assert body_of(marked) == ARTICLE.strip()


def test_marks_that_would_leave_nothing_are_not_believed() -> None:
    """Where every line is marked as furniture the marks are wrong and the text is read."""
    document = document_from_text(ARTICLE)
    marked = replace(document, lines=tuple(line._replace(article=False) for line in document.lines))
    assert body_of(marked) == ARTICLE.strip()


def test_properties_tell_what_the_text_does_not() -> None:
    """The file's own title, author and date are taken where the text has none, and only there."""
    lead = ARTICLE.split("\n", 1)[1]
    told = (("title", "Hội thi báo cáo viên giỏi"), ("author", "Lò Thị Sương"), ("published", "2021-06-05T08:00:00Z"))
    assert fields_of(replace(document_from_text(lead), properties=told)) == DocumentFields(
        "Hội thi báo cáo viên giỏi", "2021-06-05", "Lò Thị Sương", None
    )
    assert fields_of(replace(document_from_text(ARTICLE + "Vi Thị Chung\n"), properties=told)).author == "Vi Thị Chung"


def test_prose_alone_has_no_title() -> None:
    """A text that begins with its lead has no headline, and none is made up."""
    document = document_from_text(ARTICLE.split("\n", 1)[1])
    assert body_of(document) == ARTICLE.split("\n", 1)[1].strip()
    assert fields_of(document) == DocumentFields()


def test_table_bar_and_no_break_space_end_a_span() -> None:
    """What a table's cell leaves behind a line is no part of the article."""
    first, second, third = ARTICLE.strip().split("\n")
    assert body_of(document_from_text(f"{first}\n{second} |\n\u00a0{third}\u00a0")) == f"{first}\n{second}|{third}"


def test_empty_text_has_no_body() -> None:
    """Nothing in, nothing out."""
    assert find_body(document_from_text(""), "") == ()
    assert find_body(document_from_text(" \n\u00a0\n"), fold(" \n\u00a0\n")) == ()
    assert fields_of(document_from_text("")) == DocumentFields()


_ODD_LINES = st.sampled_from(
    ["BÁO CÁO", "Nơi nhận:", "Trang chủ", "30/07/2019", "31/02/2019", "[img]", "TIN ĐÃ ĐƯA", "Tags: a", "|", "# ", "date 2020-01 ", "Lê Na",
     "Số: 1/BC-A", "T/M BAN", "- a", "", " ", "ĐẢNG CỘNG SẢN VIỆT NAM", "Theo báo", "Nguồn:", "K, ngày 1 tháng 2 năm 2020",
     *ARTICLE.split("\n")]
)  # fmt: skip
_TEXTS = st.one_of(st.text(), st.lists(st.one_of(_ODD_LINES, st.text(max_size=30)), max_size=20).map("\n".join))


@given(_TEXTS, st.sampled_from(["txt", "html", "docx", "pdf", "xlsx"]))
def test_spans_are_sorted_disjoint_and_trimmed(text: str, form: str) -> None:
    """Of any text the spans lie inside it, follow one another and have no white space at either end."""
    document = replace(document_from_text(text), format=form)
    key = fold(document.text)
    body = find_body(document, key)
    reached = 0
    for part in body:
        assert reached <= part.start < part.end <= len(document.text)
        assert part.of(document.text) == part.of(document.text).strip()
        reached = part.end
    assert body == find_body(document, key)
    assert body or not any(char.isalnum() for char in document.text)


@given(_TEXTS)
def test_fields_quote_the_text(text: str) -> None:
    """Of any text a plain page's title and author are words of the text itself, and the day is a real day."""
    document = document_from_text(text)
    fields = fields_of(document)
    assert fields.author is None or fields.author in document.text
    assert fields.published is None or len(fields.published) == len("2019-07-30")
