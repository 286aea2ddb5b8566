"""A DuckDB in memory that can be lent again: what it was given goes, what it planned stays.

To open one takes 50 ms and to plan a small question longer than to answer it; a page of the desk asks six.
"""

import atexit
import os
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.operations as ops
import pyarrow as pa

# DuckDB takes a table of so many rows as it is, at a tenth of what it costs to make one of its own out of it.
FEW = 20_000
# Sessions that wait to be lent; as many as a desk's worker asks at once without waiting for a processor.
_MOST = 2
# Plans kept in one: a desk asks some ten questions, each over few forms of tables.
_PLANS = 64


class _Small:
    """A small table as DuckDB sees it: its rows are asked for when a statement runs, so that plans outlive them."""

    def __init__(self, rows: pa.Table) -> None:
        self.rows = rows

    def __arrow_c_schema__(self) -> object:
        return self.rows.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.rows.__arrow_c_stream__(requested_schema)


@dataclass
class Session:
    """An open DuckDB.

    Attributes:
        backend: Speaks with it.
        given: The tables that whoever has it now gave, by name; `TABLE`, `VIEW` or nothing for small ones.
    """

    backend: Any
    given: dict[str, str] = field(default_factory=dict)
    _small: dict[str, _Small] = field(default_factory=dict)
    # By question, under what name it is prepared.
    _prepared: dict[ops.Node, str] = field(default_factory=dict)
    _names: int = 0

    def give_small(self, name: str, rows: pa.Table) -> None:
        """Put a table of few rows in, as it is."""
        there = self._small.get(name)
        if there is not None and there.rows.schema.equals(rows.schema):
            there.rows = rows
        else:
            self.drop(name)
            self._small[name] = _Small(rows)
            self.backend.con.register(name, self._small[name])
        self.given[name] = ""

    def make(self, kind: str, name: str, source: str) -> None:
        """Make a table or view out of a source in SQL."""
        self.drop(name)
        self.backend.con.execute(f'CREATE TEMP {kind} "{name}" AS FROM {source}')
        self.given[name] = kind

    def drop(self, name: str) -> None:
        """Let go of a table, and of plans that read it."""
        for question in [each for each in self._prepared if name in tables_of(each)]:
            self.backend.con.execute(f"DEALLOCATE {self._prepared.pop(question)}")
        # A table and a view of one name can stand side by side, and then the table is the one that is asked.
        kind = self.given.pop(name, "")
        if self._small.pop(name, None):
            self.backend.con.unregister(name)
        elif kind:
            self.backend.con.execute(f'DROP {kind} temp."{name}"')

    def planned(self, question: ops.Relation) -> str:
        """Return the name of a question's plan, made where there is none."""
        if question not in self._prepared:
            name = f"asked_{self._names}"
            self.backend.con.execute(f"PREPARE {name} AS {_sql(question)}")
            self._names += 1
            self._prepared[question] = name
        return self._prepared[question]

    def empty(self) -> None:
        """Let go of all rows; small tables and plans over them stay."""
        for name in [each for each, kind in self.given.items() if kind]:
            self.drop(name)
        self.given.clear()
        for each in self._small.values():
            each.rows = each.rows.schema.empty_table()
        if len(self._prepared) > _PLANS:
            for name in [*self._small]:
                self.drop(name)

    def close(self) -> None:
        """Close it for good."""
        self.backend.disconnect()


# By the process that opened them: DuckDB does not outlive a fork, and what a child inherits it must not even close.
_SPARE: defaultdict[int, deque[Session]] = defaultdict(deque)


@atexit.register
def _close_spare() -> None:
    # DuckDB grumbles about sessions that are there when Python goes.
    waiting = _SPARE[os.getpid()]
    while waiting:
        waiting.pop().close()


def lent(told: Mapping[str, Any]) -> Session:
    """Return a session that waits, else a new one with these settings; those that wait have the same."""
    try:
        return _SPARE[os.getpid()].pop()
    except IndexError:
        return opened(told)


def opened(told: Mapping[str, Any]) -> Session:
    """Return a new session with these settings."""
    return Session(ibis.duckdb.connect(**told))


def given_back(session: Session) -> None:
    """Let the session wait for the next who asks, without what it was given."""
    session.empty()
    waiting = _SPARE[os.getpid()]
    if len(waiting) < _MOST:
        waiting.append(session)
    else:
        session.close()


@lru_cache(maxsize=256)
def tables_of(question: ops.Node) -> frozenset[str]:
    """Return the names of the tables that a question reads."""
    return frozenset(each.name for each in question.find(ops.UnboundTable))


@lru_cache(maxsize=256)
def _sql(question: ops.Relation) -> str:
    # To write a question as SQL takes about as long as a small answer: one that is asked again is not written again.
    return str(ibis.to_sql(question.to_expr(), dialect="duckdb"))
