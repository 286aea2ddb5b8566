"""The index of the search: derived from the readings, so its tables may change (no triggers). Indexes for questions."""

from typing import ClassVar

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Words come cut and folded, one blank between: no letter of theirs may part them again, hence "ascii".
_SQLITE = ("CREATE VIRTUAL TABLE passage_words USING fts5(marked, bare, content='', tokenize='ascii')",)
_POSTGRESQL = (
    """CREATE TABLE passage_words (id bigint PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
    marked tsvector NOT NULL, bare tsvector NOT NULL)""",
    "CREATE INDEX passage_words_marked ON passage_words USING gin (marked)",
    "CREATE INDEX passage_words_bare ON passage_words USING gin (bare)",
)
# What is new is looked for by its moment; what an org told is looked for by org and period.
_BY_MOMENT = (
    "reading", "attribution", "observation", "correction", "excuse", "withdrawal", "org", "org_change", "org_share",
    "profile",
)  # fmt: skip
_INDEXES = (
    *(f"CREATE INDEX {table}_by_moment ON {table} (recorded_at)" for table in _BY_MOMENT),
    "CREATE INDEX observation_by_org ON observation (org, period, mapping)",
    "CREATE INDEX attribution_by_org ON attribution (org, mapping)",
)


def make_words(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table of words in the way of the database."""
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)
    for statement in _INDEXES:
        editor.execute(statement)


def drop_words(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away."""
    editor.execute("DROP TABLE passage_words")
    for name in (*(f"{table}_by_moment" for table in _BY_MOMENT), "observation_by_org", "attribution_by_org"):
        editor.execute(f"DROP INDEX {name}")


class Migration(migrations.Migration):
    """New tables; `actions/searching/index_again.py` fills them for what is there already."""

    dependencies: ClassVar = [("ledger", "0007_desk")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("start", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
                ("text", models.TextField()),
                ("records", models.TextField()),
            ],
            options={"db_table": "passage"},
        ),
        migrations.RunPython(make_words, drop_words),
    ]
