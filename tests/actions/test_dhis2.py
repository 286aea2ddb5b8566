"""Figures from and to a DHIS2: periods, ids, bounds; what went in and out comes in as it was."""

import json
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.actions.attribute import attribute_readings, latest_readings
from tongket.actions.dhis2.bounds import comment_of, quantity_of, value_of
from tongket.actions.dhis2.export_values import Wanted, export_values
from tongket.actions.dhis2.periods import code_of_period, period_of_code
from tongket.actions.dhis2.values import read_values
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_in import take_in
from tongket.actions.take_in_table import TakenTable, take_in_values
from tongket.actions.write_review import write_review
from tongket.ledger.entries import rows_of
from tongket.review.wording import bounded
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Dhis2Ids, Profile
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.profile_text import profile_text
from tongket.terms.quantity import Quantity
from tongket.terms.tables import ROWS, FigureRow, FindingRow, ObservationRow

NOW = datetime(2025, 1, 10, tzinfo=UTC)
IDS = Dhis2Ids(
    data_set="BfMAe6Itzgt",
    category="HllvX50cXC0",
    elements=(("lop", "fbfJHSPpUQD"), ("hoc-vien", "cYeuwXTCPkU.pq2XI5kz2BY")),
    orgs=(("khe-sim", "O6uvpzGd5pu"), ("thuy-an", "fdc6uOvgoji")),
)
VALUES = """{
  "dataSet": "BfMAe6Itzgt",
  "completeDate": "2024-12-20",
  "period": "2024",
  "orgUnit": "O6uvpzGd5pu",
  "dataValues": [
    { "dataElement": "fbfJHSPpUQD", "value": "12", "comment": "đủ" },
    { "dataElement": "cYeuwXTCPkU", "categoryOptionCombo": "pq2XI5kz2BY", "value": "640", "comment": "trên 640 [tongket 640..]" },
    { "dataElement": "cYeuwXTCPkU", "categoryOptionCombo": "PT59n8BQbqM", "value": "7" },
    { "dataElement": "fbfJHSPpUQD", "orgUnit": "fdc6uOvgoji", "value": 9, "followup": true }
  ]
}
"""  # noqa: E501 - a value a line


@pytest.fixture(scope="module")
def office(profile: Profile) -> Profile:
    """The profile with the ids of a DHIS2."""
    return replace(profile, dhis2=IDS)


def _file(place: Path, text: str, name: str = "values.json") -> Path:
    file = place / name
    file.write_text(text, encoding="utf-8")
    return file


def _taken(file: Path) -> TakenTable:
    taken = take_in_values(file, NOW)
    assert taken is not None
    return taken


def _one(**told: object) -> str:
    value = {"dataElement": "fbfJHSPpUQD", "period": "2024", "orgUnit": "O6uvpzGd5pu", "value": "12"}
    return json.dumps({"dataValues": [value | told]})


Observation = tuple[str, str, str, Decimal | None, Decimal | None, bool]


def _observations(profile: Profile) -> set[Observation]:
    mapping = attribute_readings(profile, NOW)
    latest = {row.id for row in latest_readings().values()}
    figures = {row.id: row for row in rows_of(FigureRow) if row.reading in latest}
    return {
        (
            row.indicator,
            row.org,
            row.period,
            figures[row.figure].low,
            figures[row.figure].high,
            figures[row.figure].approx,
        )
        for row in rows_of(ObservationRow, mapping=mapping)
        if row.figure in figures and row.indicator
    }


def _reason(profile: Profile) -> str:
    (row,) = rows_of(ObservationRow, mapping=attribute_readings(profile, NOW))
    assert not row.indicator
    return row.reason


@pytest.mark.parametrize(
    ("code", "period"),
    [("2024", "2024"), ("202401", "2024-01"), ("202412", "2024-12"), ("2024Q1", "2024-Q1"), ("2024S2", "2024-H2")],
)
def test_codes_of_periods_go_both_ways(code: str, period: str) -> None:
    """Months, quarters, half-years and years are DHIS2's and ours."""
    assert str(period_of_code(code)) == period
    assert code_of_period(Period.parse(period)) == code


@pytest.mark.parametrize(
    "code", ["", "20240315", "2024W10", "202401B", "2024April", "2024AprilS1", "2024NovQ1", "202413", "0000"]
)
def test_other_codes_are_no_periods_of_reports(code: str) -> None:
    """Days, weeks, pairs of months and financial years are not taken for something near."""
    assert period_of_code(code) is None


@pytest.mark.parametrize("period", ["2024-M9", "2020/2025"])
def test_what_dhis2_cannot_say_has_no_code(period: str) -> None:
    """The first nine months and a term of office have no code there."""
    assert code_of_period(Period.parse(period)) == ""


