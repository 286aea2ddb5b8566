"""The profile: everything that is special to one office, as data. Nothing in the code knows a sector.

A profile is a TOML file (`profile_form.profile_from_mapping` reads its mapping). All its parts::

    name = "Tuyên giáo tỉnh Lam Giang"          # of the profile
    style = "party"                              # layout of the review: "party" or "state"

    [office]                                     # who writes the review (heading block and signature)
    parent = "Tỉnh ủy Lam Giang"                 # body above the issuer
    issuer = "Ban Tuyên giáo"                    # as it stands in the heading block
    work   = "công tác tuyên giáo"               # "Báo cáo kết quả <work> năm 2024"
    symbol = "BC/BTGTU"                          # after the number: "Số …-BC/BTGTU" (Party), "Số: …/BC-UBND" (State)
    place  = "Lam Giang"                         # "<place>, ngày … tháng … năm …"
    signer = "TRƯỞNG BAN"                        # post under which it is signed
    recipients = ["Thường trực Tỉnh ủy", "Lưu VP."]
    [[office.renamed]]                           # optional: from a day on another heading; only what changes
    valid_from = 2025-03-01
    issuer = "Ban Tuyên giáo và Dân vận"

    [[orgs]]                                     # one row of dated facts; the same id may have several rows
    id = "song-thuong"                           # own id, never an official code
    name = "huyện Sông Thượng"                   # with its level word
    aliases = ["Huyện ủy Sông Thượng", "Ban Tuyên giáo Huyện ủy Sông Thượng", "Sông Thượng"]
    level = "huyện"                              # free word; `duties` refer to it
    parent = "lam-giang"                         # org id; absent at the top
    kind = "dia-phuong"                          # free word: địa phương, đảng bộ trực thuộc, sở ngành …
    code = "00712"                               # optional: official code in that time; codes are given again to others
    valid_from = 2020-01-01                      # optional; first day on which the row is true
    valid_to = 2025-07-01                        # optional; first day on which it no longer is

    [[changes]]                                  # of the map; orgs by id
    kind = "merge"                               # merge, split, rename, move, open, abolish
    date = 2025-07-01
    from = ["an-hoa", "an-binh"]
    to = ["an-hoa-moi"]
    basis = "Nghị quyết số …/NQ-UBTVQH15"
    share_basis = "dân số"                       # optional, for a split: what the shares were measured by
    shares = [{ from = "an-hoa", to = "an-hoa-moi", share = 0.6 }, …]  # of one org they sum to 1

    [map]                                        # optional: orgs of the map in the ledger join those above
    under = ["vn.lam-giang-2025"]                # map org ids: each with all that ever stood below it or went into it
    [[map.bodies]]                               # who reports for them: names by which their reports are known
    level = "huyện"                              # optional: only orgs of this level …
    kind = "thị xã"                              # … and of this kind
    names = ["Thị ủy {short}", "Ban Tuyên giáo Thị ủy {short}"]  # {name}: thị xã Sông Thượng, {short}: Sông Thượng

    [[themes]]                                   # parts of section I of the review, in their order
    id = "hoc-tap"
    title = "Công tác học tập, quán triệt nghị quyết"
    cues = ["học tập", "quán triệt"]             # a result sentence with most of these words stands here

    [[indicators]]
    id = "hoi-nghi-quan-triet"
    name = "Hội nghị học tập, quán triệt"
    theme = "hoc-tap"                            # theme id
    measure = "hội nghị"                         # what one of it is
    kind = "count"                               # count, percent, money
    nouns = ["hội nghị", "lớp học tập"]          # the counted noun begins with one of these; the longest wins
    needs = ["học tập", "quán triệt"]            # optional: one of these stands in the clause, sentence or heading
    refuses = ["báo cáo viên"]                   # optional: none of these stands between it and the next figure
    over_orgs = "sum"                            # sum, none
    over_time = "sum"                            # sum (flow), last (stock), mean, none
    part = "dang-vien-tham-gia"                  # for a percent: indicator of the part …
    base = "dang-vien"                           # … and of the whole; then it is recomputed, never averaged

    [[duties]]                                   # who owes which report
    level = "huyện"                              # org level
    report = "year"                              # month, quarter, half, year
    due = "chậm nhất ngày 10/12"                 # as the rule says it; shown
    due_on = { day = 10, months_after = 0 }      # optional: the last day, counted from the last month of the period
    grace = 3                                    # optional: days after which it still counts as in time
    cut_off = 14                                 # optional: data up to this day of the last month; else to its end
    indicators = ["hoi-nghi-quan-triet"]         # optional: what it must give; else all

    [dhis2]                                      # optional: for figures to and from a DHIS2 (docs/dhis2.md)
    data_set = "BfMAe6Itzgt"                     # written into what goes out
    category = "HllvX50cXC0"                     # category option combo of values that are not broken down
    [dhis2.elements]                             # indicator id = id of its data element, or "element.category"
    hoi-nghi-quan-triet = "fbfJHSPpUQD"
    [dhis2.orgs]                                 # org id = id of its org unit
    song-thuong = "O6uvpzGd5pu"

An indicator and an org may also have a `code`, for a DHIS2 that goes by codes.
There is no place for indicators of opinion or of the watching of persons: that is a property of the product.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.terms.orgs import Org, OrgChange
from tongket.terms.period import Period
from tongket.terms.records import FigureKind


class Style(StrEnum):
    """Layout of the review: Hướng dẫn 36-HD/VPTW for the Party, Nghị định 30/2020/NĐ-CP for the State."""

    PARTY = "party"
    STATE = "state"


class OverOrgs(StrEnum):
    """How an indicator adds up over orgs."""

    SUM = "sum"
    NONE = "none"


class OverTime(StrEnum):
    """How an indicator adds up over periods: a flow is summed, of a stock the last is taken."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"
    NONE = "none"


