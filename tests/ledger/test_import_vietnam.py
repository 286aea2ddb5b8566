"""The map of Viet Nam in a ledger, on both databases: whole, once, renewed, and left as persons corrected it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tongket.actions.vietnam.import_map import SOURCE, import_map
from tongket.actions.vietnam.read_map import NEW_MAP, VietnamMap, read_map
from tongket.ledger.entries import add, org_facts, rows_of
from tongket.ledger.org_facts import org_row
from tongket.terms.orgs import ChangeKind, Org, OrgChange
from tongket.terms.tables import OrgRow, WithdrawalRow

AT = datetime(2026, 1, 2, tzinfo=UTC)
LATER = datetime(2026, 3, 4, tzinfo=UTC)
# A country of five orgs, for what need not be tried on the whole one.
ORGS = (
    Org("q", "Quốc đảo", "nước"),
    Org("q.a", "xã Đồi Sim", "xã", parent="q", valid_to=NEW_MAP, code="1"),
    Org("q.b", "xã Suối Lim", "xã", parent="q", valid_to=NEW_MAP, code="2"),
    Org("q.n", "xã Sim Lim", "xã", parent="q", valid_from=NEW_MAP, code="1"),
)
SMALL = VietnamMap(ORGS, (OrgChange(ChangeKind.MERGE, NEW_MAP, ("q.a", "q.b"), ("q.n",), "Nghị quyết 1"),), ())


@pytest.mark.usefixtures("ledger")
def test_the_whole_country_comes_back_as_it_is() -> None:
    """Every row and every change of the map is in the ledger, and a second import adds nothing."""
    country = read_map()
    first = import_map(country, AT)
    assert (first.added, first.replaced, first.withdrawn) == (len(country.orgs) + len(country.changes), 0, 0)
    held = org_facts()
    assert set(held.orgs) == set(country.orgs)
    assert set(held.changes) == set(country.changes)
    again = import_map(country, LATER)
    assert (again.added, again.replaced, again.withdrawn) == (0, 0, 0)
    assert rows_of(OrgRow, known_at=AT) == rows_of(OrgRow)


@pytest.mark.usefixtures("ledger")
def test_a_newer_edition_replaces_what_it_tells_anew() -> None:
    """A spelling put right replaces the entry, a row that is gone is taken back, and both can still be looked up."""
    extra = Org("q.c", "xã Gò Me", "xã", parent="q")
    import_map(replace(SMALL, orgs=(*ORGS, extra)), AT)
    done = import_map(replace(SMALL, orgs=(*ORGS[:3], replace(ORGS[3], name="xã Sim Lâm"))), LATER)
    assert (done.added, done.replaced, done.withdrawn) == (1, 1, 1)
    assert {org.name for org in org_facts().orgs} == {"Quốc đảo", "xã Đồi Sim", "xã Suối Lim", "xã Sim Lâm"}
    assert {org.name for org in org_facts(known_at=AT).orgs} == {org.name for org in (*ORGS, extra)}


@pytest.mark.usefixtures("ledger")
def test_an_edition_that_goes_back_holds_again() -> None:
    """An edition that says once more what an earlier one said replaces the one in between."""
    other = replace(SMALL, orgs=(*ORGS[:3], replace(ORGS[3], name="xã Sim Lâm")))
    for edition, at in ((SMALL, AT), (other, LATER), (SMALL, datetime(2026, 5, 6, tzinfo=UTC))):
        import_map(edition, at)
        assert set(org_facts().orgs) == set(edition.orgs)


@pytest.mark.usefixtures("ledger")
def test_what_a_person_corrected_stays() -> None:
    """An import leaves alone an entry that somebody corrected or took back."""
    import_map(SMALL, AT)
    by_org = {row.org: row for row in rows_of(OrgRow, source=SOURCE)}
    mine = org_row(replace(ORGS[3], name="xã Lim Sim"), "văn phòng", by_org["q.n"].id)
    add([mine], at=LATER)
    newer = replace(SMALL, orgs=(*ORGS[:3], replace(ORGS[3], name="xã Sim Lâm")))
    assert import_map(newer, LATER).added == 0
    assert {org.name for org in org_facts().orgs if org.id == "q.n"} == {"xã Lim Sim"}


@pytest.mark.usefixtures("ledger")
def test_what_a_person_took_back_is_not_brought_again() -> None:
    """A row of facts that somebody withdrew does not come back by itself."""
    lone = Org("q.c", "xã Gò Me", "xã", parent="q")
    country = replace(SMALL, orgs=(*ORGS, lone))
    import_map(country, AT)
    (row,) = rows_of(OrgRow, org="q.c")
    add([WithdrawalRow("V-aaaaaaaaaaaa", row.id, "không có xã này")], at=LATER)
    assert import_map(country, LATER).added == 0
    assert "q.c" not in {org.id for org in org_facts().orgs}


def test_orgs_of_an_office_stand_beside_the_map(file_ledger: Path) -> None:
    """What is in the ledger from elsewhere, and may hang on the map, is left as it is."""
    assert file_ledger.exists()
    import_map(SMALL, AT)
    body = Org("btg", "Ban Tuyên giáo xã Sim Lim", "ban", parent="q.n", valid_from=NEW_MAP, valid_to=date(2027, 1, 1))
    add([org_row(body, "hồ sơ")], at=LATER)
    assert import_map(SMALL, LATER).added == 0
    assert body in org_facts().orgs
