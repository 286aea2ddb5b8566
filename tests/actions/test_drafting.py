"""A review as people write it: its text keeps its links, its versions follow one another, its steps have an order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.actions.attribute import attribute_readings
from tongket.actions.drafting.comment_draft import comment_draft, comments_on
from tongket.actions.drafting.draft_differences import differences
from tongket.actions.drafting.draft_form import Block, Draft, Section, draft_from_json, draft_to_json
from tongket.actions.drafting.draft_text import plain, relinked, runs_of, targets_of, text_of
from tongket.actions.drafting.drafted_review import drafted_review
from tongket.actions.drafting.drafts import first_of, published_reviews, reviews_of, standing, steps, versions
from tongket.actions.drafting.edit_draft import Edit, StaleDraftError, edit_draft
from tongket.actions.drafting.fresh_figures import changed_figures, refresh_figures
from tongket.actions.drafting.settle_draft import settle_draft
from tongket.actions.drafting.start_draft import start_draft
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.people.gate import Actor, NotAllowedError, person_named
from tongket.actions.people.grants import first_grant
from tongket.actions.people.keep_profile import first_profile
from tongket.actions.people.office import office
from tongket.actions.take_in import take_in
from tongket.ledger.entries import rows_of
from tongket.review.content import FigureRun, TextRun
from tongket.review.word import write_docx
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile_form import profile_from_text
from tongket.terms.roles import Role
from tongket.terms.work import ActRow

AT = datetime(2025, 1, 6, 2, 0, tzinfo=UTC)
YEAR = Period.parse("2024")
PROFILE = """
name = "Tuyên giáo tỉnh Lam Giang"
style = "party"
[office]
issuer = "Ban Tuyên giáo"
[[orgs]]
id = "tinh"
name = "tỉnh Lam Giang"
level = "tỉnh"
[[orgs]]
id = "huyen"
name = "huyện Sông Thượng"
aliases = ["Huyện ủy Sông Thượng", "Ban Tuyên giáo Huyện ủy Sông Thượng"]
level = "huyện"
parent = "tinh"
[[themes]]
id = "hoc-tap"
title = "Công tác học tập, quán triệt nghị quyết"
cues = ["học tập", "quán triệt"]
[[indicators]]
id = "hoi-nghi"
name = "Hội nghị học tập, quán triệt"
theme = "hoc-tap"
measure = "hội nghị"
nouns = ["hội nghị"]
[[duties]]
level = "huyện"
report = "year"
due = "chậm nhất ngày 10/12"
"""
REPORT = """BAN TUYÊN GIÁO HUYỆN ỦY SÔNG THƯỢNG

BÁO CÁO
Kết quả công tác tuyên giáo năm 2024

I. KẾT QUẢ
1. Công tác học tập nghị quyết
Năm 2024, Ban Tuyên giáo Huyện ủy Sông Thượng đã tổ chức {count} hội nghị học tập, quán triệt nghị quyết.

II. HẠN CHẾ
Việc nắm bắt tư tưởng ở một số chi bộ còn chậm, chưa kịp thời.

III. NHIỆM VỤ NĂM 2025
Tiếp tục đổi mới hình thức học tập, quán triệt nghị quyết cho cán bộ, đảng viên.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    """Open a ledger of an office with one report of a district."""
    open_ledger(tmp_path / "desk.ledger")
    first_profile(profile_from_text(PROFILE), AT)
    _report(tmp_path, "bao-cao.txt", 12)
    for name, role in (("lan", Role.SYNTHESISER), ("hung", Role.LEADER), ("mai", Role.READER)):
        first_grant(name, role, AT)
    yield tmp_path
    close_ledger()


def _report(folder: Path, name: str, count: int) -> None:
    file = folder / name
    file.write_text(REPORT.format(count=count), encoding="utf-8")
    take_in(file, AT)
    attribute_readings(office().profile, AT)


def _actor(name: str, minutes: int = 0) -> Actor:
    return Actor(person_named(name), AT + timedelta(minutes=minutes))


def _said(draft: Draft) -> str:
    return "\n".join(plain(block.text) for block in draft.blocks().values())


words = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)
links = st.builds(FigureRun, st.text("0123456789 hội nghị", min_size=1).filter(str.strip), st.just("T-abcdefghijk2"))


@given(st.lists(links | st.builds(TextRun, words.filter(lambda text: "[[" not in text))))
def test_text_keeps_its_links(runs: list[FigureRun | TextRun]) -> None:
    """A paragraph written out and read again leads to the same entries and reads the same."""
    text = text_of(runs)
    assert text_of(runs_of(text)) == text
    assert plain(text) == "".join(run.text for run in runs)
    assert targets_of(text) == [run.target for run in runs if isinstance(run, FigureRun)]


def test_brackets_that_open_no_link_are_words() -> None:
    """What only looks like a link stays as it was typed."""
    assert runs_of("xem [[phụ lục]] và [[T-1|x]]") == (TextRun("xem [[phụ lục]] và [[T-1|x]]"),)


