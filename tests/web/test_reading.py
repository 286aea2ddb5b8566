"""Reading beside the text: what a person says of records, and that nobody overwrites another."""

import re
from collections.abc import Sequence
from dataclasses import fields as columns
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from tongket.actions.attribute import mapping_of
from tongket.actions.composing.basis import Asked, gather
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.statements import Statements
from tongket.actions.corrected import corrections
from tongket.actions.inbox.aside import ReaderAside
from tongket.actions.inbox.read_item import read_document
from tongket.actions.inbox.receive import Brought, receive_by_itself
from tongket.actions.judging import records as judging
from tongket.actions.judging.added_again import added_again
from tongket.actions.judging.records import Kind, Record, Verdict
from tongket.actions.people.office import office
from tongket.actions.rolling.facts import facts
from tongket.ledger.entries import add, rows_of
from tongket.ledger.record_counts import count_judged
from tongket.terms.period import Period
from tongket.terms.roles import Role
from tongket.terms.tables import ReadingRow
from tongket.terms.work import ActRow
from web.conftest import Desk

AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)
REPORT = """BÁO CÁO
Kết quả công tác tuyên giáo năm 2024 của huyện Sông Thượng

I. KẾT QUẢ ĐẠT ĐƯỢC
Trong năm, đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết với trên 1.250 đảng viên tham gia.
Mở thêm mười bốn lớp ở cơ sở.
II. HẠN CHẾ
Một số chi bộ còn chậm triển khai học tập nghị quyết.
"""


@pytest.fixture(scope="module")
def aside():  # type: ignore[no-untyped-def] # noqa: ANN201 - a fixture
    """One process that reads for all tests of this file."""
    reader = ReaderAside()
    yield reader
    reader.close()


def bring(aside: ReaderAside, text: str = REPORT, name: str = "bao-cao.txt", org: str = "huyen-mot") -> str:
    """Put a document into an inbox and read it; return its id."""
    received = receive_by_itself(org, "BT-1", [Brought(name, text.encode())], "folder", AT)[0]
    read_document(received.document, name, aside, AT)
    return received.document


def record(document: str, quote: str, kind: Kind = Kind.FIGURE) -> Record:
    """Return the record of a document with these words."""
    found = judging.read_document(document)
    assert found is not None
    return next(each for each in found.records if each.kind is kind and quote in each.row.quote)


