"""The index of the search: put passages in, ask for words. Made out of the readings, so it may be made anew.

On SQLite the words lie in an FTS5 table, on PostgreSQL as `tsvector` under GIN. Both get words that are cut and folded
already and both are asked for exactly these, so that the same question finds the same passages on both.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Manager, Model

from tongket.terms.passages import Among, Found, Passage, Wanted

_AT_ONCE = 500
# PostgreSQL numbers no place beyond this.
_LAST_PLACE = 16_383
# The newest so many of all that were found are put in order by rank: a word that stands everywhere stays quick.
RANKED = 2_000
# A sentence in which something was read says more than a heading with the same words.
_WITH_RECORDS = 1.5


def _entry() -> Any:  # noqa: ANN401 - a model of Django, which has no type before its applications are ready
    """Return the table; asked for late, so that this module can be imported before a ledger is opened."""
    return apps.get_model("ledger", "Passage")


def put_passages(passages: Sequence[Passage]) -> None:
    """Put passages in, in place of all that their documents had there."""
    with transaction.atomic():
        for document in {each.document for each in passages}:
            _entry().objects.filter(document=document).delete()
        for start in range(0, len(passages), _AT_ONCE):
            _put(passages[start : start + _AT_ONCE])


def clear_passages() -> None:
    """Take everything out of the index."""
    with transaction.atomic(), connection.cursor() as cursor:
        _entry().objects.all().delete()
        if not _is_postgresql():
            cursor.execute("INSERT INTO passage_words(passage_words) VALUES ('delete-all')")


def indexed_readings() -> set[str]:
    """Return the ids of the readings that are in the index."""
    return set(_entry().objects.values_list("reading", flat=True).distinct())


def find_passages(wanted: Sequence[Wanted], among: Among, first: int, most: int) -> list[Found]:
    """Return passages in which all wanted words stand, best first, newest first where equally good.

    Args:
        wanted: At least one of them is not `absent`.
        among: In which passages.
        first: How many of the best are passed over.
        most: How many at most.
    """
    matching, words, rank = _matching(wanted)
    where, values = _where(among)
    # SQLite has `rank` on the full-text table itself; a row of it that has lost its passage is of an earlier reading.
    inner = (
        f"SELECT p.id, p.document, p.line, p.text, p.records, a.org, a.period, a.day, {rank} AS worth "  # noqa: S608 - texts of this module; all that was typed goes in as values
        f"FROM passage_words w JOIN passage p ON p.id = {'w.id' if _is_postgresql() else 'w.rowid'} "
        f"LEFT JOIN attribution a ON a.reading = p.reading AND a.mapping = %s "
        f"WHERE {matching} AND {where} ORDER BY p.id DESC LIMIT {RANKED}"
    )
    question = (
        "SELECT f.id, f.document, d.name, coalesce(f.org, ''), coalesce(f.period, ''), coalesce(f.day, ''), f.line, "  # noqa: S608 - as above
        f"f.text, f.records FROM ({inner}) f JOIN document d ON d.id = f.document "
        f"ORDER BY f.worth * CASE f.records WHEN '' THEN 1 ELSE {_WITH_RECORDS} END, "
        "coalesce(f.day, '') DESC, f.document, f.line, f.id LIMIT %s OFFSET %s"
    )
    # The rank stands before the names in the text, so its words come first.
    ranked = words if _is_postgresql() else []
    with connection.cursor() as cursor:
        cursor.execute(question, [*ranked, among.mapping, *words, *values, most, first])
        return [Found(*row) for row in cursor.fetchall()]


def count_passages(wanted: Sequence[Wanted], among: Among) -> int:
    """Return in how many passages the words stand, counted up to `RANKED`."""
    matching, words, _ = _matching(wanted)
    where, values = _where(among)
    question = (
        f"SELECT count(*) FROM (SELECT 1 FROM passage_words w JOIN passage p ON p.id = "  # noqa: S608 - as above
        f"{'w.id' if _is_postgresql() else 'w.rowid'} LEFT JOIN attribution a ON a.reading = p.reading "
        f"AND a.mapping = %s WHERE {matching} AND {where} LIMIT {RANKED}) f"
    )
    with connection.cursor() as cursor:
        cursor.execute(question, [among.mapping, *words, *values])
        return int(cursor.fetchone()[0])


def _put(passages: Sequence[Passage]) -> None:
    entry = _entry()
    entries = entry.objects.bulk_create(
        [
            entry(document=p.document, reading=p.reading, start=p.start, line=p.line, text=p.text, records=p.records)
            for p in passages
        ]
    )
    words = [
        (entry.pk, _kept(passage.marked), _kept(passage.bare)) for entry, passage in zip(entries, passages, strict=True)
    ]
    into = "id, marked, bare" if _is_postgresql() else "rowid, marked, bare"
    made = "%s, %s::tsvector, %s::tsvector" if _is_postgresql() else "%s, %s, %s"
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO passage_words({into}) VALUES ({made})", words)  # noqa: S608 - as above


def _kept(words: str) -> str:
    """Return words as the database keeps them: on PostgreSQL each with its place."""
    if not _is_postgresql():
        return words
    return " ".join(f"'{word}':{place}" for place, word in enumerate(words.split()[:_LAST_PLACE], 1))


def _matching(wanted: Sequence[Wanted]) -> tuple[str, list[str], str]:
    """Return the condition, its values, and what is smallest for the best; columns are of the alias `w`."""
    if not _is_postgresql():
        present = " AND ".join(_fts(each) for each in wanted if not each.absent)
        absent = "".join(f" NOT {_fts(each)}" for each in wanted if each.absent)
        return "w.passage_words MATCH %s", [f"({present}){absent}"], "w.rank"
    by_column = {
        column: " & ".join(_tsquery(each) for each in wanted if each.with_marks == marks)
        for column, marks in (("marked", True), ("bare", False))
    }
    asked = {column: query for column, query in by_column.items() if query}
    conditions = " AND ".join(f"w.{column} @@ %s::tsquery" for column in asked)
    rank = " - ".join(f"ts_rank_cd(w.{column}, %s::tsquery)" for column in asked)
    return conditions, list(asked.values()), f"- {rank}"


def _fts(wanted: Wanted) -> str:
    column = "marked" if wanted.with_marks else "bare"
    return f'{column} : "{" ".join(wanted.words)}"' + ("*" if wanted.begins else "")


def _tsquery(wanted: Wanted) -> str:
    *before, last = (f"'{word}'" for word in wanted.words)
    phrase = " <-> ".join([*before, last + (":*" if wanted.begins else "")])
    return f"!({phrase})" if wanted.absent else f"({phrase})"


def _where(among: Among) -> tuple[str, list[Any]]:
    conditions, values = ["1 = 1"], []
    if among.seen is not None:
        in_inbox = f"p.document IN (SELECT document FROM inbox WHERE {_one_of('org')})"  # noqa: S608 - as above
        conditions.append(f"({_one_of('a.org')} OR (coalesce(a.org, '') = '' AND {in_inbox}))")
        values += [_list(among.seen)] * 2
    if among.orgs is not None:
        conditions.append(_one_of("a.org"))
        values.append(_list(among.orgs))
    if among.periods:
        conditions.append(_one_of("a.period"))
        values.append(_list(among.periods))
    if among.kind:
        conditions.append("p.records LIKE %s")
        values.append(f"%\n{among.kind} %")
    return " AND ".join(conditions), values


def _one_of(column: str) -> str:
    if _is_postgresql():
        return f"{column} = ANY(%s)"
    return f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 - a name of ours


def _list(values: Sequence[str]) -> Any:  # noqa: ANN401 - as the database takes a list
    if _is_postgresql():
        return list(values)
    return json.dumps(list(values))


def _entries() -> Manager[Model]:
    manager: Manager[Model] = apps.get_model("ledger", "Passage")._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
    return manager


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"