_VALUES = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False)
_QUANTITIES = st.one_of(
    st.builds(lambda value, approx: Quantity(value, value, approx), _VALUES, st.booleans()),
    st.builds(lambda value, approx: Quantity(value, None, approx), _VALUES, st.booleans()),
    st.builds(lambda value, approx: Quantity(None, value, approx), _VALUES, st.booleans()),
    st.builds(lambda low, more, approx: Quantity(low, low + more, approx), _VALUES, _VALUES, st.booleans()),
)


@given(_QUANTITIES)
def test_bounds_come_back_from_value_and_comment(quantity: Quantity) -> None:
    """Exact, open on one side, between two, rough: nothing is lost and nothing is void."""
    comment = comment_of(quantity, bounded(quantity))
    assert quantity_of(value_of(quantity), comment) == (quantity, False)
    assert bool(comment) == (not quantity.exact)


@pytest.mark.parametrize(
    ("comment", "void"),
    [("trên 640", False), ("[tongket ..]", True), ("trên 600 [tongket 600..]", True)],
)
def test_a_comment_that_does_not_fit_tells_no_bounds(comment: str, void: bool) -> None:  # noqa: FBT001 - parametrised
    """A person's own words tell none; ours tell none once somebody has changed the value."""
    assert quantity_of(Decimal(640), comment) == (Quantity(Decimal(640), Decimal(640)), void)


def test_values_stand_where_the_file_has_them() -> None:
    """Each value's place is that of its number in the file; what stands once for all is said of each."""
    values = read_values(VALUES)
    assert [each.told.of(VALUES) for each in values.values] == ["12", "640", "7", "9"]
    assert [each.their_org for each in values.values] == ["O6uvpzGd5pu"] * 3 + ["fdc6uOvgoji"]
    assert {each.period for each in values.values} == {"2024"}
    assert (values.data_set, values.complete, values.findings) == ("BfMAe6Itzgt", "2024-12-20", ())


@pytest.mark.parametrize(
    "text", ['{"dataValues": [', '{"dataValues"', "{" * 5000 + '"dataValues"', '{"dataValues": [1]}']
)
def test_a_broken_file_is_a_finding(text: str) -> None:
    """Nothing is raised, whatever was cut off or nested."""
    assert [each.code for each in read_values(text).findings] == ["EXCHANGE-BROKEN"]


@pytest.mark.usefixtures("ledger")
def test_values_are_observations_by_the_ids_of_the_profile(tmp_path: Path, office: Profile) -> None:
    """Data elements with and without their category, org units, bounds in the comment; the rest is told once each."""
    _taken(_file(tmp_path, VALUES))
    assert _observations(office) == {
        ("lop", "khe-sim", "2024", Decimal(12), Decimal(12), False),
        ("hoc-vien", "khe-sim", "2024", Decimal(640), None, False),
        ("lop", "thuy-an", "2024", Decimal(9), Decimal(9), False),
    }
    codes = [row.code for row in rows_of(FindingRow) if row.mapping]
    assert codes == ["DATA-ELEMENT-UNKNOWN"]


@pytest.mark.usefixtures("ledger")
def test_they_stand_in_the_review_with_their_place(tmp_path: Path, office: Profile) -> None:
    """A total over orgs rests on values of the file; what fits nothing stands in the annex."""
    _taken(_file(tmp_path, VALUES))
    made = write_review(office, "van-loc", Period.parse("2024"), NOW)
    totals = {line.indicator.id: line.total.quantity for line in made.lines if line.total}
    assert totals == {"lop": Quantity(Decimal(21), Decimal(21)), "hoc-vien": Quantity(Decimal(640), None)}
    (loose,) = made.content.annexes.loose_figures
    assert loose.text.startswith("7 (phần tử dữ liệu “cYeuwXTCPkU.PT59n8BQbqM”")
    figure = next(row for row in rows_of(FigureRow) if row.quote == "640")
    assert figure.sentence[figure.at : figure.at + 3] == "640"
    assert VALUES.split("\n")[figure.line - 1].strip(" ,") == figure.sentence


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"dataElement": "la"}, "chưa ghép với chỉ tiêu"),
        ({"orgUnit": "la"}, "chưa ghép với đơn vị"),
        ({"period": "2026"}, "không tồn tại trong kỳ"),
        ({"period": "2024W3"}, "không đọc được kỳ"),
        ({"deleted": True}, "đã xóa"),
        ({"dataElement": ""}, "chưa ghép"),
    ],
)
def test_what_cannot_be_matched_stays_out_with_its_reason(
    told: dict[str, object], reason: str, tmp_path: Path, office: Profile
) -> None:
    """An id of nobody, an org that is gone, a week, a deleted value: kept, told, never added."""
    _taken(_file(tmp_path, _one(**told)))
    assert reason in _reason(office)


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("value", ["true", "", "1,5", "NaN", "1e99", None, "9" * 30])
def test_what_is_no_number_is_a_finding(value: object, tmp_path: Path) -> None:
    """DHIS2 keeps texts and truths too; they are no figures."""
    taken = _taken(_file(tmp_path, _one(value=value)))
    assert rows_of(FigureRow, reading=taken.reading) == []
    assert "VALUE-NOT-NUMBER" in [each.code for each in taken.taken.findings]


