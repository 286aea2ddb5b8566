"""What people do at the desk."""

from typing import ClassVar

from django.db import migrations, models

from tongket.ledger.append_only import guarding
from tongket.ledger.model import replaced_once


class Migration(migrations.Migration):
    """New tables; older ones get no new columns, but indexes for new questions."""

    dependencies: ClassVar = [("ledger", "0006_moments")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Act",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("by", models.TextField()),
                ("verb", models.TextField()),
                ("org", models.TextField(db_index=True)),
                ("entry", models.TextField(db_index=True)),
                ("told", models.TextField()),
            ],
            options={
                "db_table": "act",
                "indexes": [models.Index(fields=["-recorded_at", "-id"], name="act_newest_first")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("about", models.TextField(db_index=True)),
                ("place", models.TextField()),
                ("text", models.TextField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "comment",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("person", models.TextField(db_index=True)),
                ("org", models.TextField(db_index=True)),
                ("role", models.TextField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "grant",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Inbox",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("batch", models.TextField(db_index=True)),
                ("document", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("org", models.TextField(db_index=True)),
                ("via", models.TextField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "inbox",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("email", models.TextField()),
                ("org", models.TextField(db_index=True)),
                ("role", models.TextField()),
                ("secret", models.TextField(db_index=True)),
                ("until", models.TextField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "invitation",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
            ],
            options={
                "db_table": "original",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("person", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("query", models.TextField()),
            ],
            options={
                "db_table": "saved_search",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("person", models.TextField(db_index=True)),
                ("org", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("secret", models.TextField(db_index=True)),
                ("until", models.TextField()),
            ],
            options={
                "db_table": "token",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("org", models.TextField(db_index=True)),
                ("period", models.TextField()),
                ("content", models.TextField()),
                ("note", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "draft",
                "abstract": False,
                "constraints": [replaced_once("draft")],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("about", models.TextField(db_index=True)),
                ("entry", models.TextField(db_index=True)),
                ("org", models.TextField(db_index=True)),
                ("stage", models.TextField()),
                ("verdict", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "evidence",
                "abstract": False,
                "constraints": [replaced_once("evidence")],
            },
        ),
        migrations.CreateModel(
            name="Profile",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "profile",
                "abstract": False,
                "constraints": [replaced_once("profile")],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("org", models.TextField(db_index=True)),
                ("report", models.TextField()),
                ("period", models.TextField()),
                ("step", models.TextField()),
                ("draft", models.TextField()),
                ("comment", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "step",
                "abstract": False,
                "constraints": [replaced_once("step")],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("task", models.TextField(db_index=True)),
                ("org", models.TextField(db_index=True)),
                ("text", models.TextField()),
                ("origin", models.TextField()),
                ("owners", models.TextField()),
                ("due", models.TextField()),
                ("status", models.TextField()),
                ("note", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "task",
                "abstract": False,
                "constraints": [replaced_once("task")],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.TextField(db_index=True)),
                ("entry", models.TextField(db_index=True)),
                ("verdict", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "verdict",
                "abstract": False,
                "constraints": [replaced_once("verdict")],
            },
        ),
        migrations.CreateModel(
            name="Lines",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.TextField(db_index=True)),
                ("lines", models.TextField()),
            ],
            options={
                "db_table": "lines",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.TextField(db_index=True)),
                ("org", models.TextField(db_index=True)),
                ("period", models.TextField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("replaces", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "telling",
                "abstract": False,
                "constraints": [replaced_once("telling")],
            },
        ),
        migrations.CreateModel(
            name="Added",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("document", models.TextField(db_index=True)),
                ("entry", models.TextField(db_index=True)),
                ("kind", models.TextField()),
                ("start", models.BigIntegerField()),
                ("end", models.BigIntegerField()),
                ("quote", models.TextField()),
                ("by", models.TextField()),
            ],
            options={
                "db_table": "added",
                "abstract": False,
            },
        ),
        guarding(
            "act",
            "comment",
            "grant",
            "inbox",
            "lines",
            "telling",
            "added",
            "invitation",
            "original",
            "saved_search",
            "token",
            "draft",
            "evidence",
            "profile",
            "step",
            "task",
            "verdict",
        ),
        # What the board and the register ask for: whose report for which period, who cites a directive.
        migrations.AddIndex(
            model_name="attribution", index=models.Index(fields=["period", "org"], name="attribution_period_org")
        ),
        migrations.AddIndex(
            model_name="attribution", index=models.Index(fields=["replaces"], name="attribution_replaces")
        ),
        migrations.AddIndex(model_name="reading", index=models.Index(fields=["replaces"], name="reading_replaces")),
        migrations.AddIndex(model_name="directive", index=models.Index(fields=["key"], name="directive_key")),
        migrations.AddIndex(model_name="step", index=models.Index(fields=["period"], name="step_period")),
    ]
