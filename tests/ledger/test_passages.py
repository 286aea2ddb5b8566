"""Every word of any text finds its passage, on SQLite and PostgreSQL alike."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongket.actions.searching.passages import passages_of
from tongket.actions.searching.words import hits_in, wanted_words
from tongket.ledger.entries import add
from tongket.ledger.passages import clear_passages, count_passages, find_passages, put_passages
from tongket.reading.period_words import without_marks
from tongket.terms.passages import Among
from tongket.terms.tables import DocumentRow, ReadingRow

HABITS = {"òa": "oà", "óa": "oá", "ỏe": "oẻ", "ủy": "uỷ", "úy": "uý"}
WORDS = st.sampled_from(
    [
        "hoà",
        "hòa",
        "thuỷ",
        "thủy",
        "khoẻ",
        "đảng",
        "Đảng",
        "ủy",
        "quý",
        "chỉ",
        "05-CT/TW",
        "1.250",
        "(ba)",
        "“tốt”",
        "1e5",
    ]
)
EVERYWHERE = Among("M-1", None)


def other_habit(word: str) -> str:
    """Write a word with its tone mark where the other habit puts it."""
    for old, new in HABITS.items():
        word = word.replace(new, "\0").replace(old, new).replace("\0", old)
    return word


def put(document: str, text: str) -> None:
    """Put the passages of a text into the index."""
    put_passages(passages_of(ReadingRow(f"R-{document}", document, "", ""), text, ()))


@pytest.fixture(autouse=True)
def document(ledger: object) -> None:
    """A search tells the names of documents, so they are there."""
    assert ledger is None or ledger
    add(
        [DocumentRow(name, name, "txt", 1, readable=True) for name in ("one", "two")],
        at=datetime(2025, 1, 1, tzinfo=UTC),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS | st.text(min_size=1, max_size=6), min_size=1, max_size=10))
def test_any_word_of_any_text_finds_it(words: list[str]) -> None:
    """With marks, without marks, and in the other habit of tones; and the hit is marked."""
    clear_passages()
    put("one", " ".join(words).replace("\0", ""))
    for word in words:
        for typed in (word, other_habit(word), without_marks(word)):
            # What goes on, is absent or stands in quotes is another question.
            plain = typed.replace('"', "").replace("\0", "").lstrip("-").rstrip("*")
            wanted = wanted_words(plain)
            if wanted and len(plain.split()) == 1:
                found = find_passages(wanted, EVERYWHERE, 0, 50)
                assert found, plain
                assert all(hits_in(each.text, wanted) for each in found)
                assert count_passages(wanted, EVERYWHERE) == len(found)


def test_questions_say_the_same_on_both() -> None:
    """Phrases, beginnings, absent words and mixed marks; what a document had before is found no more."""
    put("one", "Hội nghị học tập Chỉ thị 05.")
    put("two", "Hội thảo: học hỏi, tập trung.")
    asked = {
        '"học tập"': ["one"],
        "học tập": ["one", "two"],
        "hoc tap -nghi": ["two"],
        "tru*": ["two"],
        '"hoi th*"': ["two"],
        "chỉ thị": ["one"],
        "chi thí": [],
    }
    for typed, expected in asked.items():
        found = find_passages(wanted_words(typed), EVERYWHERE, 0, 50)
        assert sorted(each.document for each in found) == expected, typed
    put("one", "Văn bản khác.")
    assert find_passages(wanted_words("chi thi"), EVERYWHERE, 0, 50) == []
