"""Completeness: of the reports that were owed, which came, came late, need not come, or are missing.

Counted from what was owed by orgs that stood on the period's last day, never from what came, so that it can never be
more than all: a report that nobody owed adds nothing.
"""

from collections.abc import Sequence

import ibis

from tongket.rollup.gathering import Bundles, bundles_of

_REPORT = ("org", "first", "last")
_OUTCOME = ("came", "late", "undated", "excused")
_COUNTS = ("owed", "reported", "late", "undated", "excused")


def completeness(
    duties: ibis.Table, reports: ibis.Table, excuses: ibis.Table, ways: ibis.Table, by: Sequence[str] = ("year",)
) -> ibis.Table:
    """Return how many reports were owed and what became of them, by ancestor, period and kind of report.

    Args:
        duties: As `terms.columns.DUTIES`.
        reports: As `terms.columns.REPORTS`; of several for the same org and period the first counts.
        excuses: As `terms.columns.EXCUSES`.
        ways: As `terms.columns.WAYS`, of one map. What was owed by an org that was split counts once under each org
            that it went to, and once under an org above all of them.
        by: Columns of `duties` that tell periods apart.

    Returns:
        Columns `ancestor`, those of `by`, `report`, and counts: `owed`, `reported`, of these `late` and `undated`
        (whether in time cannot be told), `excused` (owed, not come, need not), `missing`. `owed` is always
        `reported + excused + missing`.
    """
    return counted(outcomes(duties, reports, excuses), ways, by)


def counted(settled: ibis.Table, ways: ibis.Table | Bundles, by: Sequence[str] = ("year",)) -> ibis.Table:
    """Return what `completeness` does, from what became of each duty: `outcomes`, or a table that was kept of it.

    Args:
        settled: As `outcomes` gives it.
        ways: As `completeness` takes them, or what `gathering.kept_bundles` made of them.
        by: Columns of `settled` that tell periods apart.
    """
    same = bundles_of(ways)
    # Counted by the number of the bundle first: few rows are left to which the ancestor's id is written.
    duties = settled.select("version", *by, "report", *_OUTCOME).inner_join(same.members, "version")
    counts = duties.group_by(["bundle", *by, "report"]).agg(
        owed=duties.count(),
        reported=duties.came.sum(),
        late=duties.late.sum(),
        undated=duties.undated.sum(),
        excused=duties.excused.sum(),
    )
    joined = counts.inner_join(same.links.select("bundle", "ancestor"), "bundle")
    added = joined.group_by(["ancestor", *by, "report"]).agg(**{name: joined[name].sum() for name in _COUNTS})
    return added.mutate(missing=added.owed - added.reported - added.excused)


def outcomes(duties: ibis.Table, reports: ibis.Table, excuses: ibis.Table) -> ibis.Table:
    """Return every duty once, with what became of it; arguments as of `completeness`.

    To find the report of each duty costs ten times as much as to count them: who asks often keeps the answer.

    Returns:
        The columns of `duties` and `came`, `late`, `undated`, `excused`.
    """
    came = reports.group_by(list(_REPORT)).agg(day=reports.day.min(), came=ibis.literal(value=True))
    need_not = excuses.select(*_REPORT).distinct().mutate(excused=ibis.literal(value=True))
    joined = duties.left_join(came, list(_REPORT)).drop(*(f"{each}_right" for each in _REPORT))
    joined = joined.left_join(need_not, list(_REPORT))
    reported = joined.came.notnull()
    dated = joined.day.notnull() & joined.until.notnull()
    return joined.select(
        *duties.columns,
        came=reported,
        late=reported & dated & ibis.coalesce(joined.day > joined.until, ibis.literal(value=False)),
        undated=reported & ~dated,
        excused=joined.excused.notnull() & ~reported,
    )


def owed(cells: ibis.Table, figures_owed: ibis.Table, ways: ibis.Table, by: Sequence[str] = ("asked",)) -> ibis.Table:
    """Return how many orgs owed each total a figure; who gave one without owing it is counted too.

    Args:
        cells: As `totals` takes them.
        figures_owed: As `terms.columns.FIGURES_OWED`.
        ways: As `totals` takes them.
        by: Columns of both that tell periods apart.

    Returns:
        Columns `ancestor`, those of `by`, `indicator`, `owed`.
    """
    columns = ("indicator", "org", "version", *by)
    both = ibis.union(cells.select(*columns), figures_owed.select(*columns))
    joined = both.inner_join(ways.select("version", "ancestor"), "version")
    return joined.group_by(["ancestor", *by, "indicator"]).agg(owed=joined.org.nunique())
