"""What the figure grammar promises, form by form; every sentence is invented."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.figures.reader import read_figures
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.records import DocumentFields, Figure
from tongket.terms.span import Span


def page_of(text: str) -> Page:
    """Return a page whose body is the whole text."""
    document = document_from_text(text)
    return Page(document, fold(document.text), (Span(0, len(document.text)),), DocumentFields())


def figures_of(text: str, *taken: Span) -> tuple[Figure, ...]:
    """Return the figures of a text."""
    return read_figures(page_of(text), taken)


def told(text: str) -> list[tuple[str, int | float | None, int | float | None, bool, str | None]]:
    """Return kind, bounds, approx and noun of every figure of a text."""
    return [
        (
            figure.kind.value,
            _plain(figure.quantity.low),
            _plain(figure.quantity.high),
            figure.quantity.approx,
            figure.noun,
        )
        for figure in figures_of(text)
    ]


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Đã mở 45 lớp tại huyện.", 45, "lớp"),
        ("Đã mở 05 lớp tại huyện.", 5, "lớp"),
        ("Có 47.612 lượt người tham gia.", 47612, "lượt người"),
        ("Có 2.054.776 lượt người tham gia.", 2054776, "lượt người"),
        ("Có 8 632 lượt người tham gia.", 8632, "lượt người"),
        ("Có 1\u00a0093 lượt người tham gia.", 1093, "lượt người"),
        ("Có 1,200,000 lượt người tham gia.", 1200000, "lượt người"),
        ("Có 150 nghìn lượt người tham gia.", 150000, "lượt người"),
        ("Có 158 ngàn lượt người tham gia.", 158000, "lượt người"),
        ("Có 3 vạn lượt người tham gia.", 30000, "lượt người"),
        ("Có 1,2 triệu lượt người tham gia.", 1200000, "lượt người"),
        ("Có 1,3triệu lượt người tham gia.", 1300000, "lượt người"),
        ("Có 3 nghìn 500 lượt người tham gia.", 3500, "lượt người"),
        ("Gieo cấy được 8.612ha lúa, trồng thêm rau.", 8612, "ha lúa"),
        ("Năng suất đạt 62,4 tạ/ha, cao nhất tỉnh.", 62.4, "tạ/ha"),
        ("Kim ngạch đạt 1,25 tỷ USD.", 1250000000, "USD"),
        ("Sản lượng tăng 2,5 lần so với năm 2015.", 2.5, "lần"),
        ("Nhân dân góp 600 ngày công lao động.", 600, "ngày công lao động"),
        ("Trong số 120 đảng viên được học.", 120, "đảng viên"),
        ("Với tổng số 31 điểm cầu được nối.", 31, "điểm cầu"),
        ("Huyện cấp 350 thẻ bảo hiểm y tế cho người nghèo.", 350, "thẻ bảo hiểm y tế"),
        ("Mỗi ngày 200 lượt khách đến thăm.", 200, "lượt khách"),
        ("Tại xã có 2020 hộ dân.", 2020, "hộ dân"),
    ],
)
def test_one_count_is_read_in_every_way_of_writing_it(text: str, value: float, noun: str) -> None:
    """A count in digits has its value and the noun right after it."""
    assert told(text) == [("count", value, value, False, noun)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approx"),
    [
        ("trên 300 hộ", 300, None, False),
        ("hơn 300 hộ", 300, None, False),
        ("ít nhất 2 hộ", 2, None, False),
        ("tối thiểu 02 hộ", 2, None, False),
        ("không dưới 30 hộ", 30, None, False),
        ("từ 3 hộ trở lên", 3, None, False),
        ("gần 300 hộ", None, 300, False),
        ("dưới 300 hộ", None, 300, False),
        ("chưa đến 300 hộ", None, 300, False),
        ("không quá 30 hộ", None, 30, False),
        ("tối đa 30 hộ", None, 30, False),
        ("khoảng 300 hộ", 300, 300, True),
        ("ước 300 hộ", 300, 300, True),
        ("ước đạt 300 hộ", 300, 300, True),
        ("ước thực hiện 300 hộ", 300, 300, True),
        ("xấp xỉ 300 hộ", 300, 300, True),
        ("khoảng trên 300 hộ", 300, None, True),
        ("300-400 hộ", 300, 400, False),
        ("300 – 400 hộ", 300, 400, False),
        ("từ 300 đến 400 hộ", 300, 400, False),
        ("từ 3 đến 4 nghìn hộ", 3000, 4000, False),
        ("từ 300 hộ đến 400 hộ", 300, 400, False),
    ],
)
def test_qualifiers_open_the_bounds(text: str, low: int | None, high: int | None, approx: bool) -> None:  # noqa: FBT001 - a column of the table
    """Each qualifier does to the bounds what the format says of it, and belongs to the span."""
    sentence = f"Đã giúp được {text} để làm nhà."
    figure = figures_of(sentence)[0]
    assert told(sentence) == [("count", low, high, approx, "hộ")]
    assert figure.span.of(sentence) == text


@pytest.mark.parametrize(
    ("text", "low", "high", "noun"),
    [
        ("đạt tỷ lệ 97,5%.", 97.5, 97.5, None),
        ("đạt tỷ lệ 95,56 %.", 95.56, 95.56, None),
        ("đạt tỷ lệ 97.5%.", 97.5, 97.5, None),
        ("đạt 12 phần trăm.", 12, 12, None),
        ("đạt 61,8% kế hoạch tỉnh giao.", 61.8, 61.8, "kế hoạch"),
        ("đạt 100% so với chỉ tiêu.", 100, 100, None),
        ("có 100% các địa phương, đơn vị đăng ký.", 100, 100, "các địa phương, đơn vị"),
        ("có 85% số hộ đạt chuẩn.", 85, 85, "số hộ"),
        ("đạt trên 48% kế hoạch.", 48, None, "kế hoạch"),
        ("đạt từ 95% trở lên.", 95, None, None),
        ("đạt từ 8,5 - 9%.", 8.5, 9, None),
        ("đạt từ 5% đến 7%.", 5, 7, None),
        ("tăng 1,2 điểm % so với năm trước.", 1.2, 1.2, None),
        ("cao hơn 5% so với năm trước.", 5, 5, None),
    ],
)
def test_percents_have_their_bounds_and_what_they_are_a_share_of(
    text: str, low: float | None, high: float | None, noun: str | None
) -> None:
    """A percent keeps its decimals, and its noun only where one is told right after."""
    assert told(f"Công tác này {text}") == [("percent", low, high, False, noun)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approx"),
    [
        ("30 triệu đồng", 30_000_000, 30_000_000, False),
        ("1 tỷ 278 triệu đồng", 1_278_000_000, 1_278_000_000, False),
        ("394 tỷ 581triệu đồng", 394_581_000_000, 394_581_000_000, False),
        ("3,2 tỷ đồng", 3_200_000_000, 3_200_000_000, False),
        ("10 ngàn tỷ đồng", 10_000_000_000_000, 10_000_000_000_000, False),
        ("140 nghìn 900 tỷ đồng", 140_900_000_000_000, 140_900_000_000_000, False),
        ("1 triệu rưỡi đồng", 1_500_000, 1_500_000, False),
        ("300 nghìn/suất", 300_000, 300_000, False),
        ("2 tỷ", 2_000_000_000, 2_000_000_000, False),
        ("300.000 đồng/tháng", 300_000, 300_000, False),
        ("45 triệu đồng/người/năm", 45_000_000, 45_000_000, False),
        ("hơn 2.774 tỷ đồng", 2_774_000_000_000, None, False),
        ("ước đạt 12 tỷ đồng", 12_000_000_000, 12_000_000_000, True),
        ("từ 30 đến 50 triệu đồng", 30_000_000, 50_000_000, False),
        ("từ 500 nghìn đồng đến 1 triệu đồng/hộ", 500_000, 1_000_000, False),
    ],
)
def test_money_is_read_in_dong_and_has_no_noun(text: str, low: int, high: int | None, approx: bool) -> None:  # noqa: FBT001 - a column of the table
    """Magnitude words are worked into one amount, and what stands after a slash belongs to the span."""
    sentence = f"Kinh phí {text}, chi cho việc khác."
    assert told(sentence) == [("money", low, high, approx, None)]
    assert figures_of(sentence)[0].span.of(sentence) == text


def test_what_falls_is_no_range() -> None:
    """`12 % đến 9 %` is two shares, and each span ends with its sign."""
    sentence = "Tỷ lệ giảm từ 12 % đến 9 %, còn chi giảm từ 5 triệu đồng - 3 triệu đồng."
    spans = [figure.span.of(sentence) for figure in figures_of(sentence)]
    assert spans == ["12 %", "9 %", "5 triệu đồng", "3 triệu đồng"]


def test_a_fraction_is_two_counts_with_one_span() -> None:
    """The part and the whole share noun and span."""
    sentence = "Chi cục đã giải quyết 106/109 hồ sơ đúng hạn."
    part, whole = figures_of(sentence)
    assert [part.quantity.low, whole.quantity.low] == [106, 109]
    assert part.span == whole.span
    assert part.noun == whole.noun == "hồ sơ đúng hạn"


def test_a_fraction_of_the_same_number_is_one_count() -> None:
    """`9/9 xã` says nine once."""
    assert told("Có 9/9 xã đạt.") == [("count", 9, 9, False, "xã")]
    assert [row[1] for row in told("Mới có 2/9 xã đạt.")] == [2, 9]


def test_a_fraction_of_money_takes_the_magnitude_of_its_neighbour() -> None:
    """`12,5/20 tỷ đồng` are both thousands of millions."""
    assert [row[:2] for row in told("Giải ngân 12,5/20 tỷ đồng.")] == [
        ("money", 12_500_000_000),
        ("money", 20_000_000_000),
    ]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Dịp này, hai cá nhân được khen.", 2, "cá nhân"),
        ("Đã lập bốn chi bộ mới.", 4, "chi bộ mới"),
        ("Đã lập mười hai tổ tự quản.", 12, "tổ tự quản"),
        ("Đã lập hai mươi lăm câu lạc bộ.", 25, "câu lạc bộ"),
        ("Đã trao ba trăm suất quà.", 300, "suất quà"),
        ("Đã trao hai nghìn suất quà.", 2000, "suất quà"),
        ("Hơn hai nghìn đoàn viên đã tham gia.", 2000, "đoàn viên"),
    ],
)
def test_number_words_count(text: str, value: int, noun: str) -> None:
    """A number word before something countable is a figure."""
    kind, low, _, _, found = told(text)[0]
    assert (kind, low, found) == ("count", value, noun)


def test_mot_and_nam_count_only_in_an_enumeration() -> None:
    """`một` is mostly an article and `năm` mostly a year."""
    assert [row[1] for row in told("Khen một tập thể và hai cá nhân.")] == [1, 2]
    assert [row[1] for row in told("Khen ba tập thể, năm cá nhân.")] == [3, 5]
    assert told("Đây là một hội nghị lớn. Trong năm cán bộ đã nỗ lực.") == []
    assert [row[1] for row in told("Đây là một xã nghèo, có 3 thôn.")] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "Một trong những kết quả là một số xã đã đi trước một bước.",
        "Hàng trăm hộ, nhiều tập thể và một phần cơ quan tham gia.",
        "Hai bên thống nhất, cả hai xã cùng ký; thứ hai là việc chung.",
        "Ngày 22/3/2023, sáng 9-2, chiều 25.12, ngày 27 - 28/3, từ ngày 2 đến ngày 8/10/2023.",
        "Hội nghị tháng 6/2019, tháng 6.2019, quý I/2024, năm học 2023 - 2024, giai đoạn 2021-2025.",
        "Lúc 7h30, 14:30, 8 giờ, 13 giờ 30.",
        "Trong 6 tháng đầu năm, 5 năm qua, sau 30 ngày, 01 năm trước hạn, 2 tuần.",
        "Kỷ niệm 65 năm ngày thành lập; cụ 80 tuổi; Huy hiệu 30 năm tuổi Đảng.",
        "Kỳ họp thứ 5, khóa 12, lần thứ 49, hạng 3, đợt 2, khóa XVI.",
        "Theo Nghị quyết 18, Chỉ thị số 05, Kế hoạch 12, Chương trình 135, Đề án 06, Công văn số 25-CV/HU.",
        "Ban Chỉ đạo 35 huyện, chính quyền địa phương 2 cấp, Tiểu đoàn 303, Quốc lộ 14, Chi đoàn 2.",
        "Kinh tế tăng trưởng 2 con số, giữ mức hai con số.",
        "Tại khu phố 5, thôn 2 tổ chức họp; Điều 30, khoản 2.",
        "Phòng, chống COVID-19; cách mạng công nghiệp 4.0; mạng 5G; phim 4K.",
        "Điện thoại: 02963.948.128, số 0286575708.",
        'Mô hình “5 không, 3 sạch” và phương châm "4 tại chỗ".',
        "Dịp 30/4, lễ 2/9, Tết Trung thu, ngày 26/3; dịp Quốc khánh 2/9 tỉnh tổ chức diễu hành.",
        "Trao Huy hiệu 40, 50, 60 năm tuổi Đảng đợt 3/2, đợt 2-9 cho các cụ.",
        "1. Kết quả\n2) Hạn chế\n3/ Nhiệm vụ",
        "Tỷ lệ bản đồ 1:500.",
        "Quá 2/3 số phiếu tán thành.",
        "Đồng chí là 1 trong những người đầu tiên.",
        "Đề án 1 triệu ha lúa, Chương trình 1 tỷ cây xanh, sản phẩm 4 sao.",
        "Trạm trực 24/24 giờ, 24/7.",
        "Chi bộ 4 tốt, sinh viên 5 tốt, thanh niên 3 sẵn sàng, bộ phận 1 cửa, phương châm 6 rõ.",
        "Đạt ISO 9001:2015, dịch vụ công mức độ 3, 4; xã khu vực 3; hợp lệ đến 15/11.",
    ],
)
def test_what_does_not_count_is_no_figure(text: str) -> None:
    """Dates, times, spans of time, ordinals, names, models, telephones and list numbers are left alone."""
    assert told(text) == []


def test_the_base_of_a_rate_is_no_figure() -> None:
    """`8,5 bác sĩ/10.000 dân` counts doctors; what comes after another slash is a count of its own."""
    assert [row[1] for row in told("Toàn tỉnh đạt 8,5 bác sĩ/10.000 dân.")] == [8.5]
    assert [row[1] for row in told("Đã mở 50 cuộc/270 lượt người.")] == [50, 270]


def test_numbers_inside_taken_spans_are_left_alone() -> None:
    """What another reader has claimed is no figure."""
    sentence = "Theo Kết luận 7 nội dung, có 12 xã tham gia."
    assert [figure.quantity.low for figure in figures_of(sentence, Span(5, 16))] == [12]


def test_tren_with_a_surface_says_where() -> None:
    """`trên 3 lĩnh vực` counts three fields, `trên 300 hộ` more than three hundred households."""
    assert told("Triển khai trên 3 lĩnh vực.") == [("count", 3, 3, False, "lĩnh vực")]


def test_only_the_body_is_read() -> None:
    """Numbers of the furniture are no figures."""
    text = "Đã xem: 12 lượt\nCó 5 xã tham gia."
    page = Page(document_from_text(text), fold(text), (Span(16, len(text)),), DocumentFields())
    assert [figure.quantity.low for figure in read_figures(page, ())] == [5]


_GROUPS = st.integers(min_value=0, max_value=10**12)


@given(_GROUPS)
def test_any_whole_number_comes_back_from_its_dotted_form(value: int) -> None:
    """Dots between thousands say nothing but the number itself."""
    figure = figures_of(f"Có {value:,} lượt người xem.".replace(",", "."))[0]
    assert figure.quantity.low == figure.quantity.high == value


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=9))
def test_any_decimal_comes_back(whole: int, tenth: int) -> None:
    """A decimal comma keeps the decimals."""
    written = f"{whole:,}".replace(",", ".")
    figure = figures_of(f"Tỷ lệ đạt {written},{tenth}%.")[0]
    assert figure.quantity.low == Decimal(f"{whole}.{tenth}")


_WORDS = " trên |gần |từ | đến |năm |ngày | tỷ | triệu |đồng| hai | một | cá nhân| hộ| và |mươi |trở lên|số |thứ |Ủy "
_PIECES = st.sampled_from([*"0123456789.,/-–%():;“”\"'\n \u00a0İ🎉", *_WORDS.split("|")])


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_is_read_without_error_and_spans_lie_in_it(text: str) -> None:
    """Whatever the text, figures come in order, lie in the text and hold their noun."""
    page = page_of(text)
    figures = read_figures(page, ())
    assert list(figures) == sorted(figures, key=lambda figure: figure.span)
    for figure in figures:
        assert 0 <= figure.span.start < figure.span.end <= len(page.text)
        assert figure.noun is None or figure.noun in figure.span.of(page.text)
        assert figure.quantity.low is not None or figure.quantity.high is not None


@given(st.text(max_size=200))
def test_arbitrary_text_never_raises(text: str) -> None:
    """No text makes the reader fail."""
    assert isinstance(figures_of(text), tuple)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Đã xong (4/11 gói thầu của dự án).",
            [("count", 4, 4, False, "gói thầu"), ("count", 11, 11, False, "gói thầu")],
        ),
        ("Đến hơn tháng 4/2019, việc đã xong.", []),
        ("Di dời đường dây 500kV và trạm 110 kV khỏi thị xã.", []),
        ("Tâm bão ở khoảng 10,6 độ Vĩ Bắc; 118 độ Kinh Đông.", []),
        ("Có hơn một triệu người trong tỉnh.", [("count", 1000000, None, False, "người")]),
        ("Đơn vị hiện có 03 phân kho.", [("count", 3, 3, False, "phân kho")]),
        ("Trường được cấp 3 bằng sáng chế trong năm.", [("count", 3, 3, False, "bằng sáng chế")]),
        ("Giá trị sản phẩm trên 1 ha đất rất cao.", []),
        ("Có 45 chợ, phân bố trên 41 xã.", [("count", 45, 45, False, "chợ"), ("count", 41, 41, False, "xã")]),
        ("Có từ 90% hội viên được xếp loại tốt trở lên.", [("percent", 90, None, False, "hội viên")]),
        ("Đoàn xã tổ chức 04 “Ngày xanh”.", [("count", 4, 4, False, "“Ngày xanh”")]),
        ("Hệ số tăng từ 1,49 lên 1,98.", [("count", 1.49, 1.49, False, None), ("count", 1.98, 1.98, False, None)]),
        ("Tuổi bình quân giảm từ 47,35 xuống 45,14.", []),
    ],
)
def test_numbers_that_look_like_others(
    text: str, read: list[tuple[str, float, float | None, bool, str | None]]
) -> None:
    """Parts of a whole are no day, strength no count, "trên" may tell where, and names in quotes are counted."""
    assert told(text) == read


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Tỷ lệ thu gom rác đạt ≥ 95%.", 95, None),
        ("Mỗi nhóm nhận ≤5 hồ sơ.", None, 5),
        ("Xã thu vượt dự toán tối thiểu từ 7%.", 7, None),
    ],
)
def test_signs_and_least_values_open_the_bounds(text: str, low: int | None, high: int | None) -> None:
    """A sign of comparing bounds its number as the words do."""
    assert [row[1:3] for row in told(text)] == [(low, high)]


def test_a_numbered_commission_and_a_row_of_criteria_count_nothing() -> None:
    """The number of a commission is its name, and so are those of criteria in a row; branches are counted."""
    assert told("Theo chỉ đạo của Ban 389 quốc gia.") == []
    assert told("Các xã thực hiện tốt tiêu chí số 15, 16 xã nông thôn mới.") == []
    assert [row[1] for row in told("Có đến 8/12 chi cục hoàn thành dự toán.")] == [8, 12]
