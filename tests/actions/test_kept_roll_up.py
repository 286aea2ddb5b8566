"""A roll-up out of what was kept is the one worked out anew, whatever was added, corrected, taken back or asked."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongket.actions.attribute import attribute_readings
from tongket.actions.correct import Said, correct
from tongket.actions.excuse import Excused, excuse
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.roll_up import Line, Rolled, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.known import Known, Pair
from tongket.actions.rolling.places import Where
from tongket.actions.take_back import take_back
from tongket.actions.take_in import take_in
from tongket.actions.take_in_table import take_in_values
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import holding
from tongket.rollup.cells import Tellings
from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Org, OrgChange
from tongket.terms.period import Period
from tongket.terms.profile import Dhis2Ids, OverTime, Profile, ReportKind
from tongket.terms.quantity import Quantity
from tongket.terms.tables import CorrectionRow, ExcuseRow, ObservationRow, WithdrawalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
REFORM = date(2025, 7, 1)
IDS = Dhis2Ids(
    elements=(("lop", "LOP"), ("hoc-vien", "HV")), orgs=(("khe-sim", "KHE"), ("thuy-an", "THUY"), ("van-loc", "VAN"))
)
PERIODS = ("2023", "2024", "2024-H1")
KHE_SIM = """Huyện ủy Khe Sim tổng kết công tác tuyên giáo năm 2024

Năm 2024, huyện đã mở 12 lớp bồi dưỡng lý luận chính trị cho hơn 600 học viên.
"""
KHE_SIM_AGAIN = """Khe Sim: tổng kết công tác tuyên giáo năm 2024

Năm 2024, huyện Khe Sim đã mở 14 lớp bồi dưỡng lý luận chính trị cho 640 học viên.
"""
PROVINCE = """Ban Tuyên giáo Tỉnh ủy Vạn Lộc tổng kết công tác tuyên giáo năm 2024

Năm 2024, Ban trực tiếp mở 5 lớp bồi dưỡng lý luận chính trị. Toàn tỉnh đã mở 31 lớp bồi dưỡng lý luận.
"""
THUY_AN = """Thị ủy Thủy An: báo cáo kết quả công tác tuyên giáo 6 tháng đầu năm 2024

6 tháng đầu năm 2024, thị xã đã mở 4 lớp bồi dưỡng lý luận chính trị cho gần 300 học viên.
"""
TEXTS = (KHE_SIM, KHE_SIM_AGAIN, PROVINCE, THUY_AN)
PLACES = st.tuples(
    st.sampled_from(["LOP", "HV"]),
    st.sampled_from(["KHE", "THUY", "VAN"]),
    st.sampled_from(["2023", "2024", "2024S1", "2024S2"]),
)
_values = st.dictionaries(PLACES, st.integers(0, 500), min_size=1, max_size=6)
_steps = st.one_of(
    st.tuples(st.just("values"), _values),
    st.tuples(st.just("text"), st.sampled_from(TEXTS)),
    st.tuples(st.just("correct"), st.integers(0, 99), st.sampled_from([None, 7, 70])),
    st.tuples(st.just("take back"), st.integers(0, 99)),
    st.tuples(st.just("excuse"), st.sampled_from(["khe-sim", "thuy-an"])),
    st.tuples(st.just("profile"), st.integers(0, 3)),
)
_questions = st.builds(
    lambda day, periods, back, level: (Where("van-loc", level, "", day), tuple(map(Period.parse, periods)), back),
    st.sampled_from([None, date(2024, 6, 1), date(2025, 8, 1)]),
    st.lists(st.sampled_from(PERIODS), min_size=1, max_size=2, unique=True),
    st.sampled_from([None, None, 1, 2]),
    st.sampled_from(["", "huyện"]),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger without entries, to copy."""
    file = tmp_path_factory.mktemp("empty") / "a.ledger"
    open_ledger(file)
    close_ledger()
    return file


@pytest.fixture
def ledger(empty: Path, tmp_path: Path) -> Iterator[Path]:
    """An empty ledger, open."""
    file = tmp_path / "a.ledger"
    shutil.copy(empty, file)
    open_ledger(file)
    yield file
    close_ledger()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_steps, _questions), min_size=2, max_size=5))
