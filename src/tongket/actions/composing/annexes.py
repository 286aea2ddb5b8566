"""What stands behind the text of a review: figures by org, directives, events, awards, doubts, what was not read."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from tongket.actions.composing.basis import Basis
from tongket.actions.composing.followed import followed
from tongket.actions.composing.lines import Conflict, Line
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.statements import Statements
from tongket.actions.composing.totals import Book
from tongket.ledger.entries import rows_of
from tongket.reading.directives.registry import known_directives
from tongket.review.content import (
    Annexes,
    AwardRow,
    Cell,
    Column,
    DirectiveRow,
    DoubtRow,
    EventRow,
    FigureRow,
    FigureTable,
    LooseFigure,
    UnreadDocument,
)
from tongket.review.wording import day, event_kind
from tongket.terms import tables
from tongket.terms.finding import Severity
from tongket.terms.records import EventKind

_Placed = TypeVar("_Placed", tables.DirectiveRow, tables.EventRow, tables.AwardRow, tables.FindingRow, tables.FigureRow)
_NO_INDICATOR = "không thuộc chỉ tiêu nào của hồ sơ"


def annexes(basis: Basis, book: Book, statements: Statements, sources: Sources) -> Annexes:
    """Return everything behind the text but the sources."""
    return Annexes(
        figures=_figures(basis, book),
        followed=followed(basis, statements, sources),
        directives=_directives(basis, sources),
        events=_events(basis, sources),
        awards=_awards(basis, sources),
        doubts=(*_conflicts(basis, book, sources), *_not_added(basis), *_findings(basis)),
        loose_figures=_loose(basis, sources),
        unread=_unread(basis),
    )


def _figures(basis: Basis, book: Book) -> tuple[FigureTable, ...]:
    if not book.lines:
        return ()
    names = dict.fromkeys((place.org, place.name) for place in basis.places)
    rows = [
        FigureRow(name, tuple(_cell(line, org) for line in book.lines))
        for org, name in names
        if any(org in line.by_org for line in book.lines)
    ]
    if any(line.own for line in book.lines):
        own = (Cell(line.own.text, line.own.target) if line.own else Cell() for line in book.lines)
        rows.append(FigureRow(f"{basis.own_place.name} (số tự báo cáo)", tuple(own)))
    columns = tuple(_column(line) for line in book.lines)
    title = f"Số liệu {basis.asked.period.label} theo đơn vị"
    return (FigureTable(title, columns, tuple(rows)),)


def _cell(line: Line, org: str) -> Cell:
    shown = line.by_org.get(org)
    return Cell(shown.text, shown.target) if shown else Cell()


def _column(line: Line) -> Column:
    total = Cell(line.total.text, line.total.target) if line.total else Cell()
    return Column(line.indicator.name, line.indicator.measure, total, line.rests_on, line.owed)


def _directives(basis: Basis, sources: Sources) -> tuple[DirectiveRow, ...]:
    by_key: dict[str, list[tables.DirectiveRow]] = defaultdict(list)
    for row in rows_of(tables.DirectiveRow, reading=_readings(basis)):
        by_key[row.key].append(row)
    return tuple(_directive(key, _in_order(rows, basis), basis, sources) for key, rows in sorted(by_key.items()))


def _directive(key: str, rows: list[tables.DirectiveRow], basis: Basis, sources: Sources) -> DirectiveRow:
    stated = sorted({row.date for row in rows if row.date})
    known = known_directives().get(key, ())
    # A number that was given again in a later term is known only where a citation states the day.
    meant = [each for each in known if len(known) == 1 or each.date in stated]
    told = meant[0] if len(meant) == 1 else None
    dates = stated or ([told.date] if told and told.date else [])
    return DirectiveRow(
        key=key,
        title=told.title if told else "",
        issuer=told.issuer if told else "",
        date="; ".join(day(each) for each in dates),
        orgs=tuple(dict.fromkeys(name for row in rows if (name := _org(row.document, basis)))),
        targets=tuple(sources.to(row) for row in rows),
    )


def _events(basis: Basis, sources: Sources) -> tuple[EventRow, ...]:
    rows = _in_order(rows_of(tables.EventRow, reading=_readings(basis)), basis)
    return tuple(
        EventRow(
            day(row.date),
            event_kind(EventKind(row.kind)),
            row.host,
            row.place,
            _org(row.document, basis),
            sources.to(row),
        )
        for row in sorted(rows, key=lambda row: row.date or "9")
    )


def _awards(basis: Basis, sources: Sources) -> tuple[AwardRow, ...]:
    rows = _in_order(rows_of(tables.AwardRow, reading=_readings(basis)), basis)
    return tuple(AwardRow(row.honour, row.grantor, _org(row.document, basis), sources.to(row)) for row in rows)


def _conflicts(basis: Basis, book: Book, sources: Sources) -> Iterator[DoubtRow]:
    figures = {row.id: row for row, _ in basis.figures(_documents(book))}
    for conflict in dict.fromkeys(book.conflicts):
        told = [figures[each.figure] for each in conflict.share.told]
        yield DoubtRow(
            "FIGURES-CONFLICT",
            _conflict_message(conflict, told, basis),
            basis.name(conflict.org),
            tuple(sources.to(row) for row in told),
        )
    for each in book.disagreements:
        message = (
            f"{each.indicator.name}: số của chính đơn vị là {each.own.text}, cộng các đơn vị trực thuộc là "
            f"{each.total.text}; giữ cả hai, chưa chọn số nào."
        )
        yield DoubtRow("OWN-DIFFERS-FROM-SUM", message, basis.own_place.name, (each.own.target, each.total.target))


def _documents(book: Book) -> list[str]:
    return [told.document for conflict in book.conflicts for told in conflict.share.told]


def _conflict_message(conflict: Conflict, told: list[tables.FigureRow], basis: Basis) -> str:
    names = {report.document.id: report.document.name for report in basis.reports}
    said = "; ".join(dict.fromkeys(f"“{row.quote}” ({names[row.document]})" for row in told))
    return (
        f"{conflict.indicator.name}, {conflict.share.period.label}: các văn bản nêu khác nhau: {said}. "
        "Tổng số mang cả hai cận; cần đối chiếu để xác định số đúng."
    )


def _not_added(basis: Basis) -> Iterator[DoubtRow]:
    """Name the reports of the period whose figures were not added, and why."""
    for report in basis.within.values():
        if report.org and report.period and report.document.id not in basis.adding:
            why = (
                "đơn vị chưa có báo cáo cho cả kỳ, không suy ra từ một phần"
                if report.document.id in basis.speaking
                else "phần thời gian này đã có trong báo cáo khác của đơn vị, hoặc đơn vị không tồn tại suốt kỳ đó"
            )
            message = f"Số liệu {report.period.label} không cộng vào {basis.asked.period.label}: {why}."
            yield DoubtRow("REPORT-NOT-ADDED", message, f"{basis.name(report.org)}: {report.document.name}")


def _findings(basis: Basis) -> Iterator[DoubtRow]:
    found = rows_of(tables.FindingRow, reading=_readings(basis))
    mine = [row for row in found if row.mapping in ("", basis.asked.mapping) and row.severity != Severity.NOTE]
    for row in _in_order(mine, basis):
        report = basis.within[row.document]
        where = f", dòng {row.line}" if row.line else ""
        yield DoubtRow(row.code, row.message, f"{report.document.name}{where}")


def _loose(basis: Basis, sources: Sources) -> tuple[LooseFigure, ...]:
    documents = [
        each.document.id
        for each in basis.within.values()
        if each.document.id in basis.speaking or not each.org or not each.period
    ]
    loose = [(row, observed) for row, observed in basis.figures(documents) if not observed.indicator]
    reasons = {row.id: observed.reason for row, observed in loose}
    return tuple(
        LooseFigure(_with_reason(row, reasons[row.id]), _org(row.document, basis), sources.to(row))
        for row in _in_order([row for row, _ in loose], basis)
    )


def _with_reason(row: tables.FigureRow, reason: str) -> str:
    quote = " ".join(row.quote.split())
    return quote if reason == _NO_INDICATOR else f"{quote} ({reason})"


def _unread(basis: Basis) -> tuple[UnreadDocument, ...]:
    findings: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(tables.FindingRow, document=[document.id for document in basis.unread]):
        findings[row.document].append(row.message)
    nothing = "Không lấy được chữ nào từ tệp."
    return tuple(UnreadDocument(document.name, " ".join(findings[document.id]) or nothing) for document in basis.unread)


def _readings(basis: Basis) -> list[str]:
    return [report.attribution.reading for report in basis.within.values()]


def _org(document: str, basis: Basis) -> str:
    return basis.name(basis.within[document].org)


def _in_order(rows: list[_Placed], basis: Basis) -> list[_Placed]:
    places = {document: place for place, document in enumerate(basis.within)}
    return sorted(rows, key=lambda row: (places[row.document], row.start, row.id))
