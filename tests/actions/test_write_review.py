"""A review out of a ledger: right figures, each with its way back, nothing lost and nothing chosen in silence."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tongket.actions.explain import Step, explain
from tongket.actions.list_documents import list_documents
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.summarise import summary
from tongket.actions.take_in import take_in
from tongket.actions.write_review import Review, write_review
from tongket.ledger.entries import rows_of
from tongket.review.anchors import Anchors
from tongket.review.content import FigureRun
from tongket.review.page import write_page
from tongket.review.word import write_docx
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.tables import PartRow, TotalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def made(folder: Path, profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    """The review of the province for 2024; its ledger stays open for the tests of this module."""
    open_ledger(tmp_path_factory.mktemp("ledger") / "a.ledger")
    for file in sorted(folder.glob("*.txt")):
        take_in(file, NOW)
    yield write_review(profile, "van-loc", YEAR, NOW)
    close_ledger()


def _total(made: Review, indicator: str) -> dict[str, object]:
    lines = {line["indicator"]: line for line in summary(made, [])["lines"]}
    return {key: lines[indicator]["total"][key] for key in ("low", "high", "approx", "conflict")} | {
        key: lines[indicator][key] for key in ("rests_on", "owed")
    }


def test_a_year_and_the_halves_of_another_make_the_total(made: Review) -> None:
    """Khe Sim's year is 12, Thủy An's halves 4 and 5; Hồng Ngàn gave half a year, which is no year."""
    assert _total(made, "lop") == {"low": 21, "high": 21, "approx": False, "conflict": False, "rests_on": 2, "owed": 3}


def test_bounds_are_added_with_bounds(made: Review) -> None:
    """640 agrees with "hơn 600"; with "gần 300" the total has no lower end."""
    assert _total(made, "hoc-vien") == {
        "low": None,
        "high": 640 + 300 + 310,
        "approx": False,
        "conflict": False,
        "rests_on": 2,
        "owed": 3,
    }


def test_a_total_without_an_end_says_who_left_it_open(made: Review) -> None:
    """The org whose "gần 300" takes the lower end away is named."""
    line = next(line for line in made.lines if line.indicator.id == "hoc-vien")
    assert line.total is not None
    note = next(each.note for each in made.content.totals if each.id == line.total.target)
    assert note.startswith("Không có cận dưới vì: thị xã Thủy An nêu “")


def test_documents_that_disagree_give_the_total_both_ends(made: Review) -> None:
    """21 in the report, 27 in the newspaper: both are kept and shown, neither chosen."""
    total = _total(made, "hoi-nghi")
    assert (total["low"], total["high"], total["conflict"]) == (21, 27, True)
    doubt = next(row for row in made.content.annexes.doubts if row.code == "FIGURES-CONFLICT")
    assert "21 hội nghị" in doubt.message
    assert "27 hội nghị" in doubt.message
    assert len(doubt.targets) == 2


def test_the_provinces_own_figure_stands_beside_the_sum(made: Review) -> None:
    """30 of its own and 21 below it are two facts, their difference is told."""
    line = next(line for line in made.lines if line.indicator.id == "lop")
    assert line.own is not None
    assert line.own.text == "30 lớp"
    assert line.total is not None
    total = next(each for each in made.content.totals if each.id == line.total.target)
    assert "chênh 9 lớp" in total.note
    assert total.own is not None
    assert any(row.code == "OWN-DIFFERS-FROM-SUM" for row in made.content.annexes.doubts)


def test_who_reported_and_who_did_not_is_told(made: Review) -> None:
    """Half a year is no report of the year."""
    assert made.content.coverage.reported == ("huyện Khe Sim", "thị xã Thủy An")
    assert made.content.coverage.missing == ("huyện Hồng Ngàn",)


def test_a_limitation_that_came_back_says_from_when(made: Review) -> None:
    """The same shortcoming of the year before is marked, with its sentence of then."""
    back = [line for line in made.content.limitations if line.came_back_from]
    assert [(line.org, line.came_back_from) for line in back] == [("huyện Khe Sim", "năm 2023")]
    earlier = next(source for source in made.content.sources if source.id == back[0].earlier)
    assert "thiếu máy quét" in earlier.sentence


def test_figures_of_no_indicator_are_not_lost(made: Review) -> None:
    """Trees planted and a target for next year stand in the annex with their sentence."""
    loose = {figure.text: figure.target for figure in made.content.annexes.loose_figures}
    trees = next(text for text in loose if text.startswith("3.150 cây"))
    source = next(source for source in made.content.sources if source.id == loose[trees])
    assert source.sentence.startswith("Trong năm, huyện trồng được")
    assert any(text.startswith("ít nhất 13 lớp") for text in loose)


def test_a_report_of_nobody_is_a_doubt_and_in_no_total(made: Review) -> None:
    """Its figures are shown, not added."""
    assert any(row.code == "ORG-NOT-TOLD" and row.about == "vo-chu" for row in made.content.annexes.doubts)
    assert any(figure.text.startswith("2 lớp") for figure in made.content.annexes.loose_figures)


def test_a_report_that_is_not_added_says_why(made: Review) -> None:
    """The lone half-year is named."""
    row = next(row for row in made.content.annexes.doubts if row.code == "REPORT-NOT-ADDED")
    assert "hong-ngan-dau-nam" in row.about


def test_what_could_not_be_read_is_named(made: Review) -> None:
    """An empty file is in its annex with the reason."""
    assert [document.name for document in made.content.annexes.unread] == ["rong-2024"]
    assert made.content.annexes.unread[0].reason


def test_directives_are_told_with_who_cites_them(made: Review) -> None:
    """The citation leads to its sentence."""
    row = next(row for row in made.content.annexes.directives if row.key == "05-CT/TW")
    assert row.orgs == ("huyện Khe Sim",)
    assert "thực hiện Chỉ thị số 05-CT/TW" in next(
        source.sentence for source in made.content.sources if source.id == row.targets[0]
    )


def test_every_figure_leads_somewhere_and_both_forms_can_be_written(made: Review) -> None:
    """No target leads nowhere; Word and page come out of the same content, the same bytes every time."""
    Anchors(made.content)
    runs = [run for theme in made.content.themes for paragraph in theme.paragraphs for run in paragraph.runs]
    assert any(isinstance(run, FigureRun) and run.text == "12 lớp bồi dưỡng lý luận chính trị" for run in runs)
    assert write_docx(made.content) == write_docx(made.content)
    assert "12 lớp" in write_page(made.content)


def test_writing_the_review_again_changes_nothing(made: Review, profile: Profile) -> None:
    """The same content, and not a row more in the ledger."""
    before = (rows_of(TotalRow), rows_of(PartRow))
    assert write_review(profile, "van-loc", YEAR, NOW).content == made.content
    assert (rows_of(TotalRow), rows_of(PartRow)) == before


def _leaves(step: Step) -> list[Step]:
    return [leaf for each in step.steps for leaf in _leaves(each)] if step.steps else [step]


def test_the_way_back_of_a_total_ends_in_sentences(made: Review) -> None:
    """Total, org, half-years, documents, sentences: the parts that are added are all there."""
    line = next(line for line in made.lines if line.indicator.id == "lop")
    assert line.total is not None
    step = explain(line.total.target)
    assert [(part.label, part.text) for part in step.steps if not part.beside] == [
        ("huyện Khe Sim", "12 lớp"),
        ("thị xã Thủy An", "9 lớp"),
    ]
    assert [part.text for part in step.steps if part.beside] == ["30 lớp"]
    leaves = _leaves(step)
    assert {leaf.document for leaf in leaves} == {
        "khe-sim-2024",
        "khe-sim-bao-2024",
        "thuy-an-dau-nam",
        "thuy-an-cuoi-nam",
        "tinh-2024",
    }
    for leaf in leaves:
        assert leaf.quote is not None
        assert leaf.quote.of(leaf.sentence).startswith(leaf.text.split()[0])
        assert leaf.line


def test_every_source_can_be_asked_for_by_its_id_or_its_start(made: Review) -> None:
    """Each id that the annex prints leads to its sentence; what nothing has is refused with advice."""
    for source in made.content.sources:
        assert explain(source.id).sentence
    assert explain(made.content.sources[0].id[:9].upper()).id == made.content.sources[0].id
    with pytest.raises(TongketError, match="phụ lục"):
        explain("T-khongco")
    with pytest.raises(TongketError, match="ghi đủ mã"):
        explain("F-")


@pytest.mark.usefixtures("made")
def test_the_ledger_lists_its_documents() -> None:
    """Whose, when, what was read and how much of it counts."""
    listed = {each.document.name: each for each in list_documents()}
    khe_sim = listed["khe-sim-2024"]
    assert (khe_sim.org, khe_sim.period, khe_sim.counted) == ("khe-sim", "2024", 3)
    assert khe_sim.figures > khe_sim.counted
    assert {finding.code for finding in listed["vo-chu"].findings} >= {"ORG-NOT-TOLD"}
    assert not listed["rong-2024"].document.readable


@pytest.mark.usefixtures("made")
def test_an_org_below_has_a_review_of_its_own_work(profile: Profile) -> None:
    """Without orgs below it its own figures are what it is about."""
    own = write_review(profile, "khe-sim", YEAR, NOW)
    line = next(line for line in own.lines if line.indicator.id == "lop")
    assert line.own is not None
    assert line.own.text == "12 lớp"
    assert own.content.limitations
    Anchors(own.content)


@pytest.mark.usefixtures("made")
def test_an_org_that_the_profile_does_not_know_is_refused(profile: Profile) -> None:
    """The message names those that it knows."""
    with pytest.raises(TongketError, match="khe-sim"):
        write_review(profile, "ha-lam", YEAR, NOW)


@pytest.mark.usefixtures("made")
def test_a_period_without_reports_has_an_empty_review(profile: Profile) -> None:
    """Nothing is made up, and it can be written."""
    empty = write_review(profile, "van-loc", Period.parse("2019"), NOW)
    assert empty.lines == ()
    assert empty.content.coverage.reported == ()
    assert write_docx(empty.content)