def test_relinking_changes_one_target_only() -> None:
    """A link to another entry, and the words beside it, stay."""
    text = "có [[T-abcdefghijk2|12]] và [[T-abcdefghijk3|7]]"
    assert (
        relinked(text, "T-abcdefghijk2", "T-zzzzzzzzzzz2", "15") == "có [[T-zzzzzzzzzzz2|15]] và [[T-abcdefghijk3|7]]"
    )


def test_draft_comes_back_as_it_was_kept() -> None:
    """A draft written to JSON and read again is the same; what is no draft is refused with what to do."""
    draft = Draft("Hồ sơ", AT, (Section("opening", "Mở đầu", (Block("p1", "Năm 2024."),)),))
    assert draft_from_json(draft_to_json(draft)) == draft
    with pytest.raises(TongketError, match="không đọc được"):
        draft_from_json("{}")


def test_empty_text_takes_a_paragraph_away_and_new_ones_get_new_names() -> None:
    """Names of paragraphs are never used twice, so that comments stay where they belong."""
    draft = Draft("Hồ sơ", AT, (Section("tasks", "Nhiệm vụ", (Block("p1", "Một."), Block("p2", "Hai."))),))
    changed = draft.with_texts({"p1": " "}, {"tasks": ["Ba.", ""]})
    assert [(block.id, block.text) for block in changed.sections[0].blocks] == [("p2", "Hai."), ("p3", "Ba.")]


def test_a_draft_has_the_figures_of_the_roll_up(desk: Path) -> None:
    """The first version holds the total as a link, the limitation and the task with whose they are."""
    assert desk.is_dir()
    draft = draft_from_json(start_draft(_actor("lan"), "tinh", YEAR).content)
    assert "12 hội nghị" in _said(draft)
    assert any(target.startswith("T-") for block in draft.blocks().values() for target in targets_of(block.text))
    sections = {section.id: section for section in draft.sections}
    assert [block.org for block in sections["limitations"].blocks] == ["huyện Sông Thượng"]
    assert "đổi mới hình thức" in sections["tasks"].blocks[0].text


def test_only_who_drafts_for_the_org_may_start(desk: Path) -> None:
    """A reader is refused, and nothing is written."""
    assert desk.is_dir()
    with pytest.raises(NotAllowedError):
        start_draft(_actor("mai"), "tinh", YEAR)
    assert standing("tinh", YEAR) is None


def test_an_edit_is_a_version_and_a_stale_one_is_refused(desk: Path) -> None:
    """Of two who edit the same version the second is refused; both versions stay."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    second = edit_draft(_actor("lan", 1), "tinh", YEAR, Edit(first.id, {}, {"tasks": ["Mở thêm lớp tập huấn."]}))
    with pytest.raises(StaleDraftError, match="mới hơn"):
        edit_draft(_actor("hung", 2), "tinh", YEAR, Edit(first.id, {"p1": "Khác."}, {}))
    assert [row.id for row in versions("tinh", YEAR)] == [first.id, second.id]
    assert "Mở thêm lớp tập huấn." in _said(draft_from_json(second.content))


def test_a_version_that_changes_nothing_is_none(desk: Path) -> None:
    """Saving without a change leaves the draft as it is."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    assert edit_draft(_actor("lan", 1), "tinh", YEAR, Edit(first.id, {}, {})) == first
    assert len(versions("tinh", YEAR)) == 1


def test_a_link_that_leads_nowhere_is_refused(desk: Path) -> None:
    """No figure gets into a review without its entry."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    wrong = Edit(first.id, {}, {"tasks": ["Mở [[T-aaaaaaaaaaaa|99 lớp]]."]})
    with pytest.raises(TongketError, match="T-aaaaaaaaaaaa"):
        edit_draft(_actor("lan", 1), "tinh", YEAR, wrong)


def test_differences_name_the_words(desk: Path) -> None:
    """Two versions are told apart word by word, under the title of the section."""
    assert desk.is_dir()
    older = Draft("Hồ sơ", AT, (Section("tasks", "Nhiệm vụ", (Block("p1", "Mở hai lớp."),)),))
    newer = older.with_texts({"p1": "Mở ba lớp."}, {})
    (found,) = differences(older, newer)
    assert found.section == "Nhiệm vụ"
    assert [(piece.kind, piece.text) for piece in found.pieces] == [
        ("kept", "Mở "), ("taken", "hai "), ("put", "ba "), ("kept", "lớp."),
    ]  # fmt: skip
    assert differences(older, older) == []


def test_steps_follow_one_another(desk: Path) -> None:
    """A review is approved, locked, published; edited no more; opened again only with a reason."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    hung = _actor("hung", 1)
    with pytest.raises(TongketError, match="không làm được"):
        settle_draft(hung, "tinh", YEAR, "published", seen=(first.id, ""))
    last = ""
    for minute, step in enumerate(("approved", "locked", "published"), 2):
        last = settle_draft(_actor("hung", minute), "tinh", YEAR, step, seen=(first.id, last)).id
    with pytest.raises(TongketError, match="không sửa được"):
        edit_draft(_actor("lan", 6), "tinh", YEAR, Edit(first.id, {"p1": "Khác."}, {}))
    with pytest.raises(TongketError, match="lý do"):
        settle_draft(_actor("hung", 7), "tinh", YEAR, "reopened", seen=(first.id, last))
    settle_draft(_actor("hung", 8), "tinh", YEAR, "reopened", seen=(first.id, last), comment="Sót một huyện.")
    now = standing("tinh", YEAR)
    assert now is not None
    assert now.open
    assert [row.step for row in steps("tinh", YEAR)] == ["approved", "locked", "published", "reopened"]


