"""Under which orgs figures are added, as it was and as it is, through chains of changes."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way, ways_as_was, ways_on
from tongket.terms.columns import Certainty
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share
from tongket.terms.period import Period

CUT = date(2025, 7, 1)
LATER = date(2026, 1, 1)
BEFORE, AFTER = CUT - timedelta(days=1), CUT


def _org(org: str, parent: str | None = "tinh", first: date = date.min, end: date = date.max) -> Org:
    level = "tỉnh" if parent is None else "xã"
    return Org(org, org, level, parent=parent, valid_from=first, valid_to=end)


def _change(kind: ChangeKind, sources: str, targets: str, *shares: str, day: date = CUT) -> OrgChange:
    """Write orgs with spaces between and shares as `a>c 0.35`."""
    parts = tuple(
        Share(way.partition(">")[0], way.partition(">")[2], Decimal(share))
        for way, share in (each.split(" ") for each in shares)
    )
    return OrgChange(
        kind, day, tuple(sources.split()), tuple(targets.split()), "Nghị quyết 1", parts, "dân số" if parts else ""
    )


def _versions(orgs: list[Org], *changes: OrgChange) -> Versions:
    check_history(orgs, changes)
    return Versions(orgs, changes)


def _ways(versions: Versions, org: str, on: date, day: date) -> dict[str, tuple[str | None, Certainty]]:
    """Return where the figures of the version of an org on a day are on another: share and certainty by org."""
    version = versions.on(org, on)
    assert version is not None
    return {
        way.ancestor: (None if way.share is None else str(way.share.normalize()), way.certainty)
        for way in ways_on(versions, day)
        if way.version == version.number
    }


ONE = Decimal(1)
WHOLE = ("1", Certainty.EXACT)
UNKNOWN = (None, Certainty.NOT_DERIVABLE)


def test_a_version_ends_when_something_above_it_changes() -> None:
    """A commune has two versions when its province gets another name, and each knows the chain of its time."""
    rows = [
        Org("tinh", "tỉnh Cũ", "tỉnh", valid_to=CUT),
        Org("tinh", "tỉnh Mới", "tỉnh", valid_from=CUT),
        _org("a"),
    ]
    versions = _versions(rows)
    first, second = versions.by_org["a"]
    assert (first.valid_to, second.valid_from) == (CUT, CUT)
    assert [[each.name for each in versions.chain(version)] for version in (first, second)] == [
        ["a", "tỉnh Cũ"],
        ["a", "tỉnh Mới"],
    ]


def test_numbers_stay_when_a_later_change_is_added() -> None:
    """What stood before keeps its number, so that figures in store need not be told anew."""
    before = _versions([_org("tinh", None), _org("a"), _org("b")])
    after = _versions(
        [_org("tinh", None), _org("a", end=CUT), _org("b", end=CUT), _org("c", first=CUT)],
        _change(ChangeKind.MERGE, "a b", "c"),
    )
    assert {each.org: each.number for each in before.all}.items() <= {
        each.org: each.number for each in after.all if each.valid_from < CUT
    }.items()


def test_the_version_of_a_year_is_that_of_its_last_day() -> None:
    """An org that ended within a year counts under those above it on its own last day."""
    versions = _versions([_org("tinh", None), _org("a", end=CUT)])
    version = versions.at_end_of("a", Period.parse("2025"))
    assert version is not None
    assert version.valid_to == CUT
    assert versions.at_end_of("a", Period.parse("2026")) is None


def test_as_it_was_every_version_counts_wholly_under_all_above_it() -> None:
    """The chain of the time, the org itself first, with how far above each stood."""
    versions = _versions([_org("tinh", None), _org("huyen"), _org("a", "huyen")])
    ways = [way for way in ways_as_was(versions) if versions.all[way.version].org == "a"]
    assert [(way.ancestor, way.steps, way.share) for way in ways] == [
        ("a", 0, ONE),
        ("huyen", 1, ONE),
        ("tinh", 2, ONE),
    ]


def test_merged_orgs_are_wholly_in_their_successor() -> None:
    """Two communes made one: the one of today has all that both did."""
    versions = _versions(
        [_org("tinh", None), _org("a", end=CUT), _org("b", end=CUT), _org("c", first=CUT)],
        _change(ChangeKind.MERGE, "a b", "c"),
    )
    assert _ways(versions, "a", BEFORE, AFTER) == {"c": WHOLE, "tinh": WHOLE}
    assert _ways(versions, "b", BEFORE, AFTER) == {"c": WHOLE, "tinh": WHOLE}


def test_a_split_apportions_by_its_shares_and_the_province_stays_exact() -> None:
    """Each part says its share and basis; whatever holds all the parts holds the whole."""
    versions = _versions(
        [_org("tinh", None), _org("a", end=CUT), _org("b", first=CUT), _org("c", first=CUT)],
        _change(ChangeKind.SPLIT, "a", "b c", "a>b 0.35", "a>c 0.65"),
    )
    assert _ways(versions, "a", BEFORE, AFTER) == {
        "b": ("0.35", Certainty.APPORTIONED),
        "c": ("0.65", Certainty.APPORTIONED),
        "tinh": WHOLE,
    }
    assert {way.basis for way in ways_on(versions, AFTER) if way.certainty is Certainty.APPORTIONED} == {"dân số"}


def test_a_split_without_shares_is_not_derivable_but_above() -> None:
    """Nobody knows the parts, everybody knows the whole."""
    versions = _versions(
        [_org("tinh", None), _org("a", end=CUT), _org("b", first=CUT), _org("c", first=CUT)],
        _change(ChangeKind.SPLIT, "a", "b c"),
    )
    assert _ways(versions, "a", BEFORE, AFTER) == {"b": UNKNOWN, "c": UNKNOWN, "tinh": WHOLE}


def test_a_split_over_two_provinces_divides_them() -> None:
    """What no org of the day holds whole is apportioned as far up as the parts go apart."""
    rows = [_org("nuoc", None), _org("t1", "nuoc"), _org("t2", "nuoc"), _org("a", "t1", end=CUT)]
    rows += [_org("b", "t1", first=CUT), _org("c", "t2", first=CUT)]
    versions = _versions(rows, _change(ChangeKind.SPLIT, "a", "b c", "a>b 0.4", "a>c 0.6"))
    ways = _ways(versions, "a", BEFORE, AFTER)
    assert (ways["t1"], ways["t2"]) == (("0.4", Certainty.APPORTIONED), ("0.6", Certainty.APPORTIONED))
    assert ways["nuoc"] == WHOLE


def test_an_org_that_gave_away_a_part_and_stayed_is_cut_on_that_day() -> None:
    """What it did before is divided, what it did after is its own."""
    versions = _versions(
        [_org("tinh", None), _org("a"), _org("b", first=CUT)],
        _change(ChangeKind.SPLIT, "a", "a b", "a>a 0.9", "a>b 0.1"),
    )
    assert _ways(versions, "a", BEFORE, AFTER)["b"] == ("0.1", Certainty.APPORTIONED)
    assert _ways(versions, "a", AFTER, AFTER) == {"a": WHOLE, "tinh": WHOLE}


def test_a_merger_after_a_split_brings_the_parts_together_again() -> None:
    """Both parts end in one org: it has the whole, whether or not the shares were known."""
    rows = [_org("tinh", None), _org("a", end=CUT)]
    rows += [_org(each, first=CUT, end=LATER) for each in ("b", "c")] + [_org("d", first=LATER)]
    for shares in ((), ("a>b 0.35", "a>c 0.65")):
        versions = _versions(
            rows, _change(ChangeKind.SPLIT, "a", "b c", *shares), _change(ChangeKind.MERGE, "b c", "d", day=LATER)
        )
        assert _ways(versions, "a", BEFORE, LATER) == {"d": WHOLE, "tinh": WHOLE}


def test_a_split_after_a_split_multiplies_and_still_sums_to_one() -> None:
    """A third of a third has no end in decimals; the parts are rounded so that together they are the whole."""
    third = ("0.33333333", "0.33333333", "0.33333334")
    rows = [_org("tinh", None), _org("a", end=CUT), _org("b1", first=CUT, end=LATER)]
    rows += [_org(each, first=CUT) for each in ("b2", "b3")] + [_org(each, first=LATER) for each in ("c1", "c2", "c3")]
    versions = _versions(
        rows,
        _change(ChangeKind.SPLIT, "a", "b1 b2 b3", *(f"a>b{at} {share}" for at, share in enumerate(third, 1))),
        _change(
            ChangeKind.SPLIT, "b1", "c1 c2 c3", *(f"b1>c{at} {share}" for at, share in enumerate(third, 1)), day=LATER
        ),
    )
    ways = _ways(versions, "a", BEFORE, LATER)
    shares = [Decimal(share) for org, (share, _) in ways.items() if org != "tinh" and share]
    assert len(shares) == 5
    assert sum(shares) == 1


def test_abolished_without_a_successor_stays_within_the_org_above() -> None:
    """A district that is gone: what it did is the province's, and nobody's below; it stood right below it."""
    rows = [_org("tinh", None), _org("huyen", end=CUT), _org("a", "huyen", end=CUT), _org("n", first=CUT)]
    versions = _versions(rows, _change(ChangeKind.ABOLISH, "huyen", ""), _change(ChangeKind.MERGE, "a", "n"))
    huyen = versions.by_org["huyen"][0].number
    assert [way for way in ways_on(versions, AFTER) if way.version == huyen] == [Way(huyen, "tinh", "tỉnh", 1)]
    a = versions.by_org["a"][0].number
    assert [(way.ancestor, way.steps) for way in ways_on(versions, AFTER) if way.version == a] == [
        ("n", 0),
        ("tinh", 2),
    ]


def test_abolished_with_a_successor_and_renamed_and_moved() -> None:
    """Each goes wholly to who came after, under those above that one."""
    rows = [_org("nuoc", None), _org("t1", "nuoc", end=CUT), _org("t2", "nuoc")]
    rows += [_org("a", "t1", end=CUT), _org("a", "t2", first=CUT), _org("b", "t2", end=CUT), _org("c", "t2", first=CUT)]
    versions = _versions(
        rows, _change(ChangeKind.ABOLISH, "t1", "t2"), _change(ChangeKind.MOVE, "a", "a"),
        _change(ChangeKind.RENAME, "b", "c"),
    )  # fmt: skip
    assert _ways(versions, "t1", BEFORE, AFTER) == {"t2": WHOLE, "nuoc": WHOLE}
    assert _ways(versions, "a", BEFORE, AFTER) == {"a": WHOLE, "t2": WHOLE, "nuoc": WHOLE}
    assert _ways(versions, "b", BEFORE, AFTER) == {"c": WHOLE, "t2": WHOLE, "nuoc": WHOLE}


def test_an_opened_org_is_carried_to_no_other() -> None:
    """What began anew took nothing over; on an older map it lies within the org above."""
    versions = _versions([_org("tinh", None), _org("a"), _org("n", first=CUT)], _change(ChangeKind.OPEN, "", "n"))
    assert _ways(versions, "a", BEFORE, AFTER) == {"a": WHOLE, "tinh": WHOLE}
    assert _ways(versions, "n", AFTER, BEFORE) == {"tinh": WHOLE}


def test_backward_a_part_comes_wholly_from_the_split_and_a_merger_from_parts_unknown() -> None:
    """The figures of today on the map of yesterday, as far as they can be told."""
    rows = [_org("tinh", None), *(_org(each, end=CUT) for each in "abs"), *(_org(each, first=CUT) for each in "cxy")]
    versions = _versions(
        rows,
        _change(ChangeKind.MERGE, "a b", "c"),
        _change(ChangeKind.SPLIT, "s", "x y", "s>x 0.5", "s>y 0.5"),
    )
    assert _ways(versions, "x", AFTER, BEFORE) == {"s": WHOLE, "tinh": WHOLE}
    assert _ways(versions, "c", AFTER, BEFORE) == {"a": UNKNOWN, "b": UNKNOWN, "tinh": WHOLE}


def test_backward_what_was_made_of_a_whole_and_of_a_part_on_one_day_is_of_neither_alone() -> None:
    """`moi` was made of all of `a` and of a part of `b`: its figures are not derivable for either of them."""
    versions = _versions(
        [
            _org("tinh", None),
            _org("a", end=CUT),
            _org("b", end=CUT),
            _org("moi", first=CUT),
            _org("khac", first=CUT),
        ],
        _change(ChangeKind.MERGE, "a", "moi"),
        _change(ChangeKind.SPLIT, "b", "moi khac"),
    )
    assert _ways(versions, "moi", AFTER, BEFORE) == {"a": UNKNOWN, "b": UNKNOWN, "tinh": WHOLE}


def test_what_was_the_top_and_is_gone_has_no_way() -> None:
    """Nothing of that day holds it, so no total of that day has it."""
    versions = _versions([_org("tinh", None), _org("cu", None, end=CUT)], _change(ChangeKind.ABOLISH, "cu", ""))
    assert _ways(versions, "cu", BEFORE, AFTER) == {}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["merge", "split", "split untold", "abolish"]), min_size=1, max_size=5), st.data())
def test_through_any_chain_the_province_keeps_the_whole(kinds: list[str], data: st.DataObject) -> None:
    """Whatever happens below it, all stays under it, and where all shares are told they sum to one below it."""
    rows, changes = _random_history(kinds, data)
    versions = _versions(rows, *changes)
    day = date(2030, 1, 1)
    below: dict[int, list[Decimal | None]] = {}
    for way in ways_on(versions, day):
        if way.ancestor == "tinh":
            assert (way.share, way.certainty) == (ONE, Certainty.EXACT)
        else:
            below.setdefault(way.version, []).append(way.share)
    if not {"split untold", "abolish"} & set(kinds):
        assert all(sum(share for share in shares if share is not None) == 1 for shares in below.values())


def _random_history(kinds: list[str], data: st.DataObject) -> tuple[list[Org], list[OrgChange]]:
    standing = ["a0", "b0", "c0"]
    first: dict[str, date] = {}
    ended: dict[str, date] = {}
    changes: list[OrgChange] = []
    for at, kind in enumerate(kinds):
        day = date(2020 + at, 7, 1)
        sources = data.draw(st.permutations(standing))[: 2 if kind == "merge" and len(standing) > 1 else 1]
        made = {"merge": 1, "abolish": 0}.get(kind, 2) if len(standing) > 1 or kind != "abolish" else 1
        targets = [f"n{at}{each}" for each in range(made)]
        cut = data.draw(st.decimals("0.01", "0.99", places=data.draw(st.integers(2, 8))))
        shares = [f"{sources[0]}>{targets[0]} {cut}", f"{sources[0]}>{targets[1]} {1 - cut}"] if kind == "split" else []
        word = ChangeKind(kind.split()[0]) if targets or kind == "abolish" else ChangeKind.MERGE
        changes.append(_change(word, " ".join(sources), " ".join(targets), *shares, day=day))
        ended |= dict.fromkeys(sources, day)
        first |= dict.fromkeys(targets, day)
        standing = [*(org for org in standing if org not in sources), *targets]
    orgs = dict.fromkeys(["a0", "b0", "c0", *first])
    rows = [_org(org, first=first.get(org, date.min), end=ended.get(org, date.max)) for org in orgs]
    return [_org("tinh", None), *rows], changes
