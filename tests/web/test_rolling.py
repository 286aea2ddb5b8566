"""The roll-up page: its address is its state, a figure leads to its sentence, files hold what is seen."""

import csv
import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client
from playwright.sync_api import Browser

from tongket.actions.attribute import attribute_readings
from tongket.actions.deciding.conflicts import conflicts
from tongket.actions.deciding.decide import assign_indicator, choose
from tongket.actions.deciding.decisions import decisions, undo
from tongket.actions.deciding.misfits import misfits
from tongket.actions.hang_on_map import hang_on_map
from tongket.actions.people.gate import Actor, NotAllowedError, person_named
from tongket.actions.people.office import office
from tongket.actions.pivoting.pivot import Pivot, pivot
from tongket.actions.take_in import take_in
from tongket.document.files import read_bytes
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Role
from web.axe import check, page_of
from web.conftest import AT, Desk

YEAR = Period.parse("2024")
HEAD = "{body}\nBÁO CÁO\nkết quả công tác tuyên giáo năm 2024\n"
REPORTS = {
    "thuong": HEAD.format(body="HUYỆN ỦY SÔNG THƯỢNG")
    + "Năm 2024, huyện Sông Thượng tổ chức 12 hội nghị học tập, quán triệt nghị quyết cho trên 1.200 đảng viên.\n"
    "Toàn huyện trồng được 300 cây xanh.\n",
    "thuong-bo-sung": HEAD.format(body="HUYỆN ỦY SÔNG THƯỢNG")
    + "Năm 2024, huyện Sông Thượng tổ chức 21 hội nghị học tập, quán triệt nghị quyết.\n",
    "ha": HEAD.format(body="HUYỆN ỦY SÔNG HẠ")
    + "Năm 2024, huyện Sông Hạ tổ chức 7 hội nghị học tập, quán triệt nghị quyết cho 800 đảng viên.\n",
}


@pytest.fixture
def filled(desk: Desk, tmp_path: Path) -> Desk:
    """Take in reports of two districts; one of them sent two that disagree."""
    for name, text in REPORTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        take_in(tmp_path / f"{name}.txt", AT)
    attribute_readings(hang_on_map(office().profile), AT)
    return desk


def later(name: str, minutes: int) -> Actor:
    """Return somebody who acts some minutes later."""
    return Actor(person_named(name), AT + timedelta(minutes=minutes))


def shown(name: str, org: str = "tinh") -> dict[tuple[str, str], str]:
    """Return the figures of the year by org and indicator, as they are shown."""
    answered = pivot(person_named(name), Pivot(org, (YEAR,)))
    return {(cell.org, cell.indicator): cell.text for grid in answered.grids for _, row in grid.rows for cell in row}


def test_figures_as_people_say_them(filled: Desk) -> None:
    """Bounds in words, a conflict with all that was told, completeness in the head."""
    filled.actor("lan", "tinh", Role.SYNTHESISER)
    figures = shown("lan")
    assert figures["huyen-mot", "dang-vien"] == "trên 1.200 người"
    assert figures["tinh", "dang-vien"] == "trên 2.000 người"
    assert figures["tinh", "hoi-nghi"] == "từ 19 đến 28 hội nghị"
    head = pivot(person_named("lan"), Pivot("tinh", (YEAR,))).grids[0].columns[0]
    assert head.came is not None
    assert (head.came.given, head.came.owed) == (2, 2)


def test_any_side_stands_where_it_is_put(filled: Desk) -> None:
    """Whatever stands in rows, columns and tables, the same figures are there."""
    person = filled.actor("lan", "tinh", Role.READER).person
    found = []
    for rows, columns in (("org", "indicator"), ("indicator", "period"), ("period", "org")):
        grids = pivot(person, Pivot("tinh", (YEAR,), rows=rows, columns=columns)).grids
        cells = [cell for grid in grids for _, row in grid.rows for cell in row if cell.told]
        found.append({(cell.org, cell.indicator, cell.period, cell.text) for cell in cells})
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 6
    with pytest.raises(TongketError):
        pivot(person, Pivot("tinh", (YEAR,), rows="org", columns="org"))


