"""The question of a roll-up."""

from dataclasses import dataclass
from datetime import datetime

from tongket.actions.rolling.places import Where
from tongket.terms.period import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """The question.

    Attributes:
        where: Under whom and on which map.
        periods: Each asked for by itself.
        indicators: Ids; empty for all.
        known_at: As known at this moment; None for now.
        drill: Whether the parts are asked for too.
        engine: What computes, as `rollup.engines.opening.open_engine` names it.
    """

    where: Where
    periods: tuple[Period, ...]
    indicators: tuple[str, ...] = ()
    known_at: datetime | None = None
    drill: bool = False
    engine: str = "duckdb"
