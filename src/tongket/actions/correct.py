"""Correct what was read: a person says what a figure is, of whom and when, and why. What was read stays there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NoReturn

from tongket.actions.corrected import Place, corrections, places_of
from tongket.ledger.entries import add, org_facts, rows_of, starting_with
from tongket.ledger.holding import last_of_chain, latest
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text
from tongket.terms.quantity import Quantity
from tongket.terms.tables import AttributionRow, CorrectionRow, FigureRow, MappingRow, ObservationRow


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a figure; what is None stays as it was.

    Attributes:
        reason: Why; never empty.
        quantity: The number with its bounds.
        indicator: Indicator id; empty where the figure shall count for nothing.
        org: Org id.
        period: Of the reporting calendar.
    """

    reason: str
    quantity: Quantity | None = None
    indicator: str | None = None
    org: str | None = None
    period: Period | None = None


def correct(name: str, said: Said, at: datetime) -> CorrectionRow:
    """Enter a correction; saying again what holds already changes nothing.

    Args:
        name: Id of a figure (`F-`) or of a correction (`C-`), or so many of its first letters that no other begins
            with them.
        said: What it is.
        at: When it is recorded.

    Returns:
        The correction that holds now.

    Raises:
        TongketError: There is no such figure; it was never attributed; no reason is given; the low bound is above
            the high one; the profile knows no such indicator or org; somebody else has just corrected the same.
    """
    proposed = correction_row(name, said)
    if proposed.row is not proposed.now:
        add([proposed.row], at=at)
    return proposed.row


@dataclass(frozen=True, slots=True)
class Proposed:
    """A correction that may be entered.

    Attributes:
        row: The correction; `now` itself where it says nothing new.
        now: What holds of the figure now: a correction, or what was read in the form of one (its id is empty).
    """

    row: CorrectionRow
    now: CorrectionRow


def correction_row(name: str, said: Said) -> Proposed:
    """Return the correction that `correct` would enter, checked, without entering it.

    Args:
        name: As in `correct`.
        said: What the figure is.

    Raises:
        TongketError: As in `correct`.
    """
    figure = _figure(name.strip())
    place = _place(figure)
    now = _now(figure, place)
    before = [row for row in rows_of(CorrectionRow, document=figure.document) if place_of(row) == place]
    row = said_in_place(said, now, before)
    if now.replaces and _same(row, now):
        return Proposed(now, now)
    _check(row, now)
    return Proposed(row, now)


def _figure(name: str) -> FigureRow:
    asked = name[:1].upper() + name[1:].lower()
    found: list[FigureRow | CorrectionRow] = []
    found += starting_with(FigureRow, asked) if asked.startswith("F") else starting_with(CorrectionRow, asked)
    exact = [row for row in found if row.id == asked] or found
    if len(exact) != 1:
        what = "không có" if not found else "có nhiều"
        message = f"Sổ cái {what} số liệu hay đính chính mang mã bắt đầu bằng “{name}”. Hãy chép đủ mã F-… hoặc C-…"
        raise TongketError(message)
    row = exact[0]
    return rows_of(FigureRow, id=row.figure)[0] if isinstance(row, CorrectionRow) else row


def _place(figure: FigureRow) -> Place:
    return places_of(rows_of(FigureRow, reading=figure.reading))[figure.id]


def _now(figure: FigureRow, place: Place) -> CorrectionRow:
    """Return what is said of a figure now: the correction that holds, or what was read in the form of one."""
    holding = [row for row in corrections(documents=[figure.document]) if place_of(row) == place]
    return holding[0] if holding else as_read(figure, place, _observation(figure))


def as_read(figure: FigureRow, place: Place, read: ObservationRow) -> CorrectionRow:
    """Return what was read of a figure in the form of a correction, without an id."""
    return CorrectionRow(
        id="",
        replaces="",
        document=figure.document,
        figure=figure.id,
        start=place[1],
        end=place[2],
        nth=place[3],
        indicator=read.indicator,
        org=read.org,
        period=read.period,
        low=figure.low,
        high=figure.high,
        approx=figure.approx,
        reason="",
    )