def judge(client: Client, document: str, button: str, told: Record) -> str:
    """Press a button at a record as a person saw it."""
    value = f"{told.row.id}|{told.seen}"
    answer = client.post(f"/documents/{document}/judge", {button: value}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def fields(told: Record, **changed: str) -> dict[str, str]:
    """Return the form of a figure filled in."""
    usual = {"low": "1.300", "high": "", "indicator": "dang-vien", "org_name": "huyện Sông Thượng", "period": "2024"}
    return usual | {"reason": "theo biểu kèm theo", "seen": told.seen} | changed


def test_page_shows_text_with_marks_and_records(desk: Desk, aside: ReaderAside) -> None:
    """Left stands the whole text with its headings, right every record; each mark names its record."""
    document = bring(aside)
    page = desk.person("mai", "huyen-mot", Role.REPORTER).get(f"/documents/{document}").content.decode()
    figure = record(document, "1.250")
    assert f'data-e="{figure.row.id}' in page or f" {figure.row.id}" in page
    assert f'id="r-{figure.row.id}"' in page
    assert "trên 1.250" in page
    assert re.search(r"<h3[^>]*>.*KẾT QUẢ ĐẠT ĐƯỢC", page)
    text = re.sub(r"<[^>]+>", "", page.split('id="words"')[1].split("</form>")[0])
    for line in REPORT.split("\n"):
        assert line in text


def test_text_of_a_hostile_file_is_only_text(desk: Desk, aside: ReaderAside) -> None:
    """Tags in a document are shown as they are written and never become tags of the page."""
    document = bring(aside, REPORT + "Đã tổ chức <script>alert(1)</script> 15 hội nghị <b>học tập</b>.\n")
    page = desk.person("mai", "huyen-mot", Role.REPORTER).get(f"/documents/{document}").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_accept_reject_and_open_again(desk: Desk, aside: ReaderAside) -> None:
    """A rejected figure counts for nothing until it is opened again; every step stays in the ledger."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    assert "đã chấp nhận" in judge(client, document, "accept", record(document, "12"))
    assert "đã loại" in judge(client, document, "reject", record(document, "12"))
    assert [row.indicator for row in corrections(documents=[document])] == [""]
    judge(client, document, "open", record(document, "12"))
    assert corrections(documents=[document]) == []
    now = record(document, "12")
    assert now.verdict is Verdict.OPEN
    assert now.counts[0] == "hoi-nghi"


def test_the_second_of_two_is_refused_and_shown_the_first(desk: Desk, aside: ReaderAside) -> None:
    """Who judges what somebody else judged since then is refused and shown who said what."""
    document = bring(aside)
    one, other = desk.person("mai", "huyen-mot", Role.REPORTER), desk.person("nam", "huyen-mot", Role.SYNTHESISER)
    seen = record(document, "12")
    judge(one, document, "accept", seen)
    told = judge(other, document, "reject", seen)
    assert "Đồng nghiệp vừa sửa" in told
    assert "mai" in told
    assert record(document, "12").verdict is Verdict.ACCEPTED


def test_change_a_figure_and_lose_nothing_that_was_typed(desk: Desk, aside: ReaderAside) -> None:
    """Wrong fields say how to mend them and keep what was typed; right ones correct and accept the figure."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    told = record(document, "1.250")
    address = f"/documents/{document}/records/{told.row.id}/change"
    page = client.post(address, fields(told, low="nhiều", org_name="xã Không Có", reason="")).content.decode()
    for words in ("không phải là số", "Không có đơn vị nào tên", "Hãy ghi lý do", 'value="nhiều"', "xã Không Có"):
        assert words in page
    client.post(address, fields(told))
    now = record(document, "1.250")
    assert now.quantity is not None
    assert (str(now.quantity.low), now.quantity.high) == ("1300", None)
    assert now.verdict is Verdict.ACCEPTED


def test_stale_change_shows_the_newer_version_beside(desk: Desk, aside: ReaderAside) -> None:
    """A change on an old version is refused; the form keeps what was typed, with what holds now beside it."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    told = record(document, "1.250")
    address = f"/documents/{document}/records/{told.row.id}/change"
    client.post(address, fields(told))
    page = client.post(address, fields(told, low="1.400")).content.decode()
    assert "Bản đang có hiệu lực" in page
    assert "1.300" in page
    assert 'value="1.400"' in page
    client.post(address, fields(record(document, "1.250"), low="1.400"))
    assert str(record(document, "1.250").row.quote)
    assert str(record(document, "1.250").quantity.low) == "1400"  # type: ignore[union-attr] # a figure has one


def test_all_sure_records_with_one_key(desk: Desk, aside: ReaderAside) -> None:
    """One request accepts every record against which nothing speaks, and leaves the others."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    client.post(f"/documents/{document}/sure")
    found = judging.read_document(document)
    assert found is not None
    assert all((each.verdict is Verdict.ACCEPTED) is each.sure for each in found.records)
    assert "Không còn mục chắc chắn" in client.post(f"/documents/{document}/sure", follow=True).content.decode()


def press_all_sure(client: Client, document: str) -> tuple[str, str]:
    """Accept all sure records; return the name of the press and the page that tells of it."""
    page = client.post(f"/documents/{document}/sure", follow=True).content.decode()
    return re.findall(r'name="press" value="([^"]*)"', page)[0], page


def test_all_sure_records_are_undone_but_those_somebody_touched(desk: Desk, aside: ReaderAside) -> None:
    """Undo opens what this press accepted; what somebody judged or changed since stays and is told; all is logged."""
    document = bring(aside)
    mai, nam = desk.person("mai", "huyen-mot", Role.REPORTER), desk.person("nam", "huyen-mot", Role.SYNTHESISER)
    judge(mai, document, "accept", record(document, "còn chậm", Kind.LIMITATION))
    before = {each.row.id for each in _records(document) if not each.spoken and each.sure}
    press, page = press_all_sure(mai, document)
    assert f"Đã chấp nhận {len(before)} mục chắc chắn." in page
    assert "Hoàn tác" in page
    judge(nam, document, "reject", record(document, "12"))
    changed = record(document, "1.250")
    nam.post(f"/documents/{document}/records/{changed.row.id}/change", fields(changed))
    told = mai.post(f"/documents/{document}/sure/undo", {"press": press}, follow=True).content.decode()
    assert f"Đã hoàn tác, {len(before) - 2} mục lại chưa duyệt." in told
    assert "2 mục giữ nguyên vì đã có người sửa." in told
    now = {each.row.id: each for each in _records(document)}
    assert record(document, "12").verdict is Verdict.REJECTED
    assert record(document, "1.250").verdict is Verdict.ACCEPTED
    assert record(document, "còn chậm", Kind.LIMITATION).verdict is Verdict.ACCEPTED
    opened = before - {record(document, "12").row.id, changed.row.id}
    assert opened
    assert all(now[each].verdict is Verdict.OPEN and not now[each].spoken for each in opened)
    assert [row.by for row in rows_of(ActRow) if row.told.startswith(f"hoàn tác: mở lại {len(opened)} mục")] == ["mai"]
    assert f'data-count="{len(now) - len(opened)}"' in told


def test_undone_is_as_if_nobody_had_spoken(desk: Desk, aside: ReaderAside) -> None:
    """Records count as not judged, one key accepts them again, and the first press can be undone only once."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    press, _ = press_all_sure(client, document)
    count = sum(each.spoken for each in _records(document))
    assert count_judged([document]) == {document: count}
    client.post(f"/documents/{document}/sure/undo", {"press": press})
    assert not any(each.spoken for each in _records(document))
    assert count_judged([document])[document] == 0
    told = client.post(f"/documents/{document}/sure/undo", {"press": press}, follow=True).content.decode()
    assert f"{count} mục giữ nguyên" in told
    assert press_all_sure(client, document)[0] != press
    assert count_judged([document]) == {document: count}


def test_nobody_undoes_what_another_pressed(desk: Desk, aside: ReaderAside) -> None:
    """A press is taken back by who pressed; the name of any other verdict is no press."""
    document = bring(aside)
    mai, nam = desk.person("mai", "huyen-mot", Role.REPORTER), desk.person("nam", "huyen-mot", Role.SYNTHESISER)
    judge(mai, document, "accept", record(document, "12"))
    single = record(document, "12").said
    assert single is not None
    press, _ = press_all_sure(mai, document)
    assert "Hoàn tác" not in nam.get(f"/documents/{document}?press={press}").content.decode()
    for client, named in ((nam, press), (mai, single.id), (mai, "")):
        answer = client.post(f"/documents/{document}/sure/undo", {"press": named})
        assert answer.status_code == 400
        assert "để hoàn tác" in answer.content.decode()
    assert all(each.spoken for each in _records(document) if each.sure)


def _records(document: str) -> Sequence[Record]:
    found = judging.read_document(document)
    assert found is not None
    return found.records


def test_missed_records_stay_through_a_later_reading(
    desk: Desk, aside: ReaderAside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words chosen by hand become a figure or a sentence, and a newer reader's reading has them again."""
    document = bring(aside)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    address = f"/documents/{document}/add"
    assert "mười bốn lớp" in client.get(address, {"words": "mười bốn lớp"}).content.decode()
    start = REPORT.index("mười bốn")
    words = {"start": start, "end": start + len("mười bốn"), "quote": "mười bốn", "kind": "figure", "number": "count"}
    typed = {"low": "14", "high": "14", "indicator": "hoi-nghi", "org_name": "huyện Sông Thượng", "period": "2024"}
    client.post(address, words | typed | {"reason": "bị sót"})
    sentence = "Mở thêm mười bốn lớp ở cơ sở."
    begin = REPORT.index(sentence)
    client.post(address, {"start": begin, "end": begin + len(sentence), "quote": sentence, "kind": "task"})
    monkeypatch.setattr("tongket.actions.inbox.read_item.reader_version", lambda: "newer")
    rows = aside.read(REPORT.encode(), "bao-cao.txt", rows_of(ReadingRow, document=document)[0].id)
    _read_by_newer(document, rows)
    figure, task = record(document, "mười bốn"), record(document, sentence, Kind.TASK)
    assert figure.counts == ("hoi-nghi", "huyen-mot", "2024")
    assert {each.verdict for each in (figure, task)} == {Verdict.ACCEPTED}


def _read_by_newer(document: str, rows: list) -> None:  # type: ignore[type-arg]
    """Enter a reading as a newer version of the reader would make it: other ids for the same records."""
    old = rows_of(ReadingRow, document=document)[0]
    newer = []
    for row in rows:
        names = {column.name for column in columns(row)}
        changed = {"id": row.id + "n"} if row.id != document else {}
        if "reading" in names:
            changed["reading"] = old.id + "n"
        if isinstance(row, ReadingRow):
            changed |= {"reader": "newer", "replaces": old.id}
        newer.append(replace(row, **changed))
    add([*newer, *added_again(document, old.id + "n")], at=AT)


def test_tell_whose_report_it_is(desk: Desk, aside: ReaderAside) -> None:
    """A document of nobody becomes an org's by a person's word: its figures count, the list says who told it."""
    document = bring(aside, REPORT.replace(" của huyện Sông Thượng", ""), "khong-ro.txt")
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    assert record(document, "12").counts[0] == ""
    typed = {"org_name": "huyện Sông Thượng", "period": "2024", "reason": "theo công văn gửi kèm", "seen": ""}
    client.post(f"/documents/{document}/telling", typed)
    assert record(document, "12").counts == ("hoi-nghi", "huyen-mot", "2024")
    page = client.get("/inbox/").content.decode()
    assert "do người ghi" in page
    again = client.post(f"/documents/{document}/telling", typed | {"period": "2023"}).content.decode()
    assert "Đồng nghiệp vừa đổi" in again


def test_comments_are_read_by_those_who_see_the_document(desk: Desk, aside: ReaderAside) -> None:
    """A leader above comments on a record; the reporter below reads it."""
    document = bring(aside)
    told = record(document, "12")
    leader = desk.person("hung", "tinh", Role.LEADER)
    address = f"/documents/{document}/records/{told.row.id}"
    leader.post(f"{address}/comment", {"text": "Đề nghị đối chiếu biểu 2."})
    assert "Đề nghị đối chiếu biểu 2." in desk.person("mai", "huyen-mot", Role.REPORTER).get(address).content.decode()
    assert "cần có chữ" in leader.post(f"{address}/comment", {"text": " "}).content.decode()
    assert leader.post(f"/documents/{document}/judge", {"accept": f"{told.row.id}|."}).status_code == 403


def test_long_document_is_shown_in_parts(desk: Desk, aside: ReaderAside) -> None:
    """A document with a thousand records is shown a hundred at a time, with the way to the next."""
    lines = "\n".join(f"Đã tổ chức {n + 2} hội nghị học tập, quán triệt nghị quyết." for n in range(500))
    document = bring(aside, REPORT + lines)
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    page = client.get(f"/documents/{document}").content.decode()
    assert "Phần 1 trên" in page
    assert page.count('class="record ') <= 100
    last = int(re.findall(r"Phần 1 trên (\d+)", page)[0])
    assert "501 hội nghị" in client.get(f"/documents/{document}?part={last}").content.decode()


def test_original_is_given_as_a_file_only(desk: Desk, aside: ReaderAside) -> None:
    """The original comes as a download, never as a page, under its own name."""
    document = bring(aside, name="báo cáo.html")
    answer = desk.person("mai", "huyen-mot", Role.REPORTER).get(f"/documents/{document}/original")
    assert answer.content == REPORT.encode()
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''b%C3%A1o")
    assert answer["Content-Type"] == "application/octet-stream"


def test_roll_up_and_review_follow_what_people_say(desk: Desk, aside: ReaderAside) -> None:
    """The review counts a document told by hand as the org's report, and leaves out a sentence that was rejected."""
    document = bring(aside, REPORT.replace(" của huyện Sông Thượng", ""), "khong-ro.txt")
    client = desk.person("mai", "huyen-mot", Role.REPORTER)
    typed = {"org_name": "huyện Sông Thượng", "period": "2024", "reason": "theo công văn gửi kèm", "seen": ""}
    client.post(f"/documents/{document}/telling", typed)
    reports = facts(office().profile, None).reports
    assert [str(came.period) for came in reports["huyen-mot"]] == ["2024"]
    told = record(document, "còn chậm", Kind.LIMITATION)
    assert "còn chậm" in _review()
    judge(client, document, "reject", told)
    assert "còn chậm" not in _review()


def _review() -> str:
    profile = office().profile
    asked = Asked(profile, mapping_of(profile), "tinh", Period.parse("2024"))
    basis = gather(asked)
    statements = Statements(basis, Sources(basis))
    return str(statements.limitations())
