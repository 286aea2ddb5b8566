"""Spans made of a pair of places."""

from collections.abc import Callable
from functools import partial

from tongket.terms.span import Span

# Naming the two ends of a span takes three times as long as giving the pair: a page makes three hundred.
as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