def _observation(figure: FigureRow) -> ObservationRow:
    """Return what the mapping used last makes of a figure."""
    last = [row.mapping for row in latest(rows_of(AttributionRow, reading=figure.reading))]
    found = rows_of(ObservationRow, figure=figure.id, mapping=last[-1:])
    if not found:
        message = (
            f"Chưa rõ {figure.id} là chỉ tiêu nào, của đơn vị nào: hãy lập báo cáo với một hồ sơ trước "
            "(tongket review), rồi đính chính."
        )
        raise TongketError(message)
    return found[0]


def said_in_place(said: Said, now: CorrectionRow, before: Sequence[CorrectionRow]) -> CorrectionRow:
    """Return the correction that says something of a figure, unchecked.

    Args:
        said: What it is.
        now: What holds of it now (`as_read` where there is no correction).
        before: All corrections ever made of that place, in the order of their ids.
    """
    quantity = said.quantity or now.quantity
    first = next((row.id for row in before if row.replaces.startswith("F-")), "")
    replaces = last_of_chain(first, before) if first else now.figure
    says = (
        replaces,
        now.document,
        now.figure,
        now.start,
        now.end,
        now.nth,
        now.indicator if said.indicator is None else said.indicator,
        now.org if said.org is None else said.org,
        now.period if said.period is None else str(said.period),
        _plain(quantity.low),
        _plain(quantity.high),
        quantity.approx,
        said.reason.strip(),
    )
    return CorrectionRow(entry_id("C", *says), *says)


def place_of(row: CorrectionRow) -> Place:
    """Return where the figure of a correction stands."""
    return row.document, row.start, row.end, row.nth


def _same(row: CorrectionRow, now: CorrectionRow) -> bool:
    return (row.indicator, row.org, row.period, row.quantity) == (now.indicator, now.org, now.period, now.quantity)


def _plain(value: Decimal | None) -> Decimal | None:
    """Drop zeros behind the mark, so that the same number said in two ways is one correction."""
    return None if value is None else Decimal(f"{value.normalize():f}")


def _check(row: CorrectionRow, now: CorrectionRow) -> None:
    if not row.reason:
        _refuse("cần nói lý do")
    if row.low is not None and row.high is not None and row.low > row.high:
        _refuse(f"cận dưới {row.low} lớn hơn cận trên {row.high}")
    if row.low is None and row.high is None:
        _refuse("cần ít nhất một cận")
    if row.indicator and not (row.org and row.period):
        _refuse("chưa rõ số liệu là của đơn vị nào, kỳ nào; hãy nói thêm đơn vị và kỳ báo cáo")
    profile = _profile(row.figure)
    if row.indicator != now.indicator and row.indicator:
        _known("chỉ tiêu", row.indicator, (each.id for each in profile.indicators))
    if row.org != now.org:
        _known("đơn vị", row.org, (each.id for each in (*profile.orgs, *org_facts().orgs)))


def _profile(figure: str) -> Profile:
    mappings = {row.mapping for row in rows_of(ObservationRow, figure=figure)}
    kept = rows_of(MappingRow, id=sorted(mappings))
    if not kept:
        _refuse("sổ cái này của bản cũ chưa giữ hồ sơ; hãy lập lại báo cáo một lần rồi đính chính")
    return profile_from_text(kept[-1].profile)


def _known(what: str, name: str, known: Iterable[str]) -> None:
    names = sorted(set(known))
    if name not in names:
        shown = ", ".join(names[:20]) + (" …" if len(names) > 20 else "")  # noqa: PLR2004 - what fits a screen
        _refuse(f"hồ sơ không có {what} “{name}”; hãy chọn một trong: {shown}")


def _refuse(what: str) -> NoReturn:
    message = f"Không đính chính được: {what}."
    raise TongketError(message)
