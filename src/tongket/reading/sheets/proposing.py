"""What the tables of a sheet mean for a profile, proposed line by line, with how sure it is and why.

Orgs are looked for down the labels, then in the heads, then in title, name of the sheet and document; so are
periods; indicators down the labels, then in the heads. Only what is sure is in the mapping; what is doubtful stands
in the remark for a person to take, and its figures stay out of every total until then.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.reading.attribution import Attribution
from tongket.reading.org_names import names_of
from tongket.reading.sheets.layout import SheetTable, tables_of
from tongket.reading.sheets.matching import period_of, stated_measure
from tongket.reading.sheets.proposal import How, Key, Proposal, ProposedLine, Remark, Scene
from tongket.reading.sheets.proposing_columns import propose_columns
from tongket.reading.sheets.proposing_rows import propose_rows
from tongket.terms.document import Document
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.sheet_mapping import LineRole, MappedLine, MappedTable, SheetMapping


def propose(document: Document, profile: Profile, told: Attribution) -> Proposal:
    """Propose what the tables of a document mean.

    Args:
        document: With cells.
        profile: Whose orgs and indicators may be meant.
        told: Whose report the document says it is and for when: what the sheet itself leaves open is taken from there.
    """
    tables, remarks = [], dict[Key, Remark]()
    for place, table in enumerate(tables_of(document)):
        mapped, lines = _table(table, profile, told)
        tables.append(mapped)
        remarks |= {(place, axis, each.line.place): each.remark for axis, each in lines}
    titles = [line for table in tables_of(document) for line in table.title]
    orgs, periods = {table.org for table in tables}, {table.period for table in tables}
    org = orgs.pop() if len(orgs) == 1 else ""
    mapping = SheetMapping(
        document.name,
        document.source_sha256,
        tuple(tables),
        org or _named(titles, profile.orgs),
        periods.pop() if len(periods) == 1 else "",
    )
    return Proposal(mapping, remarks)


def _table(
    table: SheetTable, profile: Profile, told: Attribution
) -> tuple[MappedTable, list[tuple[str, ProposedLine]]]:
    period = _period(table, told)
    orgs = tuple(org for org in profile.orgs if period is None or org.valid_in(period))
    stated = [measure for line in (*table.title, *table.foot) if (measure := stated_measure(line))]
    scene = Scene(table, profile, period, orgs, stated[0] if stated else "")
    rows, labels = propose_rows(scene)
    columns = propose_columns(
        scene, rows_tell_indicators=labels.indicator is not None, rows_tell_orgs=labels.org is not None
    )
    rows, columns = _each_once(rows, "dòng"), _each_once(columns, "cột")
    across = any(each.line.org for each in columns)
    org = "" if labels.org is not None or across else _whole_org(scene, told)
    mapped = MappedTable(
        table.sheet,
        table.table,
        tuple(each.line for each in rows),
        tuple(each.line for each in columns),
        org=org,
        period=str(period or ""),
    )
    return mapped, [*(("rows", each) for each in rows), *(("columns", each) for each in columns)]


def _period(table: SheetTable, told: Attribution) -> Period | None:
    """Return the period of a table: of its title and its sheet's name the narrower, else the document's."""
    year = told.period.first.year if told.period else None
    named = [found for line in (*table.title, table.sheet) if (found := period_of(line, year))]
    if not named:
        return told.period
    narrowest = min(named, key=lambda period: (period.last - period.first, period))
    return narrowest if all(each.contains(narrowest) for each in named) else None


def _whole_org(scene: Scene, told: Attribution) -> str:
    """Return whose a table is that names no orgs in rows or heads."""
    by_title = _named(scene.table.title, scene.orgs) or _named([scene.table.sheet], scene.orgs)
    valid = {org.id for org in scene.orgs}
    return by_title or (told.org if told.org in valid else "") or ""


def _named(lines: Iterable[str], orgs: tuple[Org, ...]) -> str:
    """Return the one org that lines name, the lowest of those above one another; empty for none or several."""
    parents = {org.id: org.parent for org in orgs}
    found = {next(iter(each.orgs)) for line in lines for each in names_of(orgs).named_in(line) if len(each.orgs) == 1}
    above: set[str] = set()
    for org in found:
        parent = parents.get(org)
        while parent is not None and parent not in above:
            above.add(parent)
            parent = parents.get(parent)
    lowest = found - above
    return lowest.pop() if len(lowest) == 1 else ""


def _each_once(lines: Sequence[ProposedLine], what: str) -> list[ProposedLine]:
    """Take nothing for sure that two lines claim: neither of two columns with one indicator is the one."""
    claims = Counter(_claim(each.line) for each in lines if _counts(each))
    return [_doubted(each, what) if _counts(each) and claims[_claim(each.line)] > 1 else each for each in lines]


def _counts(each: ProposedLine) -> bool:
    return each.line.role is LineRole.FIGURES and bool(each.line.indicator or each.line.org)


def _claim(line: MappedLine) -> tuple[str, str, str]:
    return line.indicator, line.org, line.period


def _doubted(each: ProposedLine, what: str) -> ProposedLine:
    ids = tuple(filter(None, (each.line.indicator, each.line.org)))
    why = f"có {what} khác cũng khớp như vậy"
    return ProposedLine(replace(each.line, indicator="", org=""), Remark(How.DOUBTFUL, why, ids))
