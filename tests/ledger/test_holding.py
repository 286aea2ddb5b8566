"""Which entries hold where one replaces another and some are taken back."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.ledger.holding import holding, last_of_chain
from tongket.terms.tables import ExcuseRow, WithdrawalRow


def _chain(name: str, length: int) -> list[ExcuseRow]:
    return [
        ExcuseRow(f"{name}{place}", "o", "year", "2024", "bão lũ", f"{name}{place - 1}" if place else "")
        for place in range(length)
    ]


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=6), max_size=4), st.randoms(use_true_random=False))
def test_of_every_chain_the_last_that_was_not_taken_back_holds(chains: list[list[bool]], chance: object) -> None:
    """One at most of each chain, whatever the order in which rows are given; none where all were taken back."""
    rows = [row for number, chain in enumerate(chains) for row in _chain(f"K-{number}-", len(chain))]
    withdrawals = [
        WithdrawalRow(f"V-{number}-{place}", f"K-{number}-{place}", "nhầm")
        for number, chain in enumerate(chains)
        for place, taken_back in enumerate(chain)
        if taken_back
    ]
    expected = {
        f"K-{number}-{max(place for place, taken_back in enumerate(chain) if not taken_back)}"
        for number, chain in enumerate(chains)
        if not all(chain)
    }
    chance.shuffle(rows)  # type: ignore[attr-defined] - hypothesis gives a `random.Random`
    held = holding(rows, withdrawals)
    assert {row.id for row in held} == expected
    assert held == [row for row in rows if row.id in expected]


@given(st.integers(1, 8), st.data())
def test_the_end_of_a_chain_is_found_from_anywhere_in_it(length: int, data: st.DataObject) -> None:
    """What the next entry has to replace."""
    rows = _chain("K-", length)
    start = data.draw(st.sampled_from(rows))
    assert last_of_chain(start.id, rows) == rows[-1].id
