"""An index for questions about everybody in a period: without it each of them goes through every figure there is."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """One index; nothing that is told changes."""

    dependencies: ClassVar = [("ledger", "0008_search")]
    operations: ClassVar = [
        migrations.RunSQL(
            "CREATE INDEX observation_by_period ON observation (period, org)", "DROP INDEX observation_by_period"
        ),
    ]
