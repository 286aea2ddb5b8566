"""Accounts: made from an invitation only (`adapter.py`); signing in, second factor and recovery are allauth's pages.

`pages.py` takes up invitations and shows a person the tokens of their programs; `forms.py` is what they ask, `urls.py`
their addresses.
"""