@pytest.mark.usefixtures("ledger")
def test_codes_of_orgs_hold_in_their_time(tmp_path: Path, profile: Profile) -> None:
    """A code that was given again means the org that has it in the period; indicators go by codes too."""
    told = tomllib.loads(profile_text(profile))
    told["indicators"][0]["code"] = "LOP"
    told["orgs"][1]["code"] = "26740"
    told["orgs"].append(
        {
            "id": "xa-moi",
            "name": "xã Mới",
            "level": "xã",
            "parent": "van-loc",
            "code": "26740",
            "valid_from": date(2025, 7, 1),
        }
    )
    office = profile_from_mapping(told)
    for place, period in enumerate(("2024", "2026")):
        _taken(_file(tmp_path, _one(dataElement="LOP", orgUnit="26740", period=period), f"{place}.json"))
    assert {each[:3] for each in _observations(office)} == {("lop", "khe-sim", "2024"), ("lop", "xa-moi", "2026")}


@pytest.mark.usefixtures("ledger")
def test_the_same_file_twice_changes_nothing(tmp_path: Path, office: Profile) -> None:
    """Not a row more, whether through take-in or as any document."""
    file = _file(tmp_path, VALUES)
    assert _taken(file).new
    attribute_readings(office, NOW)
    before = {row_type: rows_of(row_type) for row_type in ROWS}
    assert not _taken(file).new
    take_in(file, NOW)
    attribute_readings(office, NOW)
    assert {row_type: rows_of(row_type) for row_type in ROWS} == before


@pytest.mark.usefixtures("ledger")
def test_what_goes_out_is_of_dhis2s_form(tmp_path: Path, office: Profile) -> None:
    """Names, texts and codes as the Web API documents them; what is common stands at the head."""
    _taken(_file(tmp_path, VALUES))
    mapping = attribute_readings(office, NOW)
    out = export_values(office, mapping, Wanted("khe-sim", Period.parse("2024"), bounds=True))
    assert json.loads(out.text) == {
        "dataSet": "BfMAe6Itzgt",
        "period": "2024",
        "orgUnit": "O6uvpzGd5pu",
        "dataValues": [
            {
                "dataElement": "fbfJHSPpUQD",
                "categoryOptionCombo": "HllvX50cXC0",
                "period": "2024",
                "orgUnit": "O6uvpzGd5pu",
                "value": "12",
            },
            {
                "dataElement": "cYeuwXTCPkU",
                "categoryOptionCombo": "pq2XI5kz2BY",
                "period": "2024",
                "orgUnit": "O6uvpzGd5pu",
                "value": "640",
                "comment": "trên 640 người [tongket 640..]",
                "followup": True,
            },
        ],
    }


@pytest.mark.usefixtures("ledger")
def test_only_what_can_be_said_goes_out(tmp_path: Path, office: Profile, folder: Path) -> None:
    """Bounds unless asked for, conflicts, orgs without an id: left out, and said."""
    _taken(_file(tmp_path, VALUES))
    for name in ("khe-sim-bao-2024.txt", "tinh-2024.txt"):
        take_in(folder / name, NOW)
    mapping = attribute_readings(office, NOW)
    out = export_values(office, mapping, Wanted("van-loc", Period.parse("2024"), below=True))
    assert [(each["dataElement"], each["value"]) for each in json.loads(out.text)["dataValues"]] == [
        ("fbfJHSPpUQD", "12"),
        ("fbfJHSPpUQD", "9"),
    ]
    assert {each.code for each in out.findings} == {"BOUND-LEFT-OUT", "ORG-UNIT-UNKNOWN", "DATA-ELEMENT-UNKNOWN"}
    with pytest.raises(TongketError, match="la-lam"):
        export_values(office, mapping, Wanted("la-lam", Period.parse("2024")))


def test_in_out_in_gives_the_same_observations(tmp_path: Path, office: Profile, folder: Path) -> None:
    """What reports told, through a DHIS2 file into another ledger, is what they told: every number and bound."""
    open_ledger(tmp_path / "one.ledger")
    for name in ("khe-sim-2023.txt", "thuy-an-dau-nam.txt", "thuy-an-cuoi-nam.txt"):
        take_in(folder / name, NOW)
    _taken(_file(tmp_path, VALUES))
    first = _observations(office)
    mapping = attribute_readings(office, NOW)
    texts = [
        export_values(office, mapping, Wanted("van-loc", Period.parse(year), below=True, within=True, bounds=True)).text
        for year in ("2023", "2024")
    ]
    close_ledger()
    open_ledger(tmp_path / "two.ledger")
    for place, text in enumerate(texts):
        _taken(_file(tmp_path, text, f"out-{place}.json"))
    assert _observations(office) == first
    assert len(first) == 9
    close_ledger()
