"""Events of pages nobody has seen: whose work, on which day, and what is none."""

import pytest

from tongket.reading import read
from tongket.terms.records import Event


def event(sentence: str, more: str = "", title: str = "Tin hoạt động trong huyện") -> Event:
    """Return the one event of a page of a headline, a sentence that introduces it, and more."""
    (found,) = read(f"{title}\n{sentence}\n{more}\n").events
    return found


@pytest.mark.parametrize(
    ("more", "org"),
    [
        ("Kinh tế TPHCM tăng khá. Doanh nghiệp TPHCM phục hồi.", "Hồ Chí Minh"),
        ("Kinh tế Thành phố Hồ Chí Minh tăng khá.", "Hồ Chí Minh"),
        ("Học tập tư tưởng, đạo đức Hồ Chí Minh; đoàn viên Đoàn TNCS Hồ Chí Minh dự.", None),
    ],
    ids=["short", "with its level", "the man"],
)
def test_the_city_named_after_a_man(more: str, org: str | None) -> None:
    """The city is told by its level word or its short form; without them the name is the man's."""
    assert event("Sáng 3/7/2020, ông Lò Văn Mẫu phát biểu tại cuộc họp về kinh tế.", more).org == org
