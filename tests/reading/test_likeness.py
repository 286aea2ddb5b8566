"""Limitations that come back in other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.likeness import alike, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Việc số hóa hồ sơ lưu trữ ở các thôn ven sông còn chậm.",
            "Tuy nhiên, việc số hoá hồ sơ lưu trữ tại một số thôn ven sông vẫn chậm, thiếu máy quét.",
        ),
        (
            "Chế độ gửi bản tin nội bộ của một số tổ dân phố chưa đều.",
            "Bên cạnh đó, tổ dân phố gửi bản tin nội bộ chưa đều.",
        ),
    ],
)
def test_the_same_shortcoming_in_other_words_is_found(one: str, other: str) -> None:
    """Words around it, order and habits of tone marks make no difference."""
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kinh phí in tài liệu còn ít.", "Kinh phí sửa hội trường còn ít."),
        ("Một số chi bộ còn hạn chế.", "Một số chi bộ còn khó khăn."),
        ("Đường truyền ở vùng cao chưa ổn định.", "Việc số hóa hồ sơ lưu trữ ở các thôn ven sông còn chậm."),
        ("", ""),
    ],
)
def test_other_shortcomings_are_others(one: str, other: str) -> None:
    """What two sentences share must tell something."""
    assert not alike(one, other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """It is a share, the same both ways."""
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
