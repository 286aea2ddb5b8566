"""Reviews that were written."""

from typing import ClassVar

from django.db import migrations, models

from tongket.ledger.append_only import guarding


class Migration(migrations.Migration):
    """One new table; no older one changes."""

    dependencies: ClassVar = [("ledger", "0004_sheets")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("mapping", models.CharField(db_index=True, max_length=64)),
                ("org", models.TextField()),
                ("period", models.TextField()),
                ("entries", models.CharField(max_length=64)),
                ("totals", models.BigIntegerField()),
                ("sentences", models.BigIntegerField()),
            ],
            options={
                "db_table": "review",
                "abstract": False,
            },
        ),
        guarding("review"),
    ]
