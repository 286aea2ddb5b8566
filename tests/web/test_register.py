"""Directives and tasks: what reports show, what a person says to it, who has to do what until when."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from tongket.actions.register.said import limitations_back
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.tables import StatementRow
from tongket.terms.work import EvidenceRow, TaskRow
from web.conftest import Desk
from web.documents import bring_report

STUDIED = (
    "Đã tổ chức 12 hội nghị học tập, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị cho đảng viên."
)
PLANNED = "Ban hành Kế hoạch số 12-KH/HU thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
TASK = "Tập trung củng cố đội ngũ báo cáo viên, tuyên truyền viên cơ sở ở các chi bộ thôn."
DONE = "Đã củng cố đội ngũ báo cáo viên, tuyên truyền viên cơ sở tại 12 chi bộ thôn."
LACKS = "Công tác nắm bắt dư luận xã hội ở một số chi bộ thôn chưa kịp thời, còn lúng túng."


@pytest.fixture
def office(desk: Desk) -> Client:
    """Who draws together at the province."""
    return desk.person("lan", "tinh", Role.SYNTHESISER)


def test_directive_shows_how_far_each_org_is(office: Client) -> None:
    """Studied here, planned there, nothing yet elsewhere: proposed with the sentence."""
    bring_report("huyen-mot", "2024", STUDIED)
    bring_report("huyen-hai", "2024", PLANNED)
    assert "05-CT/TW" in _text(office.get("/register/?words=05-ct"))
    page = _text(office.get("/register/directive?key=05-CT/TW"))
    assert "12 hội nghị học tập" in page
    assert "<strong>1</strong> Đã học tập, quán triệt" in page
    assert "<strong>1</strong> Đã có kế hoạch" in page
    assert "<strong>4</strong> Chưa thấy trong báo cáo" in page
    assert "<strong>1</strong> Đã có kế hoạch" not in _text(office.get("/register/directive?key=05-CT/TW&year=2023"))


def test_person_confirms_or_refuses_and_the_later_of_two_is_told(desk: Desk, office: Client) -> None:
    """The word of a person stands; who judges what another judged meanwhile is refused; a refusal takes it away."""
    bring_report("huyen-mot", "2024", STUDIED)
    address = "/register/evidence/huyen-mot/below"
    page = _text(office.get("/register/directive?key=05-CT/TW"))
    said = {"about": "05-CT/TW", "entry": _field(page, "entry"), "stage": "planned", "verdict": "confirmed", "seen": ""}
    assert office.post(address, said).status_code == 302
    page = _text(office.get("/register/directive?key=05-CT/TW"))
    assert "<strong>1</strong> Đã có kế hoạch" in page
    assert "đã xác nhận" in page
    other = desk.person("nam", "huyen-mot", Role.REPORTER)
    stale = other.post("/register/evidence/huyen-mot", {**said, "verdict": "refused"})
    assert stale.status_code == 400
    assert "người khác thay trước" in _text(stale)
    later = {**said, "verdict": "refused", "seen": rows_of(EvidenceRow)[0].id}
    assert other.post("/register/evidence/huyen-mot", later).status_code == 302
    assert "<strong>6</strong> Chưa thấy" in _text(office.get("/register/directive?key=05-CT/TW"))


def test_evidence_of_another_org_is_refused(desk: Desk, office: Client) -> None:
    """A sentence counts only for the org in whose report it stands."""
    bring_report("huyen-mot", "2024", STUDIED)
    entry = _field(_text(office.get("/register/directive?key=05-CT/TW")), "entry")
    beside = desk.person("hoa", "huyen-hai", Role.REPORTER)
    said = {"about": "05-CT/TW", "entry": entry, "stage": "studied", "verdict": "confirmed", "seen": ""}
    assert beside.post("/register/evidence/huyen-hai", said).status_code == 400
    assert beside.post("/register/evidence/huyen-mot", said).status_code == 403


def test_task_goes_from_a_sentence_to_its_end(desk: Desk, office: Client) -> None:
    """One click sets it, its owner answers, what a later report says is proposed and confirmed, and it is done."""
    bring_report("huyen-mot", "2023", "Nhiệm vụ trọng tâm năm 2024", TASK)
    bring_report("huyen-mot", "2024", DONE)
    statement = next(row for row in rows_of(StatementRow, kind="task") if "củng cố" in row.quote)
    assert "Tập trung củng cố" in _text(office.get("/register/said?year=2023"))
    sent = office.post("/register/tasks/from-statement", {"statement": statement.id})
    assert office.post("/register/tasks/from-statement", {"statement": statement.id}).status_code == 302
    address = sent.headers["Location"]
    (task,) = rows_of(TaskRow)
    assert "Đã giao" in _text(office.get("/register/said?year=2023"))
    page = _text(office.get(address))
    assert "tại 12 chi bộ thôn" in page
    owner = desk.person("nam", "huyen-mot", Role.REPORTER)
    assert "hãy ghi kết quả" in _text(owner.post(address + "answer", {"status": "done", "note": "", "seen": task.id}))
    done = {"status": "done", "note": "Đã kiện toàn 12 tổ.", "seen": task.id}
    assert owner.post(address + "answer", done).status_code == 302
    assert "Người khác vừa cập nhật" in _text(owner.post(address + "answer", done))
    page = _text(office.get(address))
    assert "Đã xong" in page
    assert "Đã kiện toàn 12 tổ." in page


def test_overdue_stand_first_and_mine_are_mine(desk: Desk, office: Client) -> None:
    """Overdue before the rest; an org sees what it has to do, nobody beside it does."""
    for text, due in (("Việc còn hạn dài", "2999-01-01"), ("Việc đã quá hạn", "2024-01-01")):
        given = {"text": text, "owner": ["huyen-mot"], "due": due}
        assert office.post("/register/tasks/new", given).status_code == 302
    page = _text(office.get("/register/tasks/"))
    assert page.index("Việc đã quá hạn") < page.index("Việc còn hạn dài")
    assert "1 nhiệm vụ quá hạn" in page
    mine = _text(desk.person("nam", "huyen-mot", Role.REPORTER).get("/register/tasks/?mine=1"))
    assert "Việc đã quá hạn" in mine
    beside = desk.person("hoa", "huyen-hai", Role.LEADER)
    assert "Việc đã quá hạn" not in _text(beside.get("/register/tasks/"))
    task = rows_of(TaskRow)[0].id
    assert beside.get(f"/register/tasks/{task}/").status_code == 403


def test_faulty_task_loses_nothing(office: Client) -> None:
    """Without an owner or with a day that is none the form comes back with what was typed."""
    page = _text(office.post("/register/tasks/new", {"text": "Rà soát báo cáo viên", "due": "2025-01-31"}))
    assert "ít nhất một đơn vị" in page
    assert "Rà soát báo cáo viên" in page
    assert 'value="2025-01-31"' in page
    given = {"text": "Rà soát", "owner": ["huyen-mot"], "due": "31/1"}
    assert "không phải là ngày" in _text(office.post("/register/tasks/new", given))


def test_task_is_changed_by_who_set_it(desk: Desk, office: Client) -> None:
    """Words, owners and day change for who sets tasks; an owner cannot, and cannot drop it."""
    office.post("/register/tasks/new", {"text": "Rà soát", "owner": ["huyen-mot"]})
    (task,) = rows_of(TaskRow)
    address = f"/register/tasks/{task.id}/"
    given = {"text": "Rà soát lại", "owner": ["huyen-mot", "huyen-hai"], "due": "2025-06-30", "status": "open"}
    owner = desk.person("nam", "huyen-mot", Role.LEADER)
    assert owner.post(address + "change", {**given, "seen": task.id}).status_code == 403
    dropped = {"status": "dropped", "note": "", "seen": task.id}
    assert "không được tự thôi việc" in _text(owner.post(address + "answer", dropped))
    assert office.post(address + "change", {**given, "seen": task.id}).status_code == 302
    page = _text(office.get(address))
    assert "30/06/2025" in page
    assert "huyện Sông Hạ" in page


def test_limitations_come_back_period_by_period(office: Client) -> None:
    """What an org lacked in two years stands with both sentences; what it lacked once does not."""
    once = "Việc sơ kết, tổng kết các chuyên đề còn chậm so với yêu cầu đề ra."
    bring_report("huyen-mot", "2023", "Hạn chế, tồn tại", LACKS, once)
    bring_report("huyen-mot", "2024", "Hạn chế, tồn tại", LACKS.replace("một số", "một vài"))
    assert [len(back.told) for back in limitations_back(["huyen-mot"])] == [2]
    page = _text(office.get("/register/limitations"))
    assert "một vài chi bộ thôn" in page
    assert "chuyên đề còn chậm" not in page


def _text(answer: HttpResponse) -> str:
    return answer.content.decode()


def _field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found
    return found[1]
