"""Patterns that few pages ask for: each is compiled when the first page does.

Compiling all patterns is half of the time that the reader takes to load, and two fifths of that are for patterns
that a page in two or fewer meets. After its first use such a pattern costs a look-up more than one of `re`, so a
pattern that every page asks for is none.
"""

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "pattern")


class _Seldom:
    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._told = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `re.Pattern` has
        compiled = re.compile(*self._told)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def seldom(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled when it is first used; a faulty pattern is told only then."""
    return cast("re.Pattern[str]", _Seldom(pattern, flags))
