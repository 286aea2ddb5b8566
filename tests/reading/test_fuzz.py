"""Whatever the text, it is read without a fault of ours, and what is read stands in it.

`make fuzz` (`TONGKET_TRIES=100000`) tries that many texts; an ordinary run tries a few.
"""

import json

from hypothesis import given
from hypothesis import strategies as st

from tongket.reading import read
from tongket.reading.form import reading_from_json, reading_to_json
from tongket.terms.records import Reading
from tongket.terms.span import Span

# Pieces of the kinds of words the grammar looks for, so that mixtures come close to what it accepts.
WORDS = """
Đồng chí|các đồng chí|đ/c|ông|bà|Lò Thị Mẫu|Nguyễn Văn A|H' Mẫu Niê|Trưởng Ban Tuyên giáo Tỉnh ủy|Phó Bí thư|
UVBTV|Ủy viên Ban Thường vụ|BTV|UBND|HĐND huyện|Chủ tịch|nguyên Bí thư|chủ trì|đồng chủ trì|dự|tham dự có|
phát biểu|trao|tổng kết|sơ kết|triển khai nhiệm vụ|hội nghị|Sáng 12/12|ngày 30/02/2024|năm 2024|
6 tháng đầu năm|quý III|nhiệm kỳ 2020 - 2025|Nghị quyết số 35-NQ/TW|Chỉ thị 05|05 - CT/TW|
Nghị quyết Trung ương 4 (khóa XII)|Nghị quyết Đại hội XIII|số 2556/QĐ-UBND|ngày 22/10/2018|của Bộ Chính trị|
khóa|Kết luận 01|và|hoặc|trên 1.500 lượt người|gần 97,5%|từ 3 đến 5|khoảng 2 tỷ đồng|106/109 nhiệm vụ|
12 nghìn|1 triệu|một trăm linh năm|hai cá nhân|1.2.3|0,0,0|99999999999999999999|½|²|trong đó|tăng 12% so với|
Bằng khen|Giấy khen|Kỷ niệm chương "Vì sự nghiệp tuyên giáo"|danh hiệu|Huân chương|tặng|cho|
Ban Tuyên giáo Trung ương|Bên cạnh những kết quả đạt được|còn hạn chế|chưa|Nguyên nhân|cần|đề nghị|
tiếp tục đẩy mạnh|mục tiêu là|Trang chủ|Lượt xem: 270|Tin liên quan|Bình luận|Chia sẻ|Ảnh: T.T|Theo Báo Mẫu|
(TH)|Bản quyền thuộc về|Điện thoại: 0123 456 789|xã Mẫu Sơn|tỉnh Nậm Sơn|Hội trường Tỉnh ủy|huyện|TP. Mẫu|
Nơi nhận:|Kính gửi:|Số: 12-BC/TU|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*|---|a)|1.|I.|II.
"""
PIECES = st.sampled_from([piece.strip() for piece in WORDS.replace("\n", "").split("|")])
JOINS = st.sampled_from(
    [
        " ",
        " ",
        " ",
        ", ",
        "; ",
        ". ",
        "\n",
        "\n\n",
        " - ",
        "–",
        "(",
        ")",
        '"',
        "“",
        "”",
        ":",
        "",
        "\u00a0",
        "\t",
        "…",
        "...",
    ]
)
NUMBERS = st.integers(0, 10**9).map(str) | st.from_regex(
    r"[0-9]{1,4}[.,/ -][0-9]{1,4}([.,/ -][0-9]{1,4})?%?", fullmatch=True
)
NOISE = st.text(max_size=6) | st.text(
    "ạảãáàâẩêồơừýỷđĐƯ\u0301\u0300\u0309\u0303\u0323İıſß\u200b\ufeff\x00\x1b", max_size=4
)
PARTS = st.tuples(PIECES | PIECES | PIECES | NUMBERS | NOISE, JOINS).map("".join)
TEXTS = st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=200)


@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail; every span lies in the text, none is empty, and the form comes back."""
    reading = read(text, name="bất kỳ")
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(reading.text)
    line = reading_to_json(reading, with_text=True)
    assert json.loads(line)["format"] == "tongket-reading/1"
    assert reading_from_json(line) == reading


@given(TEXTS)
def test_reading_is_deterministic(text: str) -> None:
    """The same text gives the same bytes."""
    assert reading_to_json(read(text)) == reading_to_json(read(text))


@given(TEXTS)
def test_no_record_comes_from_furniture(text: str) -> None:
    """What is read lies in the body; only findings may point elsewhere."""
    reading = read(text)
    body = {index for span in reading.body for index in range(*span)}
    found = [*reading.figures, *reading.statements, *reading.awards, *reading.events]
    outside = [record for record in found if not body.issuperset(range(*record.span))]
    outside += [
        record for record in (*reading.officials, *reading.directives) if not body.issuperset(letters(record.spans))
    ]
    assert outside == []


def letters(spans: tuple[Span, ...]) -> set[int]:
    """Every place the spans cover."""
    return {index for span in spans for index in range(*span)}


def spans_of(reading: Reading) -> list[Span]:
    """Every span a reading holds."""
    single = [*reading.events, *reading.figures, *reading.statements, *reading.awards]
    several = [*reading.officials, *reading.directives]
    told = [finding.span for finding in reading.findings if finding.span is not None]
    return [
        *reading.body,
        *(record.span for record in single),
        *(span for record in several for span in record.spans),
        *told,
    ]
