"""In the browser: files are dropped, read, judged with keys and with chosen words; pages are sound for everybody."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tongket.actions.inbox.receive import Brought, receive_by_itself
from tongket.actions.judging.records import read_document
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.work import AddedRow, InboxRow, VerdictRow
from web.axe import check, page_of
from web.conftest import AT, Desk
from web.jobs import do_jobs

REPORT = """BÁO CÁO
Kết quả công tác tuyên giáo năm 2024 của huyện Sông Thượng

I. KẾT QUẢ ĐẠT ĐƯỢC
1. Trong năm, đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết với trên 1.250 đảng viên tham gia.
2. Mở thêm mười bốn lớp ở cơ sở.
II. HẠN CHẾ
Một số chi bộ còn chậm triển khai học tập nghị quyết. Tổ chức 99999999999999999999 hội nghị học tập.
"""


def brought(name: str = "bao-cao.txt") -> str:
    """Put a report into an inbox and have it read; return its document's id."""
    receive_by_itself("huyen-mot", "BT-000000000001", [Brought(name, REPORT.encode())], "folder", AT)
    do_jobs()
    return rows_of(InboxRow)[0].document


def test_files_that_are_chosen_come_in(desk: Desk, address: str, chromium: Browser, tmp_path: Path) -> None:
    """Files chosen in the page are sent, read, and stand in the list without the page being loaded again."""
    for name in ("một.txt", "hai.txt"):
        (tmp_path / name).write_text(REPORT + name)
    page = _page(desk, address, chromium)
    page.goto("/inbox/")
    check(page)
    page.locator("#files").set_input_files([tmp_path / "một.txt", tmp_path / "hai.txt"])
    expect(page.locator("#received")).to_contain_text("Đã nhận")
    expect(page.locator("#progress-area")).to_contain_text("0 trên 2")
    do_jobs()
    expect(page.locator("#progress-area")).to_contain_text("Đã đọc xong 2 tệp")
    expect(page.locator("#list")).to_contain_text("huyện Sông Thượng")
    check(page)
    page.goto("/inbox/failed")
    check(page)


def test_one_side_marks_the_other_and_keys_judge(desk: Desk, address: str, chromium: Browser) -> None:
    """Hovering marks both sides; keys go to the next doubt, accept, reject; they can be switched off for good."""
    document = brought()
    page = _page(desk, address, chromium)
    page.goto(f"/documents/{document}")
    check(page)
    page.locator(".m-figure", has_text="1.250").hover()
    expect(page.locator(".record.k-figure.on", has_text="1.250")).to_have_count(1)
    page.keyboard.press("n")
    expect(page.locator(".record.waits[aria-current]")).to_have_count(1)
    expect(page.locator("#words .m.on").first).to_be_visible()
    page.keyboard.press("x")
    expect(page.locator(".record[aria-current]")).to_contain_text("đã loại")
    assert [row.verdict for row in rows_of(VerdictRow)] == ["rejected"]
    page.keyboard.press("e")
    expect(page.locator(".record[aria-current] .detail form.change")).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Dùng phím tắt một chữ").uncheck()
    page.locator("h1").click()
    page.keyboard.press("Shift+A")
    page.reload()
    page.keyboard.press("Shift+A")
    assert len(rows_of(VerdictRow)) == 1
    page.locator(".keys summary").click()
    page.get_by_label("Dùng phím tắt một chữ").check()
    page.locator("h1").click()
    page.keyboard.press("Shift+A")
    expect(page.locator(".told")).to_contain_text("mục chắc chắn")
    found = read_document(document)
    assert found is not None
    assert all(each.said is not None for each in found.records if each.sure)


def test_one_key_takes_back_what_one_key_accepted(desk: Desk, address: str, chromium: Browser) -> None:
    """What was accepted is told with a button that takes it back, by its key too; judging goes on being counted."""
    document = brought()
    page = _page(desk, address, chromium)
    page.goto(f"/documents/{document}")
    page.keyboard.press("Shift+A")
    undo = page.get_by_role("button", name="Hoàn tác")
    expect(undo).to_be_visible()
    check(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("Đã hoàn tác")
    expect(page.locator("#judged")).to_have_text("0")
    page.keyboard.press("Shift+A")
    expect(undo).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(".told")).to_contain_text("Đã hoàn tác")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#judged")).to_have_text("1")


def test_chosen_words_become_a_record(desk: Desk, address: str, chromium: Browser) -> None:
    """Words chosen with the mouse fill the form; what is wrong is said with everything typed still there."""
    document = brought()
    page = _page(desk, address, chromium)
    page.goto(f"/documents/{document}")
    _choose(page, "mười bốn")
    expect(page.locator("#missed-words")).to_have_value("mười bốn")
    page.keyboard.press("t")
    expect(page.locator("blockquote mark")).to_have_text("mười bốn")
    check(page)
    page.locator("#low-new").fill("14")
    page.locator("#high-new").fill("14")
    page.locator("#indicator-new").select_option("hoi-nghi")
    page.get_by_role("button", name="Thêm mục này").click()
    expect(page.locator(".wrong")).to_contain_text("lý do")
    expect(page.locator("#low-new")).to_have_value("14")
    page.locator("#reason-new").fill("bị sót")
    page.get_by_role("button", name="Thêm mục này").click()
    expect(page.locator(".record[aria-current]")).to_contain_text("do người thêm")
    assert [(row.kind, row.quote) for row in rows_of(AddedRow)] == [("figure", "mười bốn")]


def test_pages_beside_are_sound(desk: Desk, address: str, chromium: Browser) -> None:
    """The form that says whose a report is, one record alone, and the page of progress are sound too."""
    document = brought()
    page = _page(desk, address, chromium)
    found = read_document(document)
    assert found is not None
    one = found.records[0].row.id
    for path in (
        f"/documents/{document}/telling",
        f"/documents/{document}/records/{one}",
        "/inbox/batches/BT-000000000001",
    ):
        page.goto(path)
        check(page)


def _page(desk: Desk, address: str, chromium: Browser) -> Page:
    """Open the browser of a reporter; the first page of a process, which reads the word lists, is asked for before."""
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    assert client.get("/inbox/").status_code == 200
    return page_of(chromium, address, client)


def _choose(page: Page, words: str) -> None:
    """Choose words in the text as the mouse does."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.getElementById("words"), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at); range.setEnd(node, at + words.length);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            return;
          }
        }""",
        words,
    )
