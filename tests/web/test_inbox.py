"""Files come into the inbox, are read by jobs, and the list tells how each stands."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tongket.actions.inbox import receive as receiving
from tongket.actions.inbox.aside import AsideLimits, ReaderAside
from tongket.actions.inbox.list_inbox import progress_of
from tongket.actions.jobs import reading
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.tables import FigureRow
from tongket.terms.work import ActRow, InboxRow, OriginalRow
from web.conftest import Desk
from web.jobs import do_jobs

REPORT = """BÁO CÁO
Kết quả công tác tuyên giáo năm 2024 của huyện Sông Thượng

Trong năm, đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết với trên 1.250 đảng viên tham gia.
"""


def file(name: str, words: str = REPORT) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, words.encode())


def bring(client: Client, *files: SimpleUploadedFile, batch: str = "BT-0123456789ab") -> str:
    """Send files; return what the desk says of them."""
    answer = client.post("/inbox/files", {"files": files, "batch": batch}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_file_is_kept_read_and_listed(desk: Desk) -> None:
    """A file that was brought waits, is read by a job, and then shows whose it is, for when, and how sure."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    assert "Đã nhận" in bring(client, file("bao-cao.txt"))
    assert "Đang chờ đọc" in client.get("/inbox/").content.decode()
    do_jobs()
    page = client.get("/inbox/").content.decode()
    assert "huyện Sông Thượng" in page
    assert "năm 2024" in page
    assert "Đã đọc" in page
    document = rows_of(InboxRow)[0].document
    assert bytes(rows_of(OriginalRow, id=document)[0].content) == REPORT.encode()
    assert [row.verb for row in rows_of(ActRow, by="lan")] == ["take in"]


def test_duplicates_empty_and_large_files_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there already, empty or too large is not taken in, and the person is told which and why."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    bring(client, file("mot.txt"))
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)
    told = bring(client, file("hai.txt"), file("rong.txt", ""), file("lon.txt", "a" * 2000))
    assert "đã có trong hộp đến với tên “mot.txt”" in told
    assert "“rong.txt” là tệp rỗng" in told
    assert "“lon.txt” nặng" in told
    assert len(rows_of(InboxRow)) == 1


def test_progress_goes_on_without_the_page(desk: Desk) -> None:
    """How far a batch is read is told by the ledger, whoever asks and whenever."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    bring(client, *(file(f"{n}.txt", REPORT + f"Số {n}.") for n in range(3)))
    assert (progress_of("tinh", "BT-0123456789ab").done, progress_of("tinh", "BT-0123456789ab").total) == (0, 3)
    assert "Đã đọc 0 trên 3 tệp" in client.get("/inbox/batches/BT-0123456789ab").content.decode()
    do_jobs()
    assert "Đã đọc xong 3 tệp" in client.get("/inbox/batches/BT-0123456789ab").content.decode()


def test_hostile_file_becomes_a_dead_letter_and_others_are_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long ends its own process only: the next one is read, a person sees why and tries again."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    slow = ReaderAside(AsideLimits(seconds=0.01))
    monkeypatch.setattr(reading, "_ASIDE", slow)
    bring(client, file("cham.txt"))
    began = time.monotonic()
    do_jobs()
    assert time.monotonic() - began < 10
    page = client.get("/inbox/failed").content.decode()
    assert "cham.txt" in page
    assert "đọc quá 0 giây" in page
    assert "Lỗi" in client.get("/inbox/?state=failed").content.decode()
    usual = ReaderAside()
    monkeypatch.setattr(reading, "_ASIDE", usual)
    job = page.split("/inbox/failed/")[1].split('"')[0]
    client.post(f"/inbox/failed/{job}")
    do_jobs()
    assert "Không có việc lỗi nào" in client.get("/inbox/failed").content.decode()
    assert rows_of(FigureRow)
    usual.close()


def test_filters_and_pages(desk: Desk) -> None:
    """The list is filtered by name, state, org, period and doubt; what fits nothing is said to be nothing."""
    client = desk.person("lan", "tinh", Role.SYNTHESISER)
    bring(client, file("mot.txt"), file("hai.txt", "Một đoạn không nói của ai."))
    do_jobs()

    def names(query: str) -> list[str]:
        page = client.get(f"/inbox/?{query}").content.decode()
        return [name for name in ("mot.txt", "hai.txt") if name in page]

    assert names("") == ["mot.txt", "hai.txt"]
    assert names("q=mot") == ["mot.txt"]
    assert names("whose=huyen-mot") == ["mot.txt"]
    assert names("whose=-") == ["hai.txt"]
    assert names("period=2024") == ["mot.txt"]
    assert names("state=waiting") == []
    assert names("doubtful=1") == ["hai.txt"]
    assert "Không có văn bản nào khớp" in client.get("/inbox/?q=xyz").content.decode()
