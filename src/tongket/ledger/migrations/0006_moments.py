"""When each transaction wrote, one moment later than the one before; of an observation its scope and base."""

from typing import ClassVar

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Max

from tongket.ledger.append_only import guarding, unguarding
from tongket.ledger.moments import moment_id


def begin_with_the_last(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Let everything that is written from now on be later than all that is there."""
    tables = [model for model in apps.get_app_config("ledger").get_models() if model.__name__ != "Moment"]
    told = (model._default_manager.aggregate(last=Max("recorded_at"))["last"] for model in tables)  # noqa: SLF001 - Django's own name for the manager of any model
    last = max((each for each in told if each is not None), default=None)
    if last is not None:
        apps.get_model("ledger", "Moment").objects.create(recorded_at=last, id=moment_id(last))


class Migration(migrations.Migration):
    """SQLite makes a table anew to add a column, and its triggers go with the old one: they are made again."""

    dependencies: ClassVar = [("ledger", "0005_reviews")]
    operations: ClassVar = [
        unguarding("observation"),
        migrations.AddField("observation", "scope", models.TextField(default=""), preserve_default=False),
        migrations.AddField("observation", "base", models.CharField(default="", max_length=64), preserve_default=False),
        migrations.CreateModel(
            name="Moment",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
            options={
                "db_table": "moment",
                "abstract": False,
            },
        ),
        migrations.RunPython(begin_with_the_last, migrations.RunPython.noop),
        guarding("observation", "moment"),
    ]
