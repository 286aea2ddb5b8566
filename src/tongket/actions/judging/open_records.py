"""How much of some documents is still to be judged, counted by the database."""

from collections import Counter
from collections.abc import Mapping

from tongket.ledger.record_counts import count_judged, count_records


def counted_records(latest: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Return how many records documents have, and on how many of them a person has spoken, by document id.

    Args:
        latest: Id of the latest reading by document id.
    """
    return count_records(sorted(latest.values())), count_judged(sorted(latest))
