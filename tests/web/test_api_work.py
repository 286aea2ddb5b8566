"""A day's work through the API, on SQLite and on PostgreSQL: each part does what its page does."""

import pytest
from django.test import Client

from tongket.terms.roles import Role
from web.conftest import Desk
from web.programs import program
from web.things import THINGS


@pytest.fixture
def desk(desk_on_either: Desk) -> Desk:
    """Open a desk on either kind of database."""
    return desk_on_either


def test_a_document_is_read_judged_and_changed(desk: Desk) -> None:
    """Records are accepted, changed with their reason, commented; what somebody else has changed since is a 409."""
    ask = program(desk, "lan", "xa-mot", Role.SYNTHESISER)
    document, record = THINGS["document"]("xa-mot"), THINGS["record"]("xa-mot")
    at = f"/documents/{document}"
    assert ask("get", "/orgs/xa-mot/inbox")["items"][0]["document"] == document
    assert ask("get", at)["org"] == "xa-mot"
    text = ask("get", f"{at}/text?offset=0&limit=7")
    assert (text["text"], len(text["lines"])) == ("BÁO CÁO", 1)
    seen = ask("get", f"{at}/records/{record}")["seen"]
    accepted = ask("post", f"{at}/records/{record}/verdict", {"verdict": "accepted", "seen": seen})
    assert (accepted["verdict"], accepted["by"]) == ("accepted", "lan")
    told = {"low": "13", "high": "13", "indicator": "hoi-nghi", "org": "xa-mot", "period": "2024", "reason": "đếm lại"}
    ask("put", f"{at}/records/{record}", {**told, "seen": seen}, 409)
    changed = ask("put", f"{at}/records/{record}", {**told, "seen": accepted["seen"]})
    assert changed["quantity"] == {"low": "13", "high": "13", "approx": False}
    assert ask("post", f"{at}/records/{record}/comments", {"text": "đã hỏi xã"})["comments"][0]["by"] == "lan"
    lines = ask("get", "/orgs/xa-mot/rollup?period=2024&indicator=hoi-nghi")["items"]
    assert [line["own"]["low"] for line in lines] == ["13"]
    added = {"start": 8, "end": 15, "quote": "Kết quả", "kind": "result"}
    assert ask("post", f"{at}/records", added)["by_hand"] == "lan"
    assert ask("put", f"{at}/whose", {"org": "xa-hai", "period": "2023", "reason": "nhầm"})["org"] == "xa-hai"
    assert ask("get", f"{at}/original").startswith("BÁO CÁO".encode())


def test_what_was_accepted_at_once_is_taken_back(desk: Desk) -> None:
    """A program takes back what it accepted all at once, by the name it was given; twice takes nothing."""
    ask = program(desk, "lan", "xa-mot", Role.REPORTER)
    at = f"/documents/{THINGS['document']('xa-mot')}"
    sure = ask("get", at)["sure"]
    pressed = ask("post", f"{at}/sure")
    assert pressed["accepted"] == sure > 0
    assert ask("post", f"{at}/sure/undo", {"press": pressed["press"]}) == {"opened": sure, "left": 0}
    assert ask("get", at)["sure"] == sure
    assert ask("post", f"{at}/sure/undo", {"press": pressed["press"]}) == {"opened": 0, "left": sure}
    ask("post", f"{at}/sure/undo", {"press": "VD-nobody"}, 400)


def test_a_report_goes_from_hand_to_hand(desk: Desk) -> None:
    """The own org fills in the form and hands it in, the level above returns it; a stale step is a 409."""
    below = program(desk, "mai", "xa-mot", Role.REPORTER)
    above = program(desk, "hoa", "huyen-mot", Role.LEADER)
    at = "/orgs/xa-mot/reports/year/2024"
    figures = {"hoi-nghi": {"low": "12"}, "dang-vien": {"bound": "over", "low": "1.500"}}
    form = below("put", f"{at}/form", {"figures": figures})
    assert [row["figure"]["low"] for row in form["rows"]] == ["12", "1.500"]
    below("put", f"{at}/form", {"figures": {"hoi-nghi": {"low": "nhiều"}}}, 400)
    handed_in = below("post", f"{at}/submission", {})
    assert (handed_in["state"], handed_in["following"]) == ("submitted", ["approved", "returned"])
    below("post", f"{at}/steps", {"step": "approved", "seen": handed_in["seen"]}, 403)
    above("post", f"{at}/steps", {"step": "approved", "seen": ""}, 409)
    above("post", f"{at}/steps", {"step": "returned", "seen": handed_in["seen"]}, 400)
    returned = above("post", f"{at}/steps", {"step": "returned", "seen": handed_in["seen"], "comment": "thiếu"})
    assert [(each["step"], each["by"]) for each in returned["steps"]] == [("submitted", "mai"), ("returned", "hoa")]
    board = above("get", "/orgs/huyen-mot/board?year=2024&kind=year&state=returned")
    assert [row["org"] for row in board["items"]] == ["xa-mot"]


