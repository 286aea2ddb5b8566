"""A pattern that is compiled late is the same pattern."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tongket.document.seldom import seldom


@given(st.text(alphabet="abAB ", max_size=12))
def test_it_meets_what_the_pattern_meets(text: str) -> None:
    """Every way of asking gives what `re` gives, at the first use and after it."""
    early, late = re.compile("a(b+)", re.IGNORECASE), seldom("a(b+)", re.IGNORECASE)
    for _ in range(2):
        assert [match.span(1) for match in late.finditer(text)] == [match.span(1) for match in early.finditer(text)]
        assert late.findall(text) == early.findall(text)
        assert late.sub("-", text) == early.sub("-", text)
        assert late.split(text) == early.split(text)
        assert bool(late.match(text)) == bool(early.match(text))
        assert bool(late.search(text)) == bool(early.search(text))
        assert bool(late.fullmatch(text)) == bool(early.fullmatch(text))
    assert (late.pattern, late.flags) == (early.pattern, early.flags)
