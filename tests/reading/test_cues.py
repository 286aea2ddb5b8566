"""Cue words are met as whole words, wherever and however they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.cues import Cues, first_words, opens, phrases, words_of
from tongket.reading.keyed import fold
from tongket.reading.places import provinces
from tongket.terms.span import Span

LISTS = ("cues.txt", "events.txt", "posts.txt", "surnames.txt")
WORDS = st.lists(
    st.sampled_from(["phó", "bí thư", "chủ tịch", "UBND", "thường trực", "đồng chí", ",", "-", "sơ kết", "hội nghị"]),
    max_size=20,
).map(" ".join)


def cues_of(text: str) -> Cues:
    """Scan a whole text."""
    return Cues(text, fold(text), (Span(0, len(text)),))


def quotes(text: str, tag: str) -> list[str]:
    """Quote the cues of one tag."""
    return [text[cue.start : cue.end] for cue in cues_of(text).of(tag)]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Phó Bí thư Thường trực Huyện ủy", ["Phó Bí thư Thường trực"]),
        ("PHÓ CHỦ TỊCH HĐND", ["PHÓ CHỦ TỊCH"]),
        ("Uỷ viên Ban Thường vụ", ["Uỷ viên Ban Thường vụ"]),
        ("Bí thư,Chủ tịch", ["Bí thư", "Chủ tịch"]),
        ("“Bí thư”", ["Bí thư"]),
        ("Phó\u00a0Chủ tịch", ["Phó\u00a0Chủ tịch"]),
        ("vai trò của bí thư chi bộ", ["bí thư chi bộ"]),
        ("Ban Chủ tịchoan", []),
        ("", []),
    ],
)
def test_the_longest_phrase_counts_once(text: str, posts: list[str]) -> None:
    """Of phrases inside one another the longest is met; none is met inside a word."""
    assert quotes(text, "post") == posts


def test_only_the_body_is_scanned() -> None:
    """A cue outside the body, or half outside, is none."""
    text = "Bí thư | Chủ tịch | Giám đốc"
    cues = Cues(text, fold(text), (Span(9, 17), Span(20, 25)))
    assert cues.of("post") == [Span(9, 17)]


@given(WORDS)
def test_cues_of_a_tag_stand_in_order_and_apart(text: str) -> None:
    """No two cues of one tag overlap, and `within`, `first` and `at` tell of the same ones as `of`."""
    cues = cues_of(text)
    for tag in ("post", "rank", "occasion", "review"):
        found = cues.of(tag)
        assert all(one.end <= other.start for one, other in pairwise(found))
        for start in range(0, len(text), 7):
            inside = [cue for cue in found if cue.start >= start and cue.end <= len(text)]
            assert cues.within(tag, start, len(text)) == inside
            assert cues.first(tag, start, len(text)) == (inside[0] if inside else None)
            assert cues.at(tag, start) == next((cue for cue in found if cue.start == start), None)


@given(WORDS)
def test_what_is_met_holds_all_cues(text: str) -> None:
    """Where phrases of a list were met, overlapping or not, stands every cue of it."""
    cues = cues_of(text)
    for tag in ("post", "rank", "set", "worked"):
        assert {*map(tuple, cues.of(tag))} <= {*cues.met(tag)}


def test_words_of_a_stretch_have_no_marks() -> None:
    """Words come without the marks beside them, at most so many, of the part of the body that the stretch is in."""
    text = "Tin: “Xã Mẫu, đã họp” (2 buổi).\nTheo Báo Mẫu"
    body = (Span(5, 31), Span(32, len(text)))
    cues = Cues(text, fold(text), body)
    assert cues.words(6, 31, 4) == ["xã", "mẫu", "đã", "họp"]
    assert cues.words(6, 31, 9) == ["xã", "mẫu", "đã", "họp", "2", "buổi"]
    assert cues.words(32, len(text), 9) == ["theo", "báo", "mẫu"]


def test_a_window_leaves_out_what_it_cuts() -> None:
    """A cue that reaches over the end of a window is not within it."""
    cues = cues_of("hội nghị tổng kết")
    assert cues.within("occasion", 0, 12) == [Span(0, 8)]
    assert cues.first("review", 0, 12) is None


@pytest.mark.parametrize(
    ("key", "end"), [("tiếp tục thực hiện", 8), ("tiếp tụcx", 0), ("nhiều", 0), ("phòng, chống ma túy", 12)]
)
def test_an_opening_phrase_is_a_whole_word(key: str, end: int) -> None:
    """`opens` tells where the longest phrase ends that stands at a place, and that place where none does."""
    assert opens("order", key, 0) == end


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_folded_and_tagged(name: str) -> None:
    """Every phrase of a list is its own key and stands under a tag; none has blanks around or doubled."""
    for phrase, tags in phrases(name).items():
        assert phrase == fold(" ".join(phrase.split()))
        assert tags
        assert "" not in tags


@pytest.mark.parametrize("name", LISTS)
def test_every_listed_phrase_is_met(name: str) -> None:
    """Each phrase of the lists, in capitals, is found by its tag in a text of nothing else."""
    local = {"order", "caption", "org_comma", "post_stop", "body_word", "setting", "telling"}
    for phrase, tags in phrases(name).items():
        for tag in set(tags) - local:
            assert Cues(phrase.upper(), phrase, (Span(0, len(phrase)),)).of(tag)[:1] == [Span(0, len(phrase))]
        assert all(opens(tag, phrase, 0) == len(phrase) for tag in set(tags) & local)


def test_words_of_a_list() -> None:
    """A list's phrases and what they begin with are told apart."""
    assert "cùng đồng chí" in words_of("post_stop")
    assert "cùng" in first_words("post_stop")
    assert "cùng đồng chí" not in first_words("post_stop")


def test_provinces_have_one_official_name_for_every_spelling() -> None:
    """Spellings are keys, official names are spelt as they are written, and each official name is a spelling."""
    table = provinces()
    assert table["bắc cạn"] == table["bắc kạn"] == "Bắc Kạn"
    assert table["đắc lắk"] == "Đắk Lắk"
    assert table["thanh hóa"] == "Thanh Hóa"
    assert all(spelling == fold(spelling) for spelling in table)
    assert all(table[fold(name)] == name for name in table.values())
    assert {"Huế", "Thừa Thiên Huế"} <= set(table.values())
