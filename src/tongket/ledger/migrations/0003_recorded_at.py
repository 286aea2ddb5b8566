"""When each entry was recorded, org facts, corrections, and triggers that guard the ledger on PostgreSQL too."""

from datetime import UTC, datetime
from typing import ClassVar

from django.db import migrations, models

import tongket.ledger.exact_decimal
from tongket.ledger.append_only import guarding, unguarding

OLDER = (
    "attribution",
    "award",
    "directive",
    "document",
    "event",
    "figure",
    "finding",
    "form",
    "observation",
    "official",
    "part",
    "reading",
    "statement",
    "total",
)
NEW = ("mapping", "org", "org_change", "org_share", "correction", "excuse", "withdrawal")
# Nobody noted when older entries were recorded: they count as known from the beginning of the computer's time.
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


class Migration(migrations.Migration):
    """SQLite makes a table anew to add a column, and its triggers go with the old one: they are made again."""

    dependencies: ClassVar = [("ledger", "0002_append_only")]
    operations: ClassVar = [
        unguarding(*OLDER),
        *(
            migrations.AddField(table, "recorded_at", models.DateTimeField(default=UNKNOWN), preserve_default=False)
            for table in OLDER
        ),
        migrations.CreateModel(
            name="Mapping",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("rules", models.TextField()),
                ("reader", models.TextField()),
                ("profile", models.TextField()),
            ],
            options={
                "db_table": "mapping",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrgShare",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("change", models.CharField(db_index=True, max_length=64)),
                ("source", models.TextField()),
                ("target", models.TextField()),
                ("share", tongket.ledger.exact_decimal.ExactDecimalField()),
            ],
            options={
                "db_table": "org_share",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("entry", models.CharField(db_index=True, max_length=64)),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "withdrawal",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("replaces", models.CharField(max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("figure", models.CharField(db_index=True, max_length=64)),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("nth", models.BigIntegerField()),
                ("indicator", models.TextField()),
                ("org", models.TextField()),
                ("period", models.TextField()),
                ("low", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("high", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("approx", models.BooleanField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "correction",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", ""), _negated=True),
                        fields=("replaces",),
                        name="correction_replaced_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Excuse",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("org", models.TextField(db_index=True)),
                ("report", models.TextField()),
                ("period", models.TextField()),
                ("reason", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "excuse",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", ""), _negated=True),
                        fields=("replaces",),
                        name="excuse_replaced_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Org",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("org", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("level", models.TextField()),
                ("aliases", models.TextField()),
                ("parent", models.TextField()),
                ("kind", models.TextField()),
                ("code", models.TextField()),
                ("valid_from", models.TextField()),
                ("valid_to", models.TextField()),
                ("source", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "org",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", ""), _negated=True),
                        fields=("replaces",),
                        name="org_replaced_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrgChange",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("date", models.TextField()),
                ("sources", models.TextField()),
                ("targets", models.TextField()),
                ("basis", models.TextField()),
                ("share_basis", models.TextField()),
                ("source", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "org_change",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", ""), _negated=True),
                        fields=("replaces",),
                        name="org_change_replaced_once",
                    )
                ],
            },
        ),
        guarding(*OLDER, *NEW),
    ]
