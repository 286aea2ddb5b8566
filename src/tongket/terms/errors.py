"""Errors of the caller; what is wrong with the data is a `Finding`, never raised."""


class TongketError(Exception):
    """What the caller asked for cannot be done.

    The message says what was wrong, where, and what to do.
    """


class StaleError(TongketError):
    """Somebody else wrote between what a person saw and what they write."""
