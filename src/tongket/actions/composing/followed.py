"""Tasks that earlier reports set, each with what the reports of this period say of it.

A task is followed by the org that set it or by those that came out of it; a task of the body above is everybody's.
What is found is shown as a proposal: sentences that share most telling words with the task. Nothing found does not
say that nothing was done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tongket.actions.composing.basis import Basis, Report
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.statements import Said, Statements, family
from tongket.reading.likeness import alike, likeness
from tongket.review.content import FollowedTask
from tongket.terms.records import StatementKind

# More sentences on one task say the same again.
_MOST_TOLD = 2
_ANSWERS = frozenset({StatementKind.RESULT, StatementKind.LIMITATION})


def followed(basis: Basis, statements: Statements, sources: Sources) -> tuple[FollowedTask, ...]:
    """Return the tasks of the reports before this period, in the order of their orgs, one of those set twice."""
    answers = _answers(basis, statements)
    everybody = [said for told in answers.values() for said in told]
    found: list[FollowedTask] = []
    for org, said in _tasks_before(basis, statements):
        told = everybody if org == basis.asked.org else answers[org]
        like = sorted(
            (each for each in told if alike(each.row.quote, said.row.quote)),
            key=lambda each: -likeness(each.row.quote, said.row.quote),
        )
        period = said.report.period
        found.append(
            FollowedTask(
                task=" ".join(said.row.quote.split()),
                org=basis.name(said.report.org),
                set_for=period.label if period else "",
                target=sources.to(said.row),
                told=tuple(dict.fromkeys(sources.to(each.row) for each in like[:_MOST_TOLD])),
            )
        )
    return tuple(found)


def _answers(basis: Basis, statements: Statements) -> dict[str, list[Said]]:
    answers: dict[str, list[Said]] = defaultdict(list)
    for document, report in basis.speaking.items():
        answers[report.org] += [said for said in statements.of(document) if said.row.kind in _ANSWERS]
    return answers


def _tasks_before(basis: Basis, statements: Statements) -> Iterator[tuple[str, Said]]:
    """Yield each task with the org of today that it fell to."""
    for place in (basis.own_place, *basis.places):
        said_before: list[str] = []
        for report in _last_reports(basis, family(place.org, basis.asked.profile)):
            for said in statements.of(report.document.id):
                if said.row.kind == StatementKind.TASK and not any(alike(said.row.quote, each) for each in said_before):
                    said_before.append(said.row.quote)
                    yield place.org, said


def _last_reports(basis: Basis, orgs: Iterable[str]) -> list[Report]:
    """Return, of each org, its reports of the latest period that ended before this one begins."""
    before: dict[str, list[Report]] = defaultdict(list)
    for report in basis.reports:
        if report.org in orgs and report.period and report.period.last < basis.asked.period.first:
            before[report.org].append(report)
    return [
        report
        for reports in before.values()
        for report in reports
        if report.period and report.period.last == max(each.period.last for each in reports if each.period)
    ]