def test_kept_is_as_anew(empty: Path, tmp_path: Path, profile: Profile, steps: list[Any]) -> None:
    """Documents, conflicts, corrections, withdrawals, excuses, other profiles and maps, earlier moments, any order."""
    place, profiles = tmp_path / "b.ledger", _profiles(profile)
    kept = tmp_path / "b.kept"
    kept.unlink(missing_ok=True)
    shutil.copy(empty, place)
    open_ledger(place)
    whole, at = profiles[0], NOW
    try:
        for number, (step, (where, periods, back)) in enumerate(steps):
            at = NOW + timedelta(hours=number)
            whole = profiles[step[1]] if step[0] == "profile" else whole
            _do(step, whole, tmp_path, at)
            attribute_readings(whole, at)
            known_at = at - timedelta(hours=back) if back else None
            _same(whole, Asked(where, periods, known_at=known_at, drill=number % 2 == 0), kept)
        _same(whole, Asked(Where("van-loc"), tuple(map(Period.parse, PERIODS)), drill=True), kept)
    finally:
        close_ledger()


def test_only_what_was_told_since_is_worked_out(
    ledger: Path, tmp_path: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After one more document the tellings of the org and indicator it tells are asked for again, no others."""
    kept, whole = ledger.with_suffix(".kept"), replace(profile, dhis2=IDS)
    asked = Asked(Where("van-loc"), (Period.parse("2024"),))
    asked_for: list[object] = []
    tellings = Known.tellings

    def noted(known: Known, pairs: Collection[Pair] | None = None) -> Tellings:
        asked_for.append(pairs)
        return tellings(known, pairs)

    monkeypatch.setattr(Known, "tellings", noted)
    _tell(tmp_path, {("LOP", "KHE", "2024"): 3, ("LOP", "THUY", "2024"): 4, ("HV", "KHE", "2024"): 9}, whole, NOW)
    first = roll_up(whole, asked, kept)
    assert asked_for == [None]
    assert _sums(first) == {"lop": 7, "hoc-vien": 9}
    assert _sums(roll_up(whole, asked, kept)) == {"lop": 7, "hoc-vien": 9}
    assert asked_for == [None]
    _tell(tmp_path, {("LOP", "VAN", "2023"): 1, ("HV", "THUY", "2024"): 5}, whole, NOW + timedelta(hours=1))
    assert _sums(roll_up(whole, asked, kept)) == {"lop": 7, "hoc-vien": 14}
    assert asked_for == [None, {("van-loc", "lop"), ("thuy-an", "hoc-vien")}]


@pytest.mark.parametrize("broken", [b"", b"no such thing", "ledger", "changed"])
def test_a_file_that_is_none_is_only_not_used(
    ledger: Path, tmp_path: Path, profile: Profile, broken: bytes | str
) -> None:
    """A broken file, somebody else's database, or kept rows that were written over give the answer all the same."""
    kept, whole = tmp_path / "a.kept", replace(profile, dhis2=IDS)
    asked = Asked(Where("van-loc"), (Period.parse("2024"),))
    _tell(tmp_path, {("LOP", "KHE", "2024"): 3}, whole, NOW)
    if broken == "changed":
        roll_up(whole, asked, kept)
        with sqlite3.connect(kept) as engine:
            engine.execute("UPDATE kept SET rows = substr(rows, 1, 100)")
        engine.close()
    elif broken == "ledger":
        shutil.copy(ledger, kept)
    else:
        kept.write_bytes(broken if isinstance(broken, bytes) else b"")
    before = kept.read_bytes()
    assert _sums(roll_up(whole, asked, kept)) == {"lop": 3}
    if broken in {b"no such thing", "ledger"}:
        assert kept.read_bytes() == before


def test_another_ledger_in_the_same_place_is_not_answered_from_the_first(
    ledger: Path, empty: Path, tmp_path: Path, profile: Profile
) -> None:
    """As many entries at the same moments, but others: what was kept of the first ledger is not used."""
    kept, whole = ledger.with_suffix(".kept"), replace(profile, dhis2=IDS)
    asked = Asked(Where("van-loc"), (Period.parse("2024"),))
    _tell(tmp_path, {("LOP", "KHE", "2024"): 3}, whole, NOW)
    assert _sums(roll_up(whole, asked, kept)) == {"lop": 3}
    close_ledger()
    ledger.unlink()
    shutil.copy(empty, ledger)
    open_ledger(ledger)
    _tell(tmp_path, {("LOP", "KHE", "2024"): 4}, whole, NOW)
    assert _sums(roll_up(whole, asked, kept)) == {"lop": 4}


def _profiles(profile: Profile) -> list[Profile]:
    """The profile, and others by which the same documents count otherwise: no duties, stocks, a map after a reform."""
    base = replace(profile, dhis2=IDS)
    merged = Org("sim-an", "huyện Sim An", "huyện", parent="van-loc", valid_from=REFORM)
    change = OrgChange(ChangeKind.MERGE, REFORM, ("khe-sim", "thuy-an"), ("sim-an",), "Nghị quyết")
    stocks = tuple(replace(each, over_time=OverTime.LAST) for each in base.indicators)
    return [
        base,
        replace(base, duties=()),
        replace(base, indicators=stocks),
        replace(base, orgs=(*base.orgs, merged), changes=(change,)),
    ]


_NUMBERS = count()


def _tell(place: Path, values: dict[tuple[str, str, str], int], profile: Profile, at: datetime) -> None:
    file = place / f"{next(_NUMBERS)}.json"
    told = [
        {"dataElement": element, "orgUnit": org, "period": period, "value": str(value)}
        for (element, org, period), value in values.items()
    ]
    file.write_text(json.dumps({"dataValues": told}), encoding="utf-8")
    assert take_in_values(file, at) is not None
    attribute_readings(profile, at)


def _do(step: tuple[Any, ...], profile: Profile, place: Path, at: datetime) -> None:
    match step:
        case ("values", values):
            _tell(place, values, profile, at)
        case ("text", text):
            file = place / f"{next(_NUMBERS)}.txt"
            file.write_text(text, encoding="utf-8")
            take_in(file, at)
        case ("correct", nth, value):
            figures = sorted({row.figure for row in rows_of(ObservationRow) if row.indicator})
            if figures:
                quantity = None if value is None else Quantity(Decimal(value), Decimal(value))
                said = Said("đếm lại", quantity, indicator="" if value is None else None)
                _try(lambda: correct(figures[nth % len(figures)], said, at))
        case ("take back", nth):
            withdrawn = rows_of(WithdrawalRow)
            held = [*holding(rows_of(CorrectionRow), withdrawn), *holding(rows_of(ExcuseRow), withdrawn)]
            if held:
                _try(lambda: take_back(held[nth % len(held)].id, "nhầm", at))
        case ("excuse", org):
            excuse(Excused(org, ReportKind.YEAR, Period.parse("2024"), "bão"), profile, at)


def _try(what: Callable[[], object]) -> None:
    """Do what may be refused, as a correction of what cannot be corrected is: then nothing was told."""
    try:
        what()
    except TongketError:
        return


def _same(profile: Profile, asked: Asked, kept: Path) -> None:
    try:
        anew = roll_up(profile, asked)
    except TongketError as refused:
        with pytest.raises(TongketError, match=str(refused)[:20]):
            roll_up(profile, asked, kept)
        return
    for _ in range(2):
        out_of_kept = roll_up(profile, asked, kept)
        assert [_plain(line) for line in out_of_kept.lines] == [_plain(line) for line in anew.lines]
        assert (out_of_kept.counts, out_of_kept.names) == (anew.counts, anew.names)
        said = {saying for line in anew.lines for part in line.parts for saying in part.sayings}
        for each in said:
            assert out_of_kept.facts.documents[each.document] == anew.facts.documents[each.document]
            assert out_of_kept.facts.figures[each.figure].sentence == anew.facts.figures[each.figure].sentence


def _plain(line: Line) -> Line:
    return replace(line, parts=tuple(sorted(line.parts, key=repr)))


def _sums(rolled: Rolled) -> dict[str, int | None]:
    return {line.indicator.id: int(line.total.quantity.low or 0) for line in rolled.lines if line.total}
