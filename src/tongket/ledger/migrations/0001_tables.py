"""The tables, as Django wrote them out of the models."""

from typing import ClassVar

from django.db import migrations, models

import tongket.ledger.exact_decimal


class Migration(migrations.Migration):
    """Every table of `terms/tables.py` as it was in the first version."""

    initial = True

    dependencies: ClassVar = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="Attribution",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("mapping", models.CharField(db_index=True, max_length=64)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("org", models.TextField()),
                ("org_basis", models.TextField()),
                ("period", models.TextField()),
                ("period_basis", models.TextField()),
                ("day", models.TextField()),
                ("replaces", models.TextField()),
            ],
            options={
                "db_table": "attribution",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Award",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("honour", models.TextField()),
                ("grantor", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("sentence", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "award",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Directive",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("key", models.TextField()),
                ("date", models.TextField()),
                ("times", models.BigIntegerField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("sentence", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "directive",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("format", models.TextField()),
                ("size", models.BigIntegerField()),
                ("readable", models.BooleanField()),
            ],
            options={
                "db_table": "document",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("main", models.BooleanField()),
                ("kind", models.TextField()),
                ("date", models.TextField()),
                ("host", models.TextField()),
                ("org", models.TextField()),
                ("place", models.TextField()),
                ("reviewed", models.TextField()),
                ("ahead", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "event",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("kind", models.TextField()),
                ("low", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("high", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("approx", models.BooleanField()),
                ("noun", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("sentence", models.TextField()),
                ("at", models.BigIntegerField()),
                ("before", models.TextField()),
                ("headings", models.TextField()),
                ("in_cell", models.BooleanField()),
                ("column", models.TextField()),
                ("said_in", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "figure",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("mapping", models.CharField(db_index=True, max_length=64)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("code", models.TextField()),
                ("severity", models.TextField()),
                ("message", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "finding",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Form",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("form", models.TextField()),
            ],
            options={
                "db_table": "form",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("mapping", models.CharField(db_index=True, max_length=64)),
                ("figure", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("indicator", models.TextField()),
                ("org", models.TextField()),
                ("period", models.TextField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "observation",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Official",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("name", models.TextField()),
                ("posts", models.TextField()),
                ("roles", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "official",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("total", models.CharField(db_index=True, max_length=64)),
                ("place", models.BigIntegerField()),
                ("part", models.TextField()),
                ("label", models.TextField()),
                ("text", models.TextField()),
            ],
            options={
                "db_table": "part",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("reader", models.TextField()),
                ("replaces", models.TextField()),
            ],
            options={
                "db_table": "reading",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("reading", models.CharField(db_index=True, max_length=64)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("kind", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("headings", models.TextField()),
                ("page", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
            ],
            options={
                "db_table": "statement",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Total",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("mapping", models.CharField(db_index=True, max_length=64)),
                ("org", models.TextField()),
                ("period", models.TextField()),
                ("indicator", models.TextField()),
                ("kind", models.TextField()),
                ("low", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("high", tongket.ledger.exact_decimal.ExactDecimalField(null=True)),
                ("approx", models.BooleanField()),
                ("conflict", models.BooleanField()),
                ("rests_on", models.BigIntegerField()),
                ("owed", models.BigIntegerField()),
                ("label", models.TextField()),
                ("text", models.TextField()),
            ],
            options={
                "db_table": "total",
                "abstract": False,
            },
        ),
    ]
