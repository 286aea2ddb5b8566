"""The key: one pattern meets every way of writing a word, at the place where the word stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.keyed import fold

# Letters of Vietnamese and signs met in reports, beside any others.
TEXTS = st.text(
    st.sampled_from("aoeuyqàáảãạòóỏõọùúủũụỳýỷỹỵÈÉỎỦÝĐÐðİıſ ßΣ-–—“”‘’`«»\u00a0\u00ad\u200b\ufeff\t\n") | st.characters(),
    max_size=120,
)


@given(TEXTS)
def test_the_key_is_as_long_as_the_text(text: str) -> None:
    """Every character has its key at its own place, whatever the text."""
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    """Folding twice is folding once."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS, TEXTS)
def test_long_and_short_texts_are_folded_alike(text: str, more: str) -> None:
    """A text has the key it has as one line of a longer text."""
    assert fold(f"{text}\n{more}").split("\n")[: text.count("\n") + 1] == fold(text).split("\n")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Uỷ ban", "ủy ban"),
        ("Ủy ban", "ủy ban"),
        ("THUỶ LỢI", "thủy lợi"),
        ("hoà bình", "hòa bình"),
        ("sức khoẻ", "sức khỏe"),
        ("hoạ sĩ", "họa sĩ"),
        ("tuỳ theo", "tùy theo"),
        ("quý III", "quý iii"),
        ("quỹ", "quỹ"),
        ("quỳnh", "quỳnh"),
        ("toàn quốc", "toàn quốc"),
        ("hoàng hôn", "hoàng hôn"),
        ("huỳnh", "huỳnh"),
        ("thuyết", "thuyết"),
        ("khuỷu tay", "khuỷu tay"),
        ("Ðảng bộ", "đảng bộ"),
        ("Đảng ủy T.Ư Đoàn", "đảng ủy t·ư đoàn"),
        ("rất tốt.Ưu tiên", "rất tốt.ưu tiên"),
        ("Đảng bộ", "đảng bộ"),
        ("năm\u00a02024", "năm 2024"),
        ("năm\t2024", "năm 2024"),
        ("2020 – 2025", "2020 - 2025"),
        ("2020—2025", "2020-2025"),
        ("“Dân vận khéo”", '"dân vận khéo"'),
        ("«Dân vận khéo»", '"dân vận khéo"'),
        ("K’Brơi", "k'brơi"),
        ("İ", "İ"),
        ("", ""),
    ],
)
def test_ways_of_writing_are_one(text: str, key: str) -> None:
    """Case, tone habit, dashes, quotes and blanks fold to one form; syllables closed or after q keep their tone."""
    assert fold(text) == key


@given(st.lists(st.sampled_from(["Uỷ", "hoà", "thuý", "khoẻ", "loá", "xoã", "luỹ", "nguỵ", "hoè"]), max_size=30))
def test_both_tone_habits_have_one_key(words: list[str]) -> None:
    """A text has the same key in the old and in the new tone habit."""
    old = {"Uỷ": "Ủy", "hoà": "hòa", "thuý": "thúy", "khoẻ": "khỏe", "loá": "lóa", "xoã": "xõa", "luỹ": "lũy",
           "nguỵ": "ngụy", "hoè": "hòe"}  # fmt: skip
    new_habit = " ".join(words)
    assert fold(new_habit) == fold(" ".join(old[word] for word in words))
    assert unicodedata.is_normalized("NFC", fold(new_habit))
