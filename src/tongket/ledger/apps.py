"""The ledger as Django knows it."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The app `ledger`; ids are texts that the entries give themselves."""

    name = "tongket.ledger"
    label = "ledger"
