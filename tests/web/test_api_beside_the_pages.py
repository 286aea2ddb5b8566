"""What pages show beside their lists, through the API, on SQLite and on PostgreSQL: history, files, previews, today."""

import pytest

from tongket.document.files import read_bytes
from tongket.ledger.entries import add
from tongket.terms.roles import Role
from tongket.terms.work import InboxRow, OriginalRow
from web.conftest import AT, Desk
from web.documents import bring_report
from web.operations import operations, thing
from web.programs import Program, program
from web.things import THINGS

MORE = "Trong năm, đã tổ chức 5 hội nghị học tập, quán triệt nghị quyết."
TASK = "Tập trung củng cố đội ngũ báo cáo viên, tuyên truyền viên cơ sở ở các chi bộ thôn."
STUDIED = "Đã tổ chức 12 hội nghị học tập, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
# A page of 20 by 20 points, without a word on it.
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 20 20]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@pytest.fixture
def desk(desk_on_either: Desk) -> Desk:
    """Open a desk on either kind of database."""
    return desk_on_either


def published(ask: Program, at: str, version: str) -> None:
    """Take a review all its steps."""
    last = ""
    for step in ("approved", "locked", "published"):
        last = ask("post", f"{at}/steps", {"step": step, "version": version, "last_step": last})["last_step"]


def test_a_review_has_its_history(desk: Desk) -> None:
    """Versions with their differences, comments, steps; what is published is there for everybody and not before."""
    ask = program(desk, "lan", "tinh", Role.SYNTHESISER, Role.LEADER)
    other = program(desk, "mai", "huyen-hai", Role.REPORTER)
    at = "/reviews/tinh/2024"
    for name in ("versions", "differences", "steps", "comments", "figures", "figures/changed", "review.pdf"):
        ask("get", f"{at}/{name}", status=404)
    bring_report("huyen-mot", "2024")
    first = ask("post", at)
    assert first["following"] == ["approved"]
    section = first["sections"][0]
    edited = ask("put", at, {"seen": first["version"], "added": {section["id"]: ["Thêm một đoạn."]}, "note": "thêm"})
    told = ask("get", f"{at}/versions")["items"]
    assert [(each["id"], each["note"]) for each in told][1:] == [(edited["version"], "thêm")]
    assert ask("get", f"{at}/versions/{first['version']}")["sections"] == first["sections"]
    ask("get", f"{at}/versions/DR-0", status=404)
    (found,) = ask("get", f"{at}/differences")["items"]
    assert found["pieces"] == [{"kind": "put", "text": "Thêm một đoạn."}]
    back = ask("get", f"{at}/differences?older={edited['version']}&newer={first['version']}")
    assert [each["kind"] for each in back["items"][0]["pieces"]] == ["taken"]
    ask("post", f"{at}/comments", {"text": "Xem lại.", "place": "p1"}, 204)
    assert [(each["by"], each["place"]) for each in ask("get", f"{at}/comments")["items"]] == [("lan", "p1")]
    other("get", f"{at}/versions", status=403)
    other("get", "/published/tinh/2024", status=404)
    published(ask, at, edited["version"])
    steps = ask("get", f"{at}/steps")["items"]
    assert [(each["step"], each["draft"]) for each in steps][-1] == ("published", edited["version"])
    assert other("get", "/published")["items"] == [{"org": "tinh", "name": "tỉnh Lam Giang", "period": "2024"}]
    shown = other("get", "/published/tinh/2024")
    assert (shown["by"], shown["sections"]) == ("lan", edited["sections"])


