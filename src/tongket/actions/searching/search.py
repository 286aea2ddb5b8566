"""Search for somebody: only in what they may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.actions.attribute import mapping_of
from tongket.actions.people.gate import Person, require, visible
from tongket.actions.people.office import office
from tongket.actions.searching.words import hits_in, wanted_words
from tongket.ledger.passages import RANKED, count_passages, find_passages
from tongket.terms.passages import Among, Found, Wanted
from tongket.terms.roles import Verb
from tongket.terms.span import Span

KINDS = ("figure", "result", "limitation", "task", "event", "directive", "official", "award")
AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for.

    Attributes:
        typed: As typed.
        org: Only reports of this org and of those below; empty for all that may be seen.
        periods: Only of these periods, as in `Period`.
        kind: One of `KINDS`; empty for any sentence.
        page: From 1.
    """

    typed: str
    org: str = ""
    periods: tuple[str, ...] = ()
    kind: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with where its words were hit, and the records read in it that may be opened: kind and entry id."""

    found: Found
    hits: tuple[Span, ...]
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """The answer.

    Attributes:
        hits: Of the page asked for.
        count: How many there are in all; `more` where they were counted no further.
        more: As said.
        without_marks: True where nothing was found with the marks typed, and these are found without.
        empty: True where no word was typed.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    more: bool = False
    without_marks: bool = False
    empty: bool = False
    wanted: tuple[Wanted, ...] = field(default=())


def search(person: Person, sought: Sought) -> Searched:
    """Return what is found in the documents that a person may see.

    Raises:
        NotAllowedError: They may not see the org that is named.
    """
    require(person, Verb.SEE, sought.org)
    wanted = wanted_words(sought.typed)
    if not wanted:
        return Searched(empty=True)
    among = _among(person, sought)
    found = _searched(wanted, among, sought.page)
    if found.count or not wanted[0].with_marks:
        return found
    loose = _searched(wanted_words(sought.typed, with_marks=False), among, sought.page)
    return Searched(loose.hits, loose.count, loose.more, without_marks=bool(loose.count), wanted=loose.wanted)


def _among(person: Person, sought: Sought) -> Among:
    place = office()
    seen = visible(person)
    everything = len(seen) == len(place.names)
    orgs = tuple(place.tree(sought.org)) if sought.org and sought.org != place.top else None
    mapping = mapping_of(place.profile)
    return Among(mapping, None if everything else tuple(seen), orgs, sought.periods, sought.kind)


def _searched(wanted: Sequence[Wanted], among: Among, page: int) -> Searched:
    count = count_passages(wanted, among)
    found = find_passages(wanted, among, (page - 1) * AT_ONCE, AT_ONCE) if count else []
    hits = tuple(Hit(each, tuple(hits_in(each.text, wanted)), _records(each, among.kind)) for each in found)
    return Searched(hits, count, count >= RANKED, wanted=tuple(wanted))


def _records(found: Found, kind: str) -> tuple[tuple[str, str], ...]:
    """Return the records of a passage, those of the kind asked for first, one of each kind."""
    pairs = [(line.partition(" ")[0], line.partition(" ")[2]) for line in found.records.split("\n") if line]
    pairs.sort(key=lambda pair: pair[0] != kind)
    return tuple({name: (name, entry) for name, entry in reversed(pairs)}.values())[::-1]