def test_tasks_are_set_answered_and_changed(desk: Desk) -> None:
    """Who sets a task changes it, who has it answers; a later version is not written over."""
    above = program(desk, "hoa", "huyen-mot", Role.LEADER)
    below = program(desk, "mai", "xa-mot", Role.REPORTER)
    task = above("post", "/orgs/huyen-mot/tasks", {"text": "Mở lớp học", "owners": ["xa-mot"], "due": "2020-01-31"})
    at = f"/tasks/{task['id']}"
    assert task["overdue"]
    above("post", "/orgs/huyen-mot/tasks", {"text": "Mở lớp học", "owners": [""]}, 400)
    done = {"status": "done", "note": "đã mở 2 lớp", "seen": task["seen"]}
    answered = below("post", f"{at}/answers", done)
    assert (answered["status"], answered["overdue"]) == ("done", False)
    changed = {"text": "Mở lớp", "owners": ["xa-mot"], "status": "open", "seen": task["seen"]}
    above("put", at, changed, 409)
    assert above("put", at, {**changed, "seen": answered["seen"]})["due"] is None
    assert [each["by"] for each in above("get", at)["versions"]] == ["hoa", "mai", "hoa"]
    assert above("get", "/orgs/huyen-mot/tasks")["total"] == 1


def test_the_desk_is_kept(desk: Desk) -> None:
    """Profile, map, people, audit log and health, for whoever keeps the desk; each change is in the log."""
    ask = program(desk, "nam", "tinh", Role.ADMINISTRATOR)
    profile = ask("get", "/profile")
    other = profile["text"].replace('name = "Hội nghị học tập', 'name = "Số hội nghị học tập')
    ask("put", "/profile", {"text": other, "replaces": profile["id"]})
    ask("put", "/profile", {"text": other + "#", "replaces": "PF-0"}, 200)  # says what holds already
    again = other.replace("Số hội nghị", "Tổng số hội nghị")
    ask("put", "/profile", {"text": again, "replaces": profile["id"]}, 409)
    wanted = {"kind": "rename", "day": "2025-07-01", "basis": "Nghị quyết 1", "sources": ["xa-hai"]}
    wanted["targets"] = [{"org": "xa-hai", "name": "xã An Bình Mới"}]  # type: ignore[assignment] # JSON
    effect = ask("post", "/changes/preview", wanted)
    assert [each["after"]["name"] for each in effect["altered"]] == ["xã An Bình Mới"]
    ask("post", "/changes", {**wanted, "version": "0"}, 409)
    ask("post", "/changes", {**wanted, "version": effect["version"]})
    assert ask("get", "/changes")["items"][0]["sources"] == ["xa-hai"]
    sent = ask("post", "/invitations", {"email": "mai@example.org", "org": "xa-hai", "role": "reporter"})
    assert sent["link"].startswith("http://testserver/")
    assert sent["standing"] == "open"
    given = ask("post", f"/people/{THINGS['person']('xa-mot')}/grants", {"org": "xa-mot", "role": "leader"})
    assert {each["role"] for each in given["grants"]} == {"reader", "leader"}
    ask("post", "/tokens", {"org": "tinh", "name": "nữa"}, 403)
    log = ask("get", "/audit?by=nam&limit=2")
    assert (len(log["items"]), log["total"] >= 5, log["items"][0]["verb"]) == (2, True, "administer")
    assert {"signs", "versions", "counts", "well"} == set(ask("get", "/health"))


def test_searches_are_kept_and_let_go_of(desk: Desk) -> None:
    """What a person keeps is theirs, and what is looked for is found in what they may see."""
    ask = program(desk, "lan", "tinh", Role.READER)
    kept = ask("post", "/searches", {"name": "hội nghị", "query": "q=h%E1%BB%99i"})
    assert ask("get", "/searches")["items"] == [kept]
    assert ask("post", "/searches/forget", {"id": kept["id"]})["total"] == 0
    ask("post", "/searches/forget", {"id": kept["id"]}, 404)
    assert ask("get", "/search?q=quán triệt&limit=5&offset=0")["items"] == []


@pytest.mark.parametrize("text", ["a\\u0000b", "\\ud800"])
def test_characters_that_cannot_be_kept_are_refused(desk: Desk, text: str) -> None:
    """NUL and half a pair of surrogates are refused with what to do, before anything is asked of the database."""
    ask = program(desk, "lan", "tinh", Role.READER)
    answer = Client().post(
        "/api/searches", f'{{"name": "{text}", "query": ""}}', content_type="application/json", headers=ask.headers
    )
    assert (answer.status_code, list(answer.json())) == (400, ["message"])
    assert Client().get("/api/orgs/a%00b", headers=ask.headers).status_code == 404
