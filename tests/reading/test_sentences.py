"""Where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.sentences import split_sentences
from tongket.terms.span import Span

PIECES = st.sampled_from(
    ["Hội nghị", "đã", "TP", "đ/c", "ThS", "v.v", "12", "1.250", "A", "“Tốt”", "(khóa XII)", "kết quả", "…", "...",
     ".", "!", "?", ";", ":", " ", " ", " ", "\u00a0", ")", "”"]
)  # fmt: skip
PARTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


def sentences(text: str) -> list[str]:
    """Cut a paragraph and quote its sentences."""
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện có 1.250 hộ nghèo, giảm 3.5 điểm.",
        "Ngày 18/7/2020. Đảng ủy xã Lộc Mẫu tổ chức hội nghị sơ kết.",
        "Chiều 5/8. Thị ủy làm việc với đảng ủy phường.",
        "UB. MTTQ huyện tổ chức 5 hội nghị.",
        "Đồng chí ThS. Lò Văn Mẫu phát biểu.",
        "Cùng dự có PGS.TS. Đào Thị Thử.",
        "Lễ ra quân diễn ra tại TP. Mẫu Sơn.",
        "Đ/c. Hà Thị Thử dự và chỉ đạo.",
        "Ông A. Bling ghi nhận kết quả.",
        "Các mô hình gồm: dân vận khéo; ngày chủ nhật xanh; 5 không, 3 sạch.",
        "Các hội, đoàn thể v.v. Nậm Mẫu đều tham gia.",
        "Toàn tỉnh có nhiều cách làm hay... góp phần giảm nghèo.",
        "Báo cáo số. 12 được thông qua",
        "Kết quả đạt 95.5% kế hoạch",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Points in numbers and after short forms, colons, semicolons and dots before a small letter end nothing."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hội nghị bế mạc.", "Các đại biểu ra về."),
        ("Đạt 95%.", "Hộ nghèo giảm."),
        ("Xã quan tâm đồng bào dân tộc thiểu số.", "Đời sống được nâng lên."),
        ("Xong trước khi hết quý I.", "Xã Mẫu báo cáo kết quả."),
        ("Phong trào lan tỏa…", "Nhiều mô hình được nhân rộng."),
        ("Phong trào lan tỏa...", "Nhiều mô hình được nhân rộng."),
        ("Làm gì trước?", "Phải rà soát."),
        ("Thi đua!", "Mỗi người một việc tốt."),
        ("Ông nói: “Phải làm ngay.”", "Các xã hưởng ứng."),
        ("(Xem phụ lục kèm theo.)", "Kết quả như sau."),
        ("Kết quả rất tốt.", "“Đó là công sức của bà con”, ông nói."),
        ("Huyện đã giải ngân xong.", "12 xã đạt chuẩn."),
        ("Lễ diễn ra tại xã Mẫu.", "Ước thu đạt cao."),
    ],
)
def test_two_sentences_part(first: str, second: str) -> None:
    """A stop before a capital, a number or an opening quote ends a sentence, its closing marks with it."""
    assert sentences(f"{first} {second}") == [first, second]


@given(PARTS)
def test_sentences_part_the_paragraph(text: str) -> None:
    """The sentences hold every character but white space between them, once and in order."""
    spans = split_sentences(text, Span(0, len(text)))
    held = [at for span in spans for at in range(*span)]
    assert held == sorted(set(held))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(held))


@given(PARTS, PARTS, PARTS)
def test_only_the_paragraph_is_cut(before: str, text: str, after: str) -> None:
    """No sentence reaches outside the part it was asked for."""
    part = Span(len(before), len(before) + len(text))
    assert all(part.covers(span) for span in split_sentences(before + text + after, part))
