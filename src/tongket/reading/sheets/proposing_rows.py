"""What the rows of a table mean: orgs or indicators by their labels, a period by a column of periods, totals."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tongket.reading.sheets.amounts import is_number
from tongket.reading.sheets.layout import SheetTable, words_of
from tongket.reading.sheets.matching import Match, bare, indicator_of, org_of, period_in_cell, scale_in
from tongket.reading.sheets.proposal import How, ProposedLine, Remark, Scene, remark_on
from tongket.terms.sheet_mapping import LineRole, MappedLine

_TOTAL_LINE = "dòng tổng: để đối chiếu với các dòng khác, không cộng thêm"
_BODY_ABOVE = "đơn vị cấp trên của các dòng khác: số của chính đơn vị, đối chiếu với tổng"
_LEAST_BELOW = 2  # rows of orgs below that make the row of their parent a total


@dataclass(frozen=True)
class Labels:
    """Which columns of labels tell what; None where none does."""

    org: int | None
    indicator: int | None
    period: int | None


def propose_rows(scene: Scene) -> tuple[list[ProposedLine], Labels]:
    """Return the rows that hold figures, and which columns of labels told what they are."""
    table = scene.table
    rows = [row for row in table.body if any(_holds(table, row, column) for column in table.numbers)]
    by_org = {column: {row: org_of(table.label_of(row, column), scene.orgs) for row in rows} for column in table.labels}
    measures = {row: _measure(table, row) for row in rows}
    by_indicator = {
        column: {
            row: indicator_of((table.label_of(row, column),), measures[row], scene.title, scene.profile.indicators)
            for row in rows
        }
        for column in table.labels
    }
    labels = _labels(table, by_org, by_indicator)
    lines = [_row(scene, row, labels, (by_org, by_indicator), measures[row]) for row in rows]
    bodies = _bodies_above(lines, scene)
    return [_above(each, bodies) for each in lines], labels


_Matches = Mapping[int, Mapping[int, Match]]


def _holds(table: SheetTable, row: int, column: int) -> bool:
    cell = table.cells.get((row, column))
    return cell is not None and is_number(cell.text)


def _measure(table: SheetTable, row: int) -> str:
    cell = table.cells.get((row, table.measure)) if table.measure else None
    return cell.key if cell else ""


def _labels(table: SheetTable, by_org: _Matches, by_indicator: _Matches) -> Labels:
    """Choose the columns of labels: the one in which most cells are orgs, another in which most are indicators."""
    orgs = {column: sum(match.sure for match in found.values()) for column, found in by_org.items()}
    words = {
        column: (sum(match.sure for match in found.values()), sum(bool(match.ids) for match in found.values()))
        for column, found in by_indicator.items()
    }
    org = max(orgs, key=lambda column: orgs[column], default=None)
    if org is not None and (orgs[org] == 0 or words[org][0] > orgs[org]):
        org = None
    rest = {column: count for column, count in words.items() if column != org and count[1]}
    indicator = max(rest, key=lambda column: rest[column], default=None)
    if org is not None and indicator is not None and rest[indicator][0] == 0:
        indicator = None  # beside orgs a chance likeness of words makes no column of indicators
    period = next((column for column in table.labels if table.tagged(column, "period")), None)
    return Labels(org, indicator, period)


def _row(scene: Scene, row: int, labels: Labels, matches: tuple[_Matches, _Matches], measure: str) -> ProposedLine:
    table = scene.table
    words = _words(table, row, labels)
    if _is_total(table, row):
        return ProposedLine(MappedLine(row, words, role=LineRole.TOTAL), Remark(How.OUT, _TOTAL_LINE))
    by_org, by_indicator = matches
    org = by_org[labels.org][row] if labels.org else None
    indicator = by_indicator[labels.indicator][row] if labels.indicator else None
    period = ""
    if labels.period:
        head = " ".join(table.head_of(labels.period))
        period = str(period_in_cell(table.label_of(row, labels.period), head, scene.year) or "")
    told = [match for match in (org, indicator) if match is not None]
    line = MappedLine(
        row,
        words,
        indicator.told if indicator else "",
        org.told if org else "",
        period,
        scale_in(measure),
    )
    return ProposedLine(line, remark_on(told) if told else Remark(How.SURE, "dòng số liệu"))


def _words(table: SheetTable, row: int, labels: Labels) -> str:
    """Return what a row is known by: what told its org and indicator, else its labels, else its first cell."""
    told = [column for column in (labels.org, labels.indicator) if column] or table.labels
    words = [word for column in told if (word := table.label_of(row, column))]
    first = next((cell.text for cell in table.row(row).values()), "")
    return " | ".join(words) or first


def _is_total(table: SheetTable, row: int) -> bool:
    """Tell whether a row adds up others; the word may stand in the column of numbers, merged over the label."""
    cells = [cell for column, cell in table.row(row).items() if column not in table.numbers]
    return any(cell.key in words_of("total") or bare(cell.text) in words_of("total") for cell in cells)


def _bodies_above(lines: list[ProposedLine], scene: Scene) -> set[str]:
    """Return the orgs of rows of which several rows below name orgs right under them."""
    named = {each.line.org for each in lines if each.line.org}
    under = Counter(parent for org, parent in {(org.id, org.parent) for org in scene.orgs} if org in named and parent)
    return {org for org in named if under[org] >= _LEAST_BELOW}


def _above(each: ProposedLine, bodies: set[str]) -> ProposedLine:
    """Make the row of a body, among the rows of those below it, a total with an org."""
    if each.line.org not in bodies:
        return each
    return ProposedLine(replace(each.line, role=LineRole.TOTAL), Remark(How.SURE, _BODY_ABOVE, (each.line.org,)))
