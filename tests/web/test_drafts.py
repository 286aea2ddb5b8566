"""Reviews at the desk: started, edited with figures as links, commented, settled, given as files, published."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser

from tongket.actions.attribute import attribute_readings
from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.draft_text import targets_of
from tongket.actions.drafting.drafts import standing
from tongket.actions.now import now
from tongket.actions.people.office import office
from tongket.actions.take_in import take_in
from tongket.terms.period import Period
from tongket.terms.roles import Role
from web.axe import check, page_of

YEAR = Period.parse("2024")
REPORT = """BAN TUYÊN GIÁO HUYỆN ỦY SÔNG THƯỢNG

BÁO CÁO
Kết quả công tác tuyên giáo năm 2024

I. KẾT QUẢ
1. Công tác học tập nghị quyết
Năm 2024, Ban Tuyên giáo Huyện ủy Sông Thượng đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết.

II. HẠN CHẾ
Việc nắm bắt tư tưởng ở một số chi bộ còn chậm, chưa kịp thời.

III. NHIỆM VỤ NĂM 2025
Tiếp tục đổi mới hình thức học tập, quán triệt nghị quyết cho cán bộ, đảng viên.
"""


def _report(folder: Path) -> None:
    file = folder / "bao-cao.txt"
    file.write_text(REPORT, encoding="utf-8")
    take_in(file, now())
    attribute_readings(office().profile, now())


@pytest.fixture
def lan(desk: Any, tmp_path: Path) -> Client:  # noqa: ANN401 - the type lives in the conftest
    """Sign in as who draws the province's review together, with one district's report there."""
    _report(tmp_path)
    client: Client = desk.person("lan", "tinh", Role.SYNTHESISER)
    return client


def _started(client: Client) -> str:
    answer = client.post("/reviews/start", {"period": "2024"})
    assert answer.headers["Location"] == "/reviews/tinh/2024/"
    found = standing("tinh", YEAR)
    assert found is not None
    return found.version.id


def test_a_draft_is_started_and_its_figures_lead_to_their_sentence(lan: Client) -> None:
    """The page of a new draft links each figure, and the link shows document and sentence."""
    _started(lan)
    page = lan.get("/reviews/tinh/2024/").content.decode()
    assert "12 hội nghị" in page
    found = standing("tinh", YEAR)
    assert found is not None
    blocks = draft_from_json(found.version.content).blocks().values()
    target = next(each for block in blocks for each in targets_of(block.text) if each.startswith("T-"))
    assert f'href="/reviews/source/{target}"' in page
    source = lan.get(f"/reviews/source/{target}").content.decode()
    assert "đã tổ chức 12 hội nghị học tập" in source
    assert "bao-cao" in source


def test_a_stale_edit_loses_nothing_that_was_typed(lan: Client) -> None:
    """Who saves on an older version gets their words back beside what the newer one says."""
    seen = _started(lan)
    lan.post("/reviews/tinh/2024/edit", {"seen": seen, "added-tasks": "Mở lớp tập huấn."})
    answer = lan.post("/reviews/tinh/2024/edit", {"seen": seen, "added-tasks": "Kiểm tra sáu đảng bộ."})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "mới hơn" in page
    assert "<ins>Mở lớp tập huấn.</ins>" in page
    assert "Kiểm tra sáu đảng bộ." in page


def test_files_are_given_in_the_official_layout(lan: Client) -> None:
    """The Word file and the page of a draft come with their names."""
    _started(lan)
    word = lan.get("/reviews/tinh/2024/review.docx")
    assert word.content[:2] == b"PK"
    assert "bao-cao-tinh-2024.docx" in word.headers["Content-Disposition"]
    assert "12 hội nghị" in lan.get("/reviews/tinh/2024/review.html").content.decode()


def test_what_is_not_published_is_not_shown_to_others(lan: Client, desk: Any) -> None:  # noqa: ANN401 - as above
    """A district sees the province's review only once it is published."""
    seen = _started(lan)
    district = desk.person("mai", "huyen-hai", Role.REPORTER)
    leader = desk.person("hung", "tinh", Role.LEADER)
    assert district.get("/reviews/published/tinh/2024/").status_code == 404
    last = ""
    for step in ("approved", "locked", "published"):
        leader.post("/reviews/tinh/2024/settle", {"version": seen, "last_step": last, "step": step})
        found = standing("tinh", YEAR)
        assert found is not None
        assert found.step is not None
        last = found.step.id
    assert "12 hội nghị" in district.get("/reviews/published/tinh/2024/").content.decode()
    assert district.get("/reviews/tinh/2024/").status_code == 403


def test_a_refused_step_says_what_to_do(lan: Client, desk: Any) -> None:  # noqa: ANN401 - as above
    """Approving a version that is no longer the newest is refused in words."""
    seen = _started(lan)
    lan.post("/reviews/tinh/2024/edit", {"seen": seen, "added-tasks": "Thêm."})
    leader = desk.person("hung", "tinh", Role.LEADER)
    answer = leader.post("/reviews/tinh/2024/settle", {"version": seen, "last_step": "", "step": "approved"})
    assert answer.status_code == 400
    assert "Hãy xem lại bản mới nhất" in answer.content.decode()


def test_a_review_from_draft_to_a_saved_edit_in_the_browser(lan: Client, address: str, chromium: Browser) -> None:
    """A person puts a figure into a new paragraph by a click, saves, and sees it as a link; axe finds nothing."""
    _started(lan)
    page = page_of(chromium, address, lan)
    page.goto("/reviews/tinh/2024/edit")
    editor = page.locator("#a-tasks + .editor")
    editor.click()
    page.keyboard.type("Toàn tỉnh giữ mức ")
    page.locator(".insert").first.click()
    page.get_by_label("Đã sửa gì").fill("thêm chỉ tiêu")
    check(page)
    page.get_by_role("button", name="Lưu phiên bản mới").click()
    added = page.locator(".block", has_text="Toàn tỉnh giữ mức").locator("a").first
    assert "hội nghị" in added.inner_text()
    added.click()
    page.locator("#way-back blockquote").first.wait_for()
    check(page)
    page.get_by_role("link", name="Các phiên bản").click()
    assert page.locator("ins").first.inner_text().startswith("Toàn tỉnh")
    check(page)
    page.goto("/reviews/")
    check(page)
