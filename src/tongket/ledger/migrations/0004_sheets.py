"""Mappings of sheets, and the cells in which figures stand."""

from typing import ClassVar

from django.db import migrations, models

from tongket.ledger.append_only import guarding


class Migration(migrations.Migration):
    """Two new tables; no older one changes."""

    dependencies: ClassVar = [("ledger", "0003_recorded_at")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="SheetMapping",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("mapping", models.TextField()),
            ],
            options={
                "db_table": "sheet_mapping",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Cell",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("sheet", models.TextField()),
                ("table", models.BigIntegerField()),
                ("row", models.BigIntegerField()),
                ("column", models.BigIntegerField()),
            ],
            options={
                "db_table": "cell",
                "abstract": False,
            },
        ),
        guarding("sheet_mapping", "cell"),
    ]
