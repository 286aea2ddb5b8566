"""Accounts: made from an invitation only (`adapter.py`); signing in, second factor and recovery are allauth's pages."""
