"""Directives: full numbers, short forms, plena, congresses, each under one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.directives.numbers import read_number
from tongket.reading.directives.reader import read_directives
from tongket.reading.directives.words import issuer_at
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.records import Directive, DocumentFields
from tongket.terms.span import Span


def directives_of(text: str, body: tuple[Span, ...] | None = None) -> tuple[Directive, ...]:
    """Return the directives of a text."""
    document = document_from_text(text)
    whole = (Span(0, len(document.text)),)
    return read_directives(Page(document, fold(document.text), body or whole, DocumentFields()))


def keys_of(text: str) -> list[str]:
    """Return the keys of the directives of a text."""
    return [directive.key for directive in directives_of(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Triển khai Chỉ thị số 05-CT/TW trong toàn huyện.", "05-CT/TW"),
        ("Triển khai Chỉ thị 5-CT/TW trong toàn huyện.", "05-CT/TW"),
        ("Triển khai Chỉ thị 05 - CT/TW trong toàn huyện.", "05-CT/TW"),
        ("Triển khai Chỉ thị 05 – CT/TW trong toàn huyện.", "05-CT/TW"),
        ("Triển khai Chỉ thị 05 CT/TW trong toàn huyện.", "05-CT/TW"),
        ("Triển khai chỉ thị số 05-ct/tw trong toàn huyện.", "05-CT/TW"),
        ("Triển khai Chỉ thị số 03-CT/TƯ trong toàn huyện.", "03-CT/TW"),
        ("Triển khai Chỉ thị số 03-CT/T.Ư trong toàn huyện.", "03-CT/TW"),
        ("Theo Quyết định số 217/QĐ-TW, các hội giám sát.", "217-QĐ/TW"),
        ("Theo Quyết định số 996 - QĐTU, đoàn giám sát.", "996-QĐ/TU"),
        ("Nghị quyết 68-NQ-TW được quán triệt.", "68-NQ/TW"),
        ("Quy định số 08-QÐi/TW được quán triệt.", "08-QĐi/TW"),
        ("Chương trình hành động số 12-CTr/TU được ban hành.", "12-CTr/TU"),
        ("UBND tỉnh có Quyết định số 2556/QĐ-UBND phê duyệt.", "2556/QĐ-UBND"),
        ("Thực hiện Nghị định số 30/2020/NĐ-CP về văn thư.", "30/2020/NĐ-CP"),
        ("Thực hiện Nghị quyết số 202/2025/QH15.", "202/2025/QH15"),
        ("Quyết định số 759/QĐ-TTg đã có hiệu lực.", "759/QĐ-TTg"),
        ("Theo Kế hoạch số 400/HLGVN, hội mở lớp.", "400/HLGVN"),
        ("Theo Kế hoạch số 01/KH - MNPB, cụm thi đua họp.", "01/KH-MNPB"),
        ("Công văn số 123/UBND-VX nêu rõ thời hạn.", "123/UBND-VX"),
        ("Hướng dẫn số 27-HD/BTGDVTW nêu rõ thời hạn.", "27-HD/BTGDVTW"),
        ("Đã học tập văn bản mới (35-NQ/TW).", "35-NQ/TW"),
        ("Kế hoạch của Tỉnh ủy số 45-KH/TU nêu rõ thời hạn.", "45-KH/TU"),
    ],
)
def test_a_full_number_has_one_key(text: str, key: str) -> None:
    """Every way of writing a number that is met on pages leads to its one key."""
    assert keys_of(text) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Thực hiện Chỉ thị 05 của Bộ Chính trị.", "05-CT/TW"),
        ("Thực hiện Chỉ thị số 44 của Ban Bí thư khóa X.", "44-CT/TW"),
        ("Thực hiện Kết luận số 88 của BCH Trung ương Đảng.", "88-KL/TW"),
        ("Theo Nghị quyết số 27 ngày 9/3/2022 của Ban Chấp hành Đảng bộ tỉnh.", "27-NQ/TU"),
        ("Theo Nghị quyết số 19 của Thành ủy.", "19-NQ/TU"),
        ("Theo Nghị quyết 07 của Ban Thường vụ Huyện ủy.", "07-NQ/HU"),
        ("Theo Nghị quyết 07 của Quận uỷ.", "07-NQ/QU"),
        ("Theo Nghị quyết 07 của Đảng ủy xã Tân An.", "07-NQ/ĐU"),
        ("Theo Chỉ thị số 87 của Thường vụ Quân ủy T.Ư.", "87-CT/QUTW"),
        ("Theo Hướng dẫn số 12 của Ban Tuyên giáo Tỉnh ủy.", "12-HD/BTGTU"),
        ("Theo Chỉ thị 16 của Thủ tướng Chính phủ.", "16/CT-TTg"),
        ("Theo Nghị quyết 42 của Chính phủ, huyện đã hỗ trợ.", "42/NQ-CP"),
        ("Theo Nghị quyết 18 của HĐND tỉnh, huyện đã hỗ trợ.", "18/NQ-HĐND"),
        ("Theo Nghị định 30/2020, văn thư đã đổi mới.", "30/2020/NĐ-CP"),
        ("Tỉnh ủy ban hành Kế hoạch số 46 để triển khai.", "46-KH/TU"),
        ("Kế hoạch số 12 do UBND huyện ban hành nêu rõ thời hạn.", "12/KH-UBND"),
        ("Thực hiện Chỉ thị số 05, toàn huyện chuyển biến.", "05-CT/TW"),
        ("Thực hiện NQ35, toàn huyện chuyển biến.", "35-NQ/TW"),
        ("Quy chế 238 được thực hiện nghiêm.", "238-QĐ/TW"),
        ("Nghị quyết số 3488 được thực hiện nghiêm.", "3488-NQ/?"),
        ("Nghị quyết số 35 của Hội Sinh vật cảnh được thực hiện.", "35-NQ/?"),
        ("Đề án 06 được thực hiện nghiêm.", "06-ĐA/?"),
    ],
)
def test_a_short_form_takes_its_symbol_from_what_is_told(text: str, key: str) -> None:
    """Issuer words, the verb of issuing and the registry give the symbol; an unknown issuer stays unknown."""
    assert keys_of(text) == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("các Nghị quyết 57, 59, 66, 68-NQ/TW", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"]),
        ("Nghị quyết số 71, 73 của Bộ Chính trị", ["71-NQ/TW", "73-NQ/TW"]),
        ("Chỉ thị số 77, Kết luận số 99 của Bộ Chính trị", ["77-CT/TW", "99-KL/TW"]),
        ("Nghị quyết số 88, Kết luận số 99 và các văn bản của Trung ương", ["88-NQ/TW", "99-KL/TW"]),
        ("Huyện ủy đã ban hành Nghị quyết số 05, Kế hoạch số 10.", ["05-NQ/HU", "10-KH/HU"]),
        ("Học Kết luận số 777-KL/TW. Kết luận 777 nêu ba việc.", ["777-KL/TW"]),
        ("Thực hiện Chỉ thị 05, 3 năm qua huyện chuyển biến.", ["05-CT/TW"]),
        ("theo chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số 716", ["716/CT-TTg"]),
        (
            "theo chỉ đạo của Chính phủ, Thủ tướng Chính phủ tại Nghị quyết số 716, Chỉ thị số 804 và các văn bản khác",
            ["716/NQ-CP", "804/CT-TTg"],
        ),
    ],
)
def test_citations_in_a_row_share_what_is_told_once(text: str, keys: list[str]) -> None:
    """Lists, chains and later short forms take symbol and issuer from their neighbours."""
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Nghị quyết Trung ương 4 (khóa XII)", ["NQTW4/XII"]),
        ("Nghị quyết Trung ương 4 Khoá XII", ["NQTW4/XII"]),
        ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", ["NQTW4/XII"]),
        ("Nghị quyết Hội nghị Trung ương 5, khóa XIII", ["NQTW5/XIII"]),
        ("NQTW4 khóa XI, XII", ["NQTW4/XI", "NQTW4/XII"]),
        ("Nghị quyết Trung ương 4 (khóa XI, khóa XII)", ["NQTW4/XI", "NQTW4/XII"]),
        ("gắn với Trung ương 4 khóa XI, XII", ["NQTW4/XI", "NQTW4/XII"]),
        ("Nghị quyết Trung ương 4 khóa 12", ["NQTW4/XII"]),
        ("Nghị quyết Trung ương 4 khóa XI, vi phạm giảm", ["NQTW4/XI"]),
        ("Nghị quyết Trung ương 8 khóa XII. Học Nghị quyết Trung ương 8 nghiêm túc.", ["NQTW8/XII"]),
        ("nghị quyết Hội nghị Trung ương lần thứ 11 của BCH Trung ương Đảng (khóa XIII)", ["NQTW11/XIII"]),
        ("Nghị quyết Trung ương 8, Nghị quyết Trung ương 9 khóa XII", ["NQTW8/XII", "NQTW9/XII"]),
        ("sau Hội nghị Trung ương 4 khóa XI", []),
    ],
)
def test_a_plenum_resolution_is_known_by_plenum_and_term(text: str, keys: list[str]) -> None:
    """Number and term make the key; two terms are two papers; the plenum itself is none."""
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Nghị quyết Đại hội XII của Đảng", ["NQĐH/XII"]),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", ["NQĐH/XIII"]),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", ["NQĐH/XX"]),
        ("Nghị quyết Đại hội lần thứ 16 Đảng bộ tỉnh", ["NQĐH/XVI"]),
        ("Nghị quyết Đại hội Đoàn toàn quốc lần thứ mười hai", ["NQĐH/XII"]),
        (
            "Nghị quyết Đại hội Đảng bộ xã lần thứ XXII, nhiệm kỳ 2020-2025, Đại hội tỉnh lần thứ XX và Đại hội XIII",
            ["NQĐH/XXII", "NQĐH/XX", "NQĐH/XIII"],
        ),
        ("nghị quyết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025", []),
        ("tiến tới Đại hội đại biểu toàn quốc lần thứ XIV", []),
    ],
)
def test_a_congress_resolution_is_known_by_its_ordinal(text: str, keys: list[str]) -> None:
    """The ordinal makes the key, in Roman; a congress without "nghị quyết" or without an ordinal is none."""
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "các nghị quyết của Đảng và pháp luật của Nhà nước",
        "thực hiện tốt Luật An toàn giao thông",
        "Ban Chỉ đạo 35 huyện họp phiên đầu năm",
        "xây dựng kế hoạch 5 năm và chương trình 3 tháng",
        "ban hành quyết định 3 trường hợp; báo cáo 6 tháng đầu năm",
        "kế hoạch với tổng số 31 điểm cầu",
        "Kế hoạch 2025 đã được thông qua",
        "đạt 35/40 chỉ tiêu, giảm 2/3 số vụ, ngày 12/5/2021",
        "kết luận 12 vụ việc, hướng dẫn 120 hộ dân",
        "đường 30/4, xã 2/9",
    ],
)
def test_plain_prose_cites_nothing(text: str) -> None:
    """Plural mentions, laws without a number, bodies named after a paper and counts are no directives."""
    assert keys_of(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị", "2018-10-22"),
        ("Nghị quyết số 35-NQ/TW, ngày 22-10-2018", "2018-10-22"),
        ("Nghị quyết số 35-NQ/TW của Bộ Chính trị ngày 22.10.2018", "2018-10-22"),
        ("Nghị quyết số 35-NQ/TW ngày 22 tháng 10 năm 2018", "2018-10-22"),
        ("Nghị quyết số 35-NQ/TW (22/10/2018)", "2018-10-22"),
        ("Ngày 8/5/2019, Tỉnh ủy ban hành Kế hoạch số 46 để triển khai", "2019-05-08"),
        ("Nghị quyết số 35-NQ/TW. Ngày 5/6/2020, hội nghị bế mạc", None),
        ("Nghị quyết số 35-NQ/TW ngày 45/13/2018", None),
    ],
)
def test_the_date_is_the_one_the_citation_states(text: str, date: str | None) -> None:
    """A day counts only with the citation or as the day of issuing, and only if there is such a day."""
    assert directives_of(text)[0].date == date


def test_a_later_short_form_joins_the_record() -> None:
    """One document is one record with all its spans, in order of first mention."""
    text = "Học Kết luận số 777-KL/TW và Chỉ thị 05 của Bộ Chính trị. Kết luận số 777 nêu ba việc."
    first, second = directives_of(text)
    assert (first.key, second.key) == ("777-KL/TW", "05-CT/TW")
    assert [span.of(text) for span in first.spans] == ["Kết luận số 777-KL/TW", "Kết luận số 777"]


def test_furniture_cites_nothing() -> None:
    """What stands outside the body is not read."""
    text = "Chỉ thị số 05-CT/TW\nBài viết về mùa vụ."
    assert directives_of(text, (Span(20, len(text)),)) == ()


@pytest.mark.parametrize(
    "name",
    ["quân ủy trung ương", "đảng ủy", "ban thường vụ tỉnh ủy", "bch trung ương", "bct", "bbt", "bộ chính trị",
     "ủy ban thường vụ quốc hội", "quốc hội", "thủ tướng", "thanh tra chính phủ", "chính phủ", "chủ tịch nước",
     "chủ tịch ubnd", "hđnd", "tòa án nhân dân tối cao", "viện kiểm sát nhân dân tối cao", "kiểm toán nhà nước",
     "ngân hàng nhà nước", "văn phòng trung ương", "ban tổ chức huyện ủy", "ủy ban kiểm tra trung ương", "t·ư",
     "thường trực thành ủy", "thị ủy", "quận ủy", "đảng bộ tỉnh", "hội nghị trung ương", "bộ y tế", "btv huyện ủy"],
)  # fmt: skip
def test_every_issuer_is_known_by_its_first_word(name: str) -> None:
    """The short look at one word lets every name of the table through."""
    named = issuer_at(name, 0)
    assert named is not None
    assert named.end == len(name)


_SPACED = st.sampled_from(["", " ", "\u00a0", "  "[:1]])
_DASH = st.sampled_from(["-", "–", "—", "‑"])


@given(
    number=st.integers(1, 99999),
    zeros=st.integers(0, 1),
    code=st.sampled_from(["NQ", "CT", "KL", "QĐ", "CTr", "KH", "HD"]),
    issuer=st.sampled_from([("TW", "TW"), ("TƯ", "TW"), ("T.Ư", "TW"), ("TU", "TU"), ("HU", "HU")]),
    before=st.tuples(_SPACED, _DASH, _SPACED),
    after=st.tuples(_SPACED, _SPACED),
)
def test_every_spelling_of_a_number_has_the_same_key(
    number: int, zeros: int, code: str, issuer: tuple[str, str], before: tuple[str, str, str], after: tuple[str, str]
) -> None:
    """Zeros, spaces and dashes never change the key."""
    digits = ("0" if number < 10 and zeros else "") + str(number)
    text = f"{digits}{''.join(before)}{code}{after[0]}/{after[1]}{issuer[0]}"
    read = read_number(text, fold(text), 0)
    assert read is not None
    assert read.key == f"{number:02d}-{code}/{issuer[1]}"


_WORDS = st.sampled_from(
    ["Nghị quyết", "Chỉ thị", "số", "05", "18,", "19-NQ/TW", "/", "-", "khóa", "XI,", "Trung ương", "4", "Đại hội",
     "lần thứ", "của", "Bộ Chính trị", "ngày", "30/2/2020", "(", ")", "và", "NQTW4", "QĐ", "T.Ư", ".", "\n", "ban hành",
     "Tỉnh ủy", "về", "12/KH-UBND", "năm", "99999999", "İ", "Kế hoạch"]
)  # fmt: skip


@given(st.lists(_WORDS | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    """No text stops the reader; every span quotes something inside the text, keys are unique."""
    document = document_from_text(text)
    found = read_directives(Page(document, fold(document.text), (Span(0, len(document.text)),), DocumentFields()))
    assert len({directive.key for directive in found}) == len(found)
    for directive in found:
        for span in directive.spans:
            assert 0 <= span.start < span.end <= len(document.text)
            assert span.of(document.text).strip()
