"""A PostgreSQL server for the tests of backups."""

from postgres import postgres_server

__all__ = ["postgres_server"]