def test_conflict_is_decided_and_taken_back(filled: Desk) -> None:
    """The one chosen holds at once, in every answer that was kept; taken back both count again."""
    filled.actor("lan", "tinh", Role.SYNTHESISER)
    assert shown("lan")["tinh", "hoi-nghi"] == "từ 19 đến 28 hội nghị"
    (found,) = conflicts(person_named("lan"), "tinh")
    right = next(each for each in found.sentences if each.text == "21 hội nghị")
    with pytest.raises(TongketError):
        choose(later("lan", 1), "huyen-mot", ("hoi-nghi", YEAR), right.figure, "  ")
    choose(later("lan", 1), "huyen-mot", ("hoi-nghi", YEAR), right.figure, "bản bổ sung là bản cuối")
    assert shown("lan")["tinh", "hoi-nghi"] == "28 hội nghị"
    assert conflicts(person_named("lan"), "tinh") == []
    (made,) = decisions(person_named("lan"), "huyen-mot")
    undo(later("lan", 2), "huyen-mot", made.id, "nhầm")
    assert shown("lan")["tinh", "hoi-nghi"] == "từ 19 đến 28 hội nghị"
    with pytest.raises(TongketError):
        undo(later("lan", 3), "huyen-mot", made.id, "lần nữa")


def test_misfit_gets_its_indicator(filled: Desk) -> None:
    """A person says what a figure is: it counts from now on and is asked for no more."""
    filled.actor("lan", "huyen-mot", Role.SYNTHESISER)
    found, counted = misfits(person_named("lan"), "huyen-mot", YEAR)
    trees = next(each for each in found if "cây" in each.quote)
    assert counted[trees.why] >= 1
    assign_indicator(later("lan", 1), "huyen-mot", trees.figure, "hoi-nghi", "thử")
    assert trees.figure not in {each.figure for each in misfits(person_named("lan"), "huyen-mot", YEAR)[0]}


def test_who_may_decide(filled: Desk) -> None:
    """A reporter and the district beside may not."""
    (found,) = conflicts(filled.actor("lan", "tinh", Role.READER).person, "tinh")
    about, figure = ("hoi-nghi", YEAR), found.sentences[0].figure
    for name, org, role in (("mai", "huyen-mot", Role.REPORTER), ("hai", "huyen-hai", Role.SYNTHESISER)):
        filled.actor(name, org, role)
        with pytest.raises(NotAllowedError):
            choose(later(name, 1), "huyen-mot", about, figure, "vì")
    with pytest.raises(NotAllowedError):
        pivot(person_named("hai"), Pivot("huyen-mot", (YEAR,)))