class ReportKind(StrEnum):
    """The rhythm in which a report is owed."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading block and signature of the review as they are from `valid_from` on; empty where not told."""

    issuer: str = ""
    parent: str = ""
    work: str = ""
    symbol: str = ""
    place: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    valid_from: date = date.min


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who reports for the orgs of a map: patterns of names, for a level and a kind; empty for any."""

    names: tuple[str, ...]
    level: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MapPart:
    """The part of the map in the ledger that an office works with, by the ids of the orgs at its top."""

    under: tuple[str, ...]
    bodies: tuple[Bodies, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A part of section I of the review; `cues` are words whose presence puts a result sentence there."""

    id: str
    title: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted, how it is recognised in a sentence and how it adds up."""

    id: str
    name: str
    theme: str
    measure: str
    kind: FigureKind = FigureKind.COUNT
    nouns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    over_orgs: OverOrgs = OverOrgs.SUM
    over_time: OverTime = OverTime.SUM
    part: str | None = None
    base: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day of the reporting calendar, counted from the last month of a period.

    Attributes:
        day: Of the month; in a shorter month its last.
        months_after: 0 for the period's last month, 1 for the one after, -1 for the one before.
    """

    day: int
    months_after: int = 0

    def after(self, period: Period) -> date:
        """Return the day for one period."""
        months = period.last.year * 12 + period.last.month - 1 + self.months_after
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(self.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Duty:
    """Orgs of a level owe a report.

    Attributes:
        level: Of the orgs.
        report: How often.
        due: By when, as the rule says it.
        due_on: The same as a day; None where only the words are known, and then nobody is late.
        grace: Days after it on which a report still counts as in time.
        indicators: Indicator ids it must give; empty for all.
        cut_off: Day of the period's last month up to which its data go; None for the end of the month.
    """

    level: str
    report: ReportKind
    due: str = ""
    due_on: DueDay | None = None
    grace: int = 0
    indicators: tuple[str, ...] = ()
    cut_off: int | None = None


@dataclass(frozen=True, slots=True)
class Dhis2Ids:
    """What indicators and orgs are called in an office's DHIS2; empty where it has none.

    Attributes:
        data_set: Id of the data set that figures go out as.
        category: Category option combo of values that are not broken down.
        elements: Indicator id with the id of its data element, or `element.category` for one part of it.
        orgs: Org id with the id of its org unit.
    """

    data_set: str = ""
    category: str = ""
    elements: tuple[tuple[str, str], ...] = ()
    orgs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """All of one office's data; headings oldest first, orgs, themes and indicators in the order of the file.

    Where `map` is given, orgs and changes are whole only after `actions/hang_on_map.py` took in those of the ledger.
    """

    name: str
    style: Style
    headings: tuple[Heading, ...]
    orgs: tuple[Org, ...]
    themes: tuple[Theme, ...]
    indicators: tuple[Indicator, ...]
    duties: tuple[Duty, ...] = ()
    changes: tuple[OrgChange, ...] = ()
    dhis2: Dhis2Ids = Dhis2Ids()
    map: MapPart | None = None

    def heading_on(self, day: date) -> Heading:
        """Return the heading block that holds on `day`."""
        return [heading for heading in self.headings if heading.valid_from <= day][-1]

    def org_rows(self, org_id: str) -> tuple[Org, ...]:
        """Return all rows of facts of one org."""
        return tuple(org for org in self.orgs if org.id == org_id)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """Return the indicator of that id, None where there is none."""
        return next((each for each in self.indicators if each.id == indicator_id), None)
