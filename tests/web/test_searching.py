"""Every word of a document finds it, marks or none, in either habit of tones; nobody finds what is not theirs."""

import unicodedata
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.hang_on_map import hang_on_map
from tongket.actions.people.gate import Actor, NotAllowedError, Person, person_named
from tongket.actions.people.office import office
from tongket.actions.searching.index_again import index_again
from tongket.actions.searching.saved import forget_search, save_search, saved_searches
from tongket.actions.searching.search import Sought, search
from tongket.actions.take_in import take_in
from tongket.reading.period_words import without_marks
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role
from web.conftest import AT, Desk

REPORT = """HUYỆN ỦY SÔNG THƯỢNG
BÁO CÁO
kết quả công tác tuyên giáo năm 2024
Năm 2024, huyện Sông Thượng tổ chức 12 hội nghị học tập, quán triệt Chỉ thị số 05-CT/TW cho 1.250 đảng viên.
Uỷ ban hoà giải đã làm tốt; tuy nhiên, việc nắm tình hình ở cơ sở còn hạn chế.
Đồng chí Nguyễn Văn Khoẻ, Bí thư Huyện ủy, phát biểu chỉ đạo.
"""
OTHER = """HUYỆN ỦY SÔNG HẠ
BÁO CÁO
kết quả công tác tuyên giáo năm 2023
Năm 2023, huyện Sông Hạ tổ chức 7 hội nghị học tập, quán triệt nghị quyết cho 800 đảng viên.
"""
NEW_HABIT = {"òa": "oà", "óa": "oá", "ỏe": "oẻ", "ủy": "uỷ", "úy": "uý"}


@pytest.fixture
def filled(desk: Desk, tmp_path: Path) -> Desk:
    """Take two reports in."""
    for name, text in (("thuong.txt", REPORT), ("ha.txt", OTHER)):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        take_in(file, AT)
    attribute_readings(hang_on_map(office().profile), AT)
    return desk


def top(desk: Desk) -> Person:
    """Return somebody who sees everything."""
    return desk.actor("lan", "tinh", Role.SYNTHESISER).person


def names(person: Person, typed: str, **sought: object) -> set[str]:
    """Return the names of the documents found."""
    return {hit.found.name for hit in search(person, Sought(typed, **sought)).hits}  # type: ignore[arg-type] # told by name


def other_habit(word: str) -> str:
    """Write a word with its tone mark where the other habit puts it."""
    for old, new in NEW_HABIT.items():
        word = word.replace(new, "\0").replace(old, new).replace("\0", old)
    return word


def test_every_word_of_a_report_finds_it(filled: Desk) -> None:
    """With marks, without, in capitals, decomposed and in the other habit of tones."""
    person = top(filled)
    for word in REPORT.split():
        for typed in (word, without_marks(word), word.upper(), unicodedata.normalize("NFD", word), other_habit(word)):
            if any(map(str.isalnum, typed)):
                assert "thuong" in names(person, typed), typed


def test_marks_count_for_whoever_types_them(filled: Desk) -> None:
    """`hội` does not find `hối`; what is found only without marks is told apart."""
    person = top(filled)
    assert search(person, Sought("hội nghị")).count == 2
    loose = search(person, Sought("hối nghị"))
    assert (loose.count, loose.without_marks) == (2, True)


def test_phrases_beginnings_and_absent_words(filled: Desk) -> None:
    """A phrase stands as it was typed; `*` lets a word go on; `-` leaves out."""
    person = top(filled)
    assert names(person, '"hội nghị học tập"') == {"thuong", "ha"}
    assert not names(person, '"học tập hội nghị"')
    assert names(person, "tuy* nhiên") == {"thuong"}
    assert names(person, "hội nghị -triệt") == set()
    assert names(person, "hội nghị -thượng") == {"ha"}
    assert search(person, Sought(" -- “” ")).empty


def test_filters(filled: Desk) -> None:
    """Org with all below, period, and kind of record."""
    person = top(filled)
    assert names(person, "hội nghị", org="huyen-mot") == {"thuong"}
    assert names(person, "hội nghị", periods=("2023",)) == {"ha"}
    assert names(person, "khoẻ", kind="official") == {"thuong"}
    assert names(person, "bi thu", kind="official") == {"thuong"}
    assert names(person, "05-CT/TW", kind="directive") == {"thuong"}
    assert not names(person, "05-CT/TW", kind="award")


def test_only_what_one_may_see(filled: Desk) -> None:
    """A district finds its own reports and no other's, and may not ask for another org."""
    person = filled.actor("mai", "huyen-hai", Role.REPORTER).person
    assert names(person, "hội nghị") == {"ha"}
    with pytest.raises(NotAllowedError):
        search(person, Sought("hội nghị", org="huyen-mot"))
    with pytest.raises(NotAllowedError):
        search(Person("nobody", ()), Sought("hội nghị"))


def test_hits_are_marked(filled: Desk) -> None:
    """The words that were hit are told by where they stand."""
    hit = search(top(filled), Sought("hoi nghi")).hits[0]
    assert next(span.of(hit.found.text) for span in hit.hits) == "hội nghị"


def test_made_anew_it_finds_the_same(filled: Desk) -> None:
    """The index is derived: cleared and made again it answers alike."""
    person = top(filled)
    before = [(hit.found.text, hit.found.records) for hit in search(person, Sought("hội nghị")).hits]
    assert index_again() == 2
    assert [(hit.found.text, hit.found.records) for hit in search(person, Sought("hội nghị")).hits] == before


def test_questions_are_kept(desk: Desk) -> None:
    """A person keeps a question under a name, sees only their own, and lets go of it."""
    lan, mai = desk.actor("lan", "tinh", Role.READER), desk.actor("mai", "huyen-hai", Role.READER)
    row = save_search(lan, " Chỉ thị  05 ", "q=05-CT%2FTW")
    assert save_search(lan, "Chỉ thị 05", "q=05-CT%2FTW").id == row.id
    assert saved_searches(mai.person) == []
    with pytest.raises(TongketError):
        forget_search(mai, row.id)
    forget_search(Actor(person_named("lan"), AT), row.id)
    assert saved_searches(lan.person) == []
    with pytest.raises(TongketError):
        save_search(lan, " ", "q=x")
