"""The first word of a sentence rules out only patterns that it cannot begin."""

# ruff: noqa: SLF001 - the very patterns are asked, and nobody else needs them

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.reading.cues import phrases
from tongket.reading.statements import judge, meeting, prose, setting, wording
from tongket.reading.statements.openings import FIRST_WORDS, Ways

_PATTERNS = {
    "closing": meeting._CLOSING,
    "honoured": meeting._HONOURED,
    "guests": meeting._GUEST_OPENING,
    "takes part": meeting._TAKES_PART,
    "weighs": meeting._WEIGHS,
    "subject": meeting._SUBJECT,
    "at event": meeting._AT_EVENT,
    "connective": judge._CONNECTIVE,
    "speech": judge._SPEECH,
    "period": judge._OF_PERIOD,
    "past": judge._ON_THE_PAST,
    "aim": judge._AIM,
    "contrast": wording._CONTRAST,
    "outright": judge._OUTRIGHT,
    "law": setting._LAW,
    "matters": setting._MATTERS,
    "credit": prose._CREDIT,
}
_WRITTEN = st.sampled_from(
    "aáàảãạăắằẳâấầẩậbcdđeéèẻẹêếềểệfghiíìỉịjklmnoóòỏọôốồổộơớờởợpqrstuúùủụưứừửựvxyýỳ 0123456789,.:;-/\"“'?"
)


def test_every_name_has_its_pattern() -> None:
    """The patterns asked below are all that the first word may rule out."""
    assert set(_PATTERNS) == set(FIRST_WORDS)


@pytest.mark.parametrize("name", sorted(_PATTERNS))
@settings(max_examples=25)
@given(data=st.data())
def test_what_a_pattern_meets_is_never_ruled_out(name: str, data: st.DataObject) -> None:
    """Whatever a pattern meets at the start of a sentence begins with one of its first words."""
    pattern = re.compile(rf"(?:{_PATTERNS[name].pattern})")
    met = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=_WRITTEN))
    assert name in Ways(met)[0], met


@pytest.mark.parametrize("name", ["setting", "order", "caption"])
def test_phrases_of_a_list_are_never_ruled_out(name: str) -> None:
    """Every phrase of a list keeps the name of its list open."""
    listed = [phrase for phrase, tags in phrases("cues.txt").items() if name in tags]
    assert listed
    assert all(name in Ways(phrase)[0] for phrase in listed)


def test_another_first_word_leaves_nothing_open() -> None:
    """A sentence whose first word begins no pattern is spared all of them."""
    assert not Ways("khoảng sân trước nhà rất rộng")[0]
