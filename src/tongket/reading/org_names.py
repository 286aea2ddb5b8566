"""Where a text names an org of the profile, in whatever habit of tone marks, capitals and short level words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tongket.reading.keyed import fold
from tongket.reading.period_words import without_marks
from tongket.terms.orgs import Org
from tongket.terms.span import Span

# A name that ends with one of these goes on with the name of its place: "Ban Tuyên giáo Tỉnh ủy" is not named in
# "Ban Tuyên giáo Tỉnh ủy Hà Nam".
_GOES_ON = re.compile(r"(?:ủy|tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|đảng bộ|nhân dân|quận|đoàn|hội)$")
_LEVEL_WORDS = ((re.compile(r"\btp\b\.?\s*"), "thành phố "), (re.compile(r"\btx\b\.?\s*"), "thị xã "))
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NamedOrg:
    """A place in a text that names an org; several ids where the name alone does not tell which."""

    span: Span
    orgs: frozenset[str]
    words: str

    @property
    def names_a_place(self) -> bool:
        """Tell whether the name says of which place: "Ban Tuyên giáo Tỉnh ủy" is any province's."""
        return _GOES_ON.search(fold(self.words)) is None


class OrgNames:
    """The names of some orgs, ready to be looked for."""

    def __init__(self, orgs: Iterable[Org]) -> None:
        """Take in names and aliases of the rows given; rows that are not to be found are left out by the caller."""
        names: dict[str, set[str]] = {}
        for org in orgs:
            for name in (org.name, *org.aliases):
                names.setdefault(_key(name), set()).add(org.id)
        self._by_key = {key: frozenset(ids) for key, ids in names.items()}
        self._by_plain: dict[str, frozenset[str]] = {}
        for key, ids in self._by_key.items():
            plain = _worded(key)
            self._by_plain[plain] = self._by_plain.get(plain, frozenset()) | ids
        self._in_text = _any_of(self._by_key)
        self._in_file_name = _any_of(self._by_plain)

    def named_in(self, text: str) -> list[NamedOrg]:
        """Return every place in `text` that names an org, longest names first at each place.

        A name has a capital or a digit in it: "bình an" in a sentence is no commune Bình An.
        """
        spaced = _spaced(text)
        if self._in_text is None:
            return []
        found = []
        for hit in self._in_text.finditer(fold(spaced)):
            words = hit.group()
            if spaced[hit.start() : hit.end()].islower() or (
                _GOES_ON.search(words) and _named_after(spaced, hit.end())
            ):
                continue
            found.append(NamedOrg(Span(*hit.span()), self._by_key[words], spaced[hit.start() : hit.end()]))
        return found

    def named_in_file_name(self, name: str) -> list[NamedOrg]:
        """Return the orgs that a file name tells, written with marks or without, with any mark between words."""
        if self._in_file_name is None:
            return []
        worded = _worded(name)
        return [
            NamedOrg(Span(*hit.span()), self._by_plain[hit.group()], hit.group())
            for hit in self._in_file_name.finditer(worded)
        ]


@lru_cache(maxsize=64)
def names_of(orgs: tuple[Org, ...]) -> OrgNames:
    """Return the names of these rows; the same rows are made ready once."""
    return OrgNames(orgs)


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    if not longest_first:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _key(name: str) -> str:
    return fold(_spaced(name))


def _spaced(text: str) -> str:
    plain = _SPACE.sub(" ", text).strip()
    for short, word in _LEVEL_WORDS:
        plain = _replaced(plain, short, word)
    return plain


def _replaced(text: str, short: re.Pattern[str], word: str) -> str:
    at = 0
    pieces = []
    for hit in short.finditer(fold(text)):
        pieces += [text[at : hit.start()], word.capitalize() if text[hit.start()].isupper() else word]
        at = hit.end()
    return "".join([*pieces, text[at:]])


def _worded(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", without_marks(name)).strip()


def _named_after(text: str, end: int) -> bool:
    """Tell whether a name in capitals goes on at `end`; a text all in capitals cannot tell."""
    follower = text[end + 1 : end + 2]
    return text[end : end + 1] == " " and follower.isupper() and not text.isupper()
