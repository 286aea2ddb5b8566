"""The register of directives: what is known of each, who cites it, and how far each org is with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.actions.board.came import Whose, whose
from tongket.actions.people.office import office
from tongket.actions.register.evidence import Shown, shown_for
from tongket.ledger.cited_directives import cited_directives
from tongket.ledger.entries import rows_of
from tongket.reading.directives.registry import known_directives
from tongket.reading.evidence import ORDER, Stage, says_replaces, stage_of
from tongket.reading.period_words import without_marks
from tongket.terms.period import Period
from tongket.terms.tables import DirectiveRow
from tongket.terms.work import TaskRow


@dataclass(frozen=True, slots=True)
class Listed:
    """A directive in the register; texts are empty where not known, `cited` is the count of documents that cite it."""

    key: str
    type: str
    issuer: str
    date: str
    title: str
    cited: int


@dataclass(frozen=True, slots=True)
class OrgsWay:
    """How far an org is with a directive.

    Attributes:
        org: Org id.
        name: What it is called.
        stage: The furthest that is shown; None where nothing is.
        confirmed: Whether a person confirmed that stage.
        shown: The sentences, the furthest stage first.
    """

    org: str
    name: str
    stage: Stage | None
    confirmed: bool
    shown: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """All about a directive.

    Attributes:
        listed: What is known of it.
        replaces: Keys of the directives that it takes the place of, as reports say.
        replaced_by: Keys of those that take its place.
        owners: Who has to carry it out, by the tasks that come from it; empty where nobody was told to.
        ways: How far each org is.
    """

    listed: Listed
    replaces: Sequence[str]
    replaced_by: Sequence[str]
    owners: Sequence[str]
    ways: Sequence[OrgsWay]


def list_directives(under: str, words: str = "") -> list[Listed]:
    """Return the register: those that reports of an org's tree cite first, the most cited at the top.

    Args:
        under: Org id.
        words: Only those in which these stand, with or without marks.
    """
    place = office()
    cited = cited_directives(None if under == place.top else place.tree(under))
    keys = dict.fromkeys((*sorted(cited, key=lambda key: (-cited[key], key)), *known_directives()))
    listed = (_listed(key, cited.get(key, 0)) for key in keys)
    asked = without_marks(words).split()
    return [each for each in listed if all(word in _searched(each) for word in asked)]


def read_directive(key: str, under: str, year: int | None) -> DirectivePage | None:
    """Return all about a directive in the tree of an org; None for one that is neither known nor cited.

    Args:
        key: Of the directive.
        under: Org id.
        year: Only what reports on this year say; None for any.
    """
    rows = rows_of(DirectiveRow, key=key)
    if not rows and key not in known_directives():
        return None
    place = office()
    tree, told = set(place.tree(under)), whose(row.document for row in rows)
    held = [row for row in rows if row.document in told and row.reading == told[row.document].reading]
    mine = [row for row in held if told[row.document].org in tree]
    mine = [row for row in mine if year is None or _on_year(told[row.document].period, year)]
    owners = _owners(key, tree)
    orgs = [org for org in place.names if org in (set(owners) or tree)]
    by_org = _by_org(mine, told, key)
    listed = _listed(key, len({row.document for row in mine}), [row.date for row in rows if row.date])
    sentences = [row.sentence for row in mine]
    return DirectivePage(
        listed,
        _others(key, sentences, before=True),
        _others(key, sentences, before=False),
        [place.names[org] for org in owners],
        [_way(org, place.names[org], by_org.get(org, [])) for org in orgs],
    )


def _on_year(period: str, year: int) -> bool:
    return Period.parse(period).overlaps(Period.of_months(year, 1, 12))


def _listed(key: str, cited: int, dates: Iterable[str] = ()) -> Listed:
    known = known_directives().get(key, ())
    # A number that was given again in a later term is told apart by its day only.
    stated = sorted(set(dates))
    meant = [each for each in known if len(known) == 1 or each.date in stated]
    told = meant[0] if len(meant) == 1 else None
    issued = told.date if told and told.date else next(iter(stated), "")
    return Listed(
        key, told.type if told else "", told.issuer if told else "", issued, told.title if told else "", cited
    )


def _searched(each: Listed) -> str:
    return without_marks(f"{each.key} {each.type} {each.issuer} {each.title}")


def _owners(key: str, tree: set[str]) -> list[str]:
    rows = rows_of(TaskRow, origin=key)
    return list(dict.fromkeys(org for row in rows for org in row.owners.split("\n") if org in tree))


def _by_org(rows: Iterable[DirectiveRow], told: Mapping[str, Whose], key: str) -> Mapping[str, Sequence[Shown]]:
    proposed = [(told[row.document][:2], row.id, row.document, row.sentence, stage_of(row.sentence)) for row in rows]
    return shown_for(key, proposed)


def _way(org: str, name: str, shown: Sequence[Shown]) -> OrgsWay:
    held = [each for each in shown if each.verdict != "refused" and each.stage is not None]
    confirmed = [each for each in held if each.verdict == "confirmed"]
    best = max((each.stage for each in confirmed or held if each.stage), key=ORDER.index, default=None)
    return OrgsWay(org, name, best, bool(confirmed), shown)


def _others(key: str, sentences: Iterable[str], *, before: bool) -> list[str]:
    """Return the directives of which reports say that this one takes their place, or that they take its."""
    found: dict[str, None] = {}
    for sentence in sentences:
        for other in known_directives():
            first, second = (_written(key), _written(other)) if before else (_written(other), _written(key))
            at, behind = sentence.find(first), sentence.rfind(second)
            if other != key and 0 <= at < behind and says_replaces(sentence[at + len(first) : behind]):
                found[other] = None
    return list(found)


def _written(key: str) -> str:
    """Return the part of a number by which sentences tell it: `05-CT` of `05-CT/TW`, all of `30/2020/NĐ-CP`."""
    head = key.partition("/")[0]
    return head if "-" in head else key