def test_a_step_about_an_older_version_is_refused(desk: Path) -> None:
    """A leader never approves what they have not seen."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    edit_draft(_actor("lan", 1), "tinh", YEAR, Edit(first.id, {}, {"tasks": ["Thêm."]}))
    with pytest.raises(TongketError, match="người khác sửa"):
        settle_draft(_actor("hung", 2), "tinh", YEAR, "approved", seen=(first.id, ""))


def test_who_drafts_does_not_publish(desk: Path) -> None:
    """A synthesiser may not approve the own draft."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    with pytest.raises(NotAllowedError):
        settle_draft(_actor("lan", 1), "tinh", YEAR, "approved", seen=(first.id, ""))


def test_comments_stay_with_the_review(desk: Path) -> None:
    """What is said to a paragraph is there in every version, oldest first; nothing said is refused."""
    assert desk.is_dir()
    start_draft(_actor("lan"), "tinh", YEAR)
    comment_draft(_actor("hung", 1), "tinh", YEAR, "p1", "Nêu rõ hơn.")
    comment_draft(_actor("lan", 2), "tinh", YEAR, "", "Đã sửa.")
    assert [(row.place, row.text) for _, row in comments_on("tinh", YEAR)] == [("p1", "Nêu rõ hơn."), ("", "Đã sửa.")]
    with pytest.raises(TongketError):
        comment_draft(_actor("lan", 3), "tinh", YEAR, "", "  ")


def test_a_draft_in_the_official_layout_keeps_every_link(desk: Path) -> None:
    """The Word file of an edited draft can be written, says what was edited, and is the same bytes each time."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    link = next(
        target for block in draft_from_json(first.content).blocks().values() for target in targets_of(block.text)
    )
    text = f"Toàn tỉnh có [[{link}|mười hai hội nghị]]."
    second = edit_draft(_actor("lan", 1), "tinh", YEAR, Edit(first.id, {}, {"limitations": [text]}))
    content = drafted_review(second)
    assert content.limitations[-1].runs[1] == FigureRun("mười hai hội nghị", link)
    assert write_docx(content) == write_docx(drafted_review(second))


def test_figures_that_changed_since_are_told_and_taken_over(desk: Path) -> None:
    """After a corrected report the draft's total is named with what it is now, and a click takes it over."""
    first = start_draft(_actor("lan"), "tinh", YEAR)
    assert changed_figures(_actor("lan", 1), first) == []
    _report(desk, "bao-cao-bo-sung.txt", 15)
    (changed,) = changed_figures(_actor("lan", 2), first)
    assert "12" in changed.words
    assert changed.now != changed.words
    fresh = refresh_figures(_actor("lan", 3), "tinh", YEAR, first.id)
    assert changed.now in _said(draft_from_json(fresh.content))
    assert changed_figures(_actor("lan", 4), fresh) == []
    drafted_review(fresh)


def test_every_change_has_its_line_in_the_log(desk: Path) -> None:
    """Starting, editing, commenting and approving each leave who did it."""
    assert desk.is_dir()
    first = start_draft(_actor("lan"), "tinh", YEAR)
    second = edit_draft(_actor("lan", 1), "tinh", YEAR, Edit(first.id, {}, {"tasks": ["Thêm."]}))
    comment_draft(_actor("lan", 2), "tinh", YEAR, "", "Xong.")
    settle_draft(_actor("hung", 3), "tinh", YEAR, "approved", seen=(second.id, ""))
    lines = [(row.by, row.verb) for row in rows_of(ActRow, org="tinh") if row.by]
    assert sorted(lines) == [("hung", "publish"), ("lan", "draft"), ("lan", "draft"), ("lan", "draft")]


def test_reviews_are_listed_newest_first(desk: Path) -> None:
    """Each review stands once, as it is now."""
    assert desk.is_dir()
    start_draft(_actor("lan"), "tinh", YEAR)
    start_draft(_actor("lan", 5), "tinh", Period.parse("2023"))
    assert [str(period) for _, _, period in reviews_of(["tinh"])] == ["2023", "2024"]
    assert published_reviews() == []
    assert first_of("tinh", YEAR) != first_of("tinh", Period.parse("2023"))