def test_a_review_follows_its_figures(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed since is told and taken over; a version that is no longer the newest is refused; files are given."""
    ask = program(desk, "lan", "tinh", Role.SYNTHESISER)
    at = "/reviews/tinh/2024"
    bring_report("huyen-mot", "2024")
    first = ask("post", at)
    assert "12 hội nghị" in {each["text"] for each in ask("get", f"{at}/figures")["items"]}
    assert ask("get", f"{at}/figures/changed")["items"] == []
    bring_report("huyen-hai", "2024", MORE)
    (changed,) = ask("get", f"{at}/figures/changed")["items"]
    assert (changed["words"], changed["now"]) == ("12 hội nghị", "17 hội nghị")
    fresh = ask("post", f"{at}/figures/refresh", {"seen": first["version"]})
    assert f"[[{changed['other']}|17 hội nghị]]" in str(fresh["sections"])
    ask("post", f"{at}/figures/refresh", {"seen": first["version"]}, 409)
    assert ask("get", f"{at}/review.docx")[:2] == b"PK"
    assert "17 hội nghị" in ask("get", f"{at}/review.html").decode()
    monkeypatch.setenv("PATH", "")
    assert "LibreOffice" in ask("get", f"{at}/review.pdf", status=400)["message"]


def test_a_rollup_is_given_as_files(desk: Desk) -> None:
    """Each kind opens and holds all orgs of the question; a chart has the specification that draws it."""
    ask = program(desk, "lan", "tinh", Role.READER)
    ask("get", "/orgs/tinh/rollup/chart?period=2024", status=404)
    assert "biểu đồ" in ask("get", "/orgs/tinh/rollup.png?period=2024", status=400)["message"]
    bring_report("huyen-mot", "2024")
    bring_report("huyen-hai", "2024", MORE)
    choices = ask("get", "/orgs/tinh/rollup/choices")
    assert (choices["periods"], choices["levels"]) == (["2024"], ["huyện", "xã", "chi bộ"])
    assert [each["id"] for each in choices["indicators"]] == ["hoi-nghi", "dang-vien"]
    chart = ask("get", "/orgs/tinh/rollup/chart?period=2024")
    assert [(bar["label"], bar["low"]) for bar in chart["bars"]] == [
        ("huyện Sông Thượng", "12"),
        ("huyện Sông Hạ", "5"),
    ]
    assert "vega-lite" in chart["specification"]["$schema"]
    sheet = read_bytes(ask("get", "/orgs/tinh/rollup.xlsx?period=2024&rows=org&columns=indicator"), "x.xlsx").text
    assert {"huyện Sông Thượng", "12"} <= set(sheet.split("\n"))
    assert "12 hội nghị" in ask("get", "/orgs/tinh/rollup.csv?period=2024").decode("utf-8-sig")
    assert ask("get", "/orgs/tinh/rollup.docx?period=2024")[:2] == b"PK"
    assert ask("get", "/orgs/tinh/rollup.png?period=2024&drawn=hoi-nghi")[:4] == b"\x89PNG"
    assert "Hàng và cột" in ask("get", "/orgs/tinh/rollup.csv?period=2024&rows=org", status=400)["message"]
    ask("get", "/orgs/tinh/rollup.csv?period=2024&rows=unknown", status=422)


def test_what_waits_is_told(desk: Desk) -> None:
    """Today's work and the batches on the way, as far as the roles let somebody do it."""
    below = program(desk, "mai", "xa-mot", Role.REPORTER)
    reader = program(desk, "an", "xa-mot", Role.READER)
    document = THINGS["document"]("xa-mot")
    told = below("get", "/orgs/xa-mot/today")
    assert told["doubtful"]["total"] == len(told["doubtful"]["items"])
    assert {each["org"] for each in told["to_hand_in"]["items"]} == {"xa-mot"}
    assert reader("get", "/orgs/xa-mot/today")["to_hand_in"]["total"] == 0
    assert below("get", "/orgs/xa-mot/inbox/batches")["items"] == []
    add([OriginalRow("0" * 64, PDF), InboxRow("IN-1", "BT-1", "0" * 64, "trang.pdf", "xa-mot", "upload", "mai")], at=AT)
    (batch,) = below("get", "/orgs/xa-mot/inbox/batches")["items"]
    assert (batch["batch"], batch["total"], batch["over"]) == ("BT-1", 1, False)
    assert below("get", f"/documents/{'0' * 64}/pages/1")[:4] == b"\x89PNG"
    below("get", f"/documents/{'0' * 64}/pages/2", status=404)
    below("get", f"/documents/{document}/pages/1", status=404)
    below("get", f"/documents/{document}/pages/one", status=422)


def test_what_is_kept_is_seen_before_it_is_done(desk: Desk) -> None:
    """A profile with what is wrong in it and what it changes, its tables, an org's story, the log, others' tokens."""
    ask = program(desk, "nam", "tinh", Role.ADMINISTRATOR)
    program(desk, "mai", "xa-mot", Role.REPORTER)
    held = ask("get", "/profile")
    wrong = ask("post", "/profile/preview", {"text": held["text"] + '\n[[duties]]\nlevel = "xã"\nreport = "day"\n'})
    assert (wrong["lines"], bool(wrong["wrong"]["message"])) == ([], True)
    text = held["text"].replace('"Hội nghị học tập', '"Số hội nghị học tập')
    looked = ask("post", "/profile/preview", {"text": text})
    assert looked["wrong"] is None
    assert [line[0] for line in looked["lines"] if line[0] in "+-"] == ["-", "+"]
    kept = ask("put", "/profile", {"text": text, "replaces": looked["replaces"]})
    assert ask("get", f"/profile/versions/{kept['id']}/changes")["lines"] == looked["lines"]
    tables = ask("get", "/profile/tables")
    assert tables["indicators"][0]["name"].startswith("Số hội nghị")
    assert [(each["level"], each["grace"]) for each in tables["duties"]] == [("huyện", 3), ("xã", 0)]
    (row,) = ask("get", "/orgs/huyen-mot/story")["rows"]
    assert ([each["id"] for each in row["above"]], row["below"]) == (["tinh"], {"xã": 2})
    assert [each["id"] for each in ask("get", "/org-names?words=SÔNG HẠ")["items"]] == ["huyen-hai"]
    assert [each["id"] for each in ask("get", "/orgs?words=song ha")["items"]] == ["huyen-hai"]
    log = ask("get", "/audit.csv?verb=keep").decode("utf-8-sig").splitlines()
    assert (log[0].startswith("Lúc,Ai"), [line.split(",")[1] for line in log[1:]]) == (True, ["nam"])
    (held_token,) = ask("get", "/people/mai/tokens")["items"]
    ended = ask("post", "/people/mai/tokens/end", {"id": held_token["id"], "reason": "đổi máy"})
    assert ended["items"] == []
    ask("post", "/people/mai/tokens/end", {"id": held_token["id"], "reason": "nữa"}, 404)


def test_lists_tell_what_their_pages_tell(desk: Desk) -> None:
    """How many orgs are how far, which sentence is a task already, why figures fit nothing, to whom reminders went."""
    ask = program(desk, "lan", "tinh", Role.SYNTHESISER)
    trees = "Toàn huyện trồng được 300 cây xanh."
    bring_report("huyen-mot", "2024", STUDIED, trees, "Nhiệm vụ trọng tâm năm 2025", TASK)
    one = "/orgs/tinh/directives/one?key=05-CT/TW"
    assert ask("get", one)["counts"] == {"studied": 1, "nothing": 5}
    assert [each["org"] for each in ask("get", f"{one}&stage=studied")["items"]] == ["huyen-mot"]
    assert ask("get", f"{one}&stage=nothing")["total"] == 5
    (said,) = ask("get", "/orgs/huyen-mot/tasks/said")["items"]
    assert said["task"] == ""
    task = ask("post", "/orgs/tinh/tasks/from-statement", {"statement": said["entry"]})
    assert ask("get", "/orgs/huyen-mot/tasks/said")["items"][0]["task"] == task["id"]
    misfits = ask("get", "/orgs/huyen-mot/misfits?period=2024")
    assert sum(misfits["whys"].values()) == misfits["total"] > 0
    assert ask("get", "/orgs/tinh/conflicts?period=2024")["items"] == []
    at = "/orgs/huyen-hai/reports/year/2024"
    assert ask("get", at)["letters"] == []
    desk.actor("hoa", "huyen-hai", Role.REPORTER)
    assert ask("get", f"{at}/reminder")["to"] == []


# What has a meaning for one question or another, and letters that have one in SQL.
ASKED = "period=2024&indicator=hoi-nghi&at=tinh&key=05-CT/TW&q=h%E1%BB%99i'%25_%5C&words=%25'_%5C&offset=2000"
# Ask for nothing that is not there.
PLAIN = {"/orgs/{org}/today", "/orgs/{org}/inbox", "/orgs/{org}/board", "/orgs/{org}/rollup", "/search", "/audit"}


def test_every_operation_that_shows_something_answers(desk_on_server: Desk) -> None:
    """On PostgreSQL, of what is there and of what is not, with letters that SQL has a meaning for: no error."""
    ask = program(desk_on_server, "lan", "tinh", *Role)
    told = {path: ask.status("get", f"{_filled(path)}?{ASKED}") for method, path, _ in operations() if method == "get"}
    assert set(told.values()) <= {200, 400, 403, 404}
    assert {path for path, status in told.items() if status == 200} >= PLAIN


def _filled(path: str) -> str:
    return "/".join(thing(part[1:-1], "tinh") if "{" in part else part for part in path.split("/"))
