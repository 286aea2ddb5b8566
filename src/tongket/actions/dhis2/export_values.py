"""Write what the ledger holds of an org and period as DHIS2 `dataValueSets` JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.actions.attribute import latest_readings
from tongket.actions.corrected import corrected, corrections
from tongket.actions.dhis2.bounds import comment_of, value_of
from tongket.actions.dhis2.identifiers import Identifiers
from tongket.actions.dhis2.periods import code_of_period
from tongket.actions.own_work import scopes_of, tellings, told_apart
from tongket.ledger.entries import rows_of
from tongket.review.wording import figure
from tongket.rollup.cells import by_org_and_indicator
from tongket.rollup.combine import combine
from tongket.terms.errors import TongketError
from tongket.terms.finding import Finding, Severity
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, Profile
from tongket.terms.quantity import Quantity
from tongket.terms.tables import FigureRow, ObservationRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall go out.

    Attributes:
        org: Org id.
        period: Of the figures.
        below: Those of all orgs below it too.
        within: Those of all periods within it too.
        bounds: Numbers with bounds too, carried as `bounds.py` says; without it only exact ones go.
        by_code: Ids are the codes of profile and map, not DHIS2's own.
    """

    org: str
    period: Period
    below: bool = False
    within: bool = False
    bounds: bool = False
    by_code: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of the file, how many values it holds, and what could not go out."""

    text: str
    values: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """What the ledger holds of one indicator, org and period."""

    indicator: Indicator
    org: str
    period: Period
    quantity: Quantity
    conflict: bool


def export_values(profile: Profile, mapping: str, wanted: Wanted) -> Exported:
    """Return the values of an org and period as a file.

    Args:
        profile: Tells the ids.
        mapping: Id of what this profile makes of the readings (`attribute_readings`).
        wanted: Which values.

    Raises:
        TongketError: The profile has no such org.
    """
    if not profile.org_rows(wanted.org):
        message = f"Hồ sơ (profile) không có đơn vị “{wanted.org}”. Hãy ghi mã (id) của đơn vị trong hồ sơ."
        raise TongketError(message)
    ids, findings = Identifiers(profile), list[Finding]()
    values = []
    for held in _held(profile, mapping, wanted):
        fault = _fault(held, ids, wanted)
        findings += [fault] if fault else []
        values += [] if fault else [_value(held, ids, wanted)]
    text = json.dumps(_whole(profile, values, wanted), ensure_ascii=False, indent=1) + "\n"
    return Exported(text, len(values), tuple(dict.fromkeys(findings)))


def _held(profile: Profile, mapping: str, wanted: Wanted) -> Iterator[_Held]:
    orgs = _orgs(profile, wanted)
    observed = [(row, said) for row, said in _observed(mapping) if said.org in orgs]
    said = by_org_and_indicator(tellings(observed, profile))
    told: dict[tuple[str, str, Period], list[Quantity]] = {}
    for each in (each for group in told_apart(said, scopes_of(observed), (), profile).values() for each in group):
        if each.period == wanted.period or (wanted.within and wanted.period.contains(each.period)):
            told.setdefault((each.indicator, each.org, each.period), []).append(each.quantity)
    places = {org: place for place, org in enumerate(orgs)}
    for indicator in profile.indicators:
        mine = [key for key in told if key[0] == indicator.id]
        for key in sorted(mine, key=lambda key: (places[key[1]], key[2])):
            found = combine(told[key])
            yield _Held(indicator, key[1], key[2], found.quantity, found.conflict)


def _observed(mapping: str) -> Sequence[tuple[FigureRow, ObservationRow]]:
    readings = [row.id for row in latest_readings().values()]
    observed = {row.figure: row for row in rows_of(ObservationRow, mapping=mapping)}
    figures = [row for row in rows_of(FigureRow, reading=readings) if row.id in observed]
    return corrected([(row, observed[row.id]) for row in figures], corrections())


def _orgs(profile: Profile, wanted: Wanted) -> tuple[str, ...]:
    """Return the org, and those below it in the period where they are wanted, in the order of the profile."""
    found = {wanted.org}
    rows = [org for org in profile.orgs if org.valid_in(wanted.period)]
    before = -1
    while wanted.below and len(found) > before:
        before = len(found)
        found |= {org.id for org in rows if org.parent in found}
    return tuple(dict.fromkeys(org.id for org in profile.orgs if org.id in found))


def _fault(held: _Held, ids: Identifiers, wanted: Wanted) -> Finding | None:
    """Return why a value cannot go out; None where it can."""
    name = f"{held.indicator.name}, {held.org}, {held.period.label}"
    quantity = held.quantity
    for code, missing, message in (
        ("PERIOD-UNKNOWN", not code_of_period(held.period), f"DHIS2 không có mã cho kỳ {held.period.label}."),
        (
            "DATA-ELEMENT-UNKNOWN",
            not ids.element_of(held.indicator, by_code=wanted.by_code)[0],
            f"Chỉ tiêu “{held.indicator.id}” chưa có mã của DHIS2. Hãy thêm vào [dhis2.elements] hoặc ghi code.",
        ),
        (
            "ORG-UNIT-UNKNOWN",
            not ids.their_org_of(held.org, held.period, by_code=wanted.by_code),
            f"Đơn vị “{held.org}” chưa có mã của DHIS2. Hãy thêm vào [dhis2.orgs] hoặc ghi code.",
        ),
        (
            "FIGURES-CONFLICT",
            held.conflict,
            f"{name}: các văn bản nêu khác nhau, DHIS2 chỉ giữ một số: không xuất.",
        ),
        ("BOUND-LEFT-OUT", quantity.low is None and quantity.high is None, f"{name}: chưa rõ cận nào, không xuất."),
        (
            "BOUND-LEFT-OUT",
            not quantity.exact and not wanted.bounds,
            f"{name}: “{_words(held)}” không phải một số chính xác, không xuất. Thêm --bounds để xuất kèm ghi chú.",
        ),
    ):
        if missing:
            return Finding(code, Severity.WARNING, message)
    return None


def _words(held: _Held) -> str:
    return figure(held.quantity, held.indicator.measure, held.indicator.kind)


def _value(held: _Held, ids: Identifiers, wanted: Wanted) -> dict[str, object]:
    element, category = ids.element_of(held.indicator, by_code=wanted.by_code)
    comment = comment_of(held.quantity, _words(held))
    told = {
        "dataElement": element,
        "categoryOptionCombo": category,
        "period": code_of_period(held.period),
        "orgUnit": ids.their_org_of(held.org, held.period, by_code=wanted.by_code),
        "value": _plain(value_of(held.quantity)),
        "comment": comment,
    }
    # DHIS2's own mark on a value that somebody should look at.
    return {name: text for name, text in told.items() if text} | ({"followup": True} if comment else {})


def _plain(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _whole(profile: Profile, values: Sequence[dict[str, object]], wanted: Wanted) -> dict[str, object]:
    """Put what is true of all values once at the head, as DHIS2 does for the values of one form."""
    head: dict[str, object] = {"idScheme": "CODE"} if wanted.by_code else {}
    for name in ("period", "orgUnit"):
        told = {str(value[name]) for value in values}
        head |= {name: told.pop()} if len(told) == 1 else {}
    one_form = {"period", "orgUnit"} <= set(head) and profile.dhis2.data_set and not wanted.by_code
    return ({"dataSet": profile.dhis2.data_set} if one_form else {}) | head | {"dataValues": list(values)}