def test_page_and_its_way_back(filled: Desk) -> None:
    """The address is the state; a figure leads to its sentence, as a piece for the page and as a page of its own."""
    client = filled.person("lan", "tinh", Role.SYNTHESISER)
    answer = client.get("/rollup/", {"periods": "2024", "rows": "org", "columns": "indicator"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/rollup/tinh/?")
    page = answer.content.decode()
    assert "trên 2.000" in page
    about = {"periods": "2024", "at_org": "tinh", "at_indicator": "dang-vien", "at_period": "2024"}
    panel = client.get("/rollup/tinh/parts", about, headers={"HX-Request": "true"}).content.decode()
    assert "<mark>800 đảng viên</mark>" in panel
    assert "<html" not in panel
    whole = client.get("/rollup/tinh/parts", about).content.decode()
    assert "<mark>800 đảng viên</mark>" in whole
    # The frame with the list of parts is around every page.
    assert all('<a href="/search/"' in each for each in (page, whole))


def test_what_is_typed_wrong_is_said_and_kept(filled: Desk) -> None:
    """An error says how to mend it, and nothing that was typed is lost."""
    client = filled.person("lan", "tinh", Role.SYNTHESISER)
    answer = client.get("/rollup/tinh/", {"periods": "20x4", "map": "is", "level": "huyện"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="20x4"' in page
    assert "Không hiểu kỳ báo cáo" in page
    assert "Cần một ngày" in page


def test_decisions_by_form(filled: Desk) -> None:
    """A decision without a reason says so and keeps what was chosen; with one it is entered."""
    client = filled.person("lan", "tinh", Role.SYNTHESISER)
    (found,) = conflicts(person_named("lan"), "tinh")
    given = {"indicator": "hoi-nghi", "period": "2024", "figure": found.sentences[0].figure, "back": "tinh"}
    page = client.post("/rollup/huyen-mot/conflicts/decide", given).content.decode()
    assert "Cần nói lý do" in page
    assert " checked" in page
    answer = client.post("/rollup/huyen-mot/conflicts/decide", {**given, "reason": "đã hỏi lại"})
    assert answer.headers["Location"] == "/rollup/tinh/conflicts"
    assert "Không có chỗ nào" in client.get("/rollup/tinh/conflicts").content.decode()


def test_files_hold_what_is_seen(filled: Desk) -> None:
    """Numbers are numbers, bounds are words; each kind opens."""
    client = filled.person("lan", "tinh", Role.READER)
    files = {
        kind: client.get("/rollup/tinh/file", {"periods": "2024", "as": kind})
        for kind in ("xlsx", "csv", "docx", "png")
    }
    assert {kind: answer.status_code for kind, answer in files.items()} == dict.fromkeys(files, 200)
    sheet = read_bytes(files["xlsx"].content, "rollup.xlsx").text.split("\n")
    assert {"800", "trên 2.000 người"} <= set(sheet)
    rows = list(csv.reader(io.StringIO(files["csv"].content.decode("utf-8-sig"))))
    assert ["năm 2024", "Đảng viên tham gia học tập (người)", "huyện Sông Hạ", "800 người", "800", ""] in rows
    assert files["docx"].content[:2] == b"PK"
    assert files["png"].content[:4] == b"\x89PNG"
    assert client.get("/rollup/tinh/file", {"as": "exe"}).status_code == 404


PAGES = ("", "changes", "outliers", "chart", "conflicts", "misfits", "decided")


def test_pages_open_for_an_org_that_told_nothing(filled: Desk) -> None:
    """No page stumbles over an org without reports."""
    client = filled.person("lan", "tinh", Role.SYNTHESISER)
    assert {page: client.get(f"/rollup/thon/{page}").status_code for page in PAGES} == dict.fromkeys(PAGES, 200)
    assert client.get("/rollup/nobody/").status_code in {403, 404}


def test_from_the_table_to_the_sentence_in_the_browser(filled: Desk, address: str, chromium: Browser) -> None:
    """With the keyboard alone: open a figure, read its sentence, close it; every page is sound."""
    page = page_of(chromium, address, filled.person("lan", "tinh", Role.SYNTHESISER))
    page.set_default_timeout(60_000)
    page.goto("/rollup/tinh/?periods=2024")
    figure = page.get_by_role("link", name="trên 2.000")
    figure.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Đảng viên tham gia học tập").wait_for()
    assert set(page.locator("#side mark").all_inner_texts()) == {"trên 1.200 đảng viên", "800 đảng viên"}
    check(page)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent").endswith("trên 2.000")
    page.get_by_label("Hàng", exact=True).select_option("org")
    page.get_by_label("Cột", exact=True).select_option("indicator")
    page.get_by_role("button", name="Xem").click()
    page.wait_for_url("**rows=org**")
    for name in ("changes?periods=2024", "chart?periods=2024", "conflicts", "misfits?periods=2024", "decided"):
        page.goto(f"/rollup/tinh/{name}")
        check(page)
    page.goto(f"/search/?q={quote('hội nghị')}")
    assert page.locator("mark").first.inner_text() == "hội nghị"
    check(page)


def test_search_page(filled: Desk) -> None:
    """Words marked, filters kept, a question saved and let go of; a stranger's org finds nothing of others."""
    client = filled.person("lan", "tinh", Role.READER)
    page = client.get("/search/", {"q": "hoi nghi", "periods": "2024", "kind": "result"}).content.decode()
    assert "<mark>hội nghị</mark>" in page
    assert "chưa" not in client.get("/search/", {"q": "hội nghị", "page": "999"}).content.decode()
    client.post("/search/keep", {"name": "Hội nghị", "query": "q=hoi+nghi&kind=result"})
    kept = client.get("/search/").content.decode()
    assert 'href="/search/?q=hoi+nghi&amp;kind=result"' in kept
    entry = kept.partition('name="entry" value="')[2].partition('"')[0]
    client.post("/search/forget", {"entry": entry})
    assert "hoi+nghi" not in client.get("/search/").content.decode()
    assert "Không hiểu kỳ" in client.get("/search/", {"q": "x", "periods": "năm ngoái"}).content.decode()
    assert Client().get("/search/").status_code == 302
