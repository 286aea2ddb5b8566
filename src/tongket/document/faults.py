"""What can be wrong with a file: every code once, how much it weighs, and what a person can do about it.

The table is `data/faults.tsv`: code, severity, message in Vietnamese with the names of its values in braces.
"""

from functools import cache
from pathlib import Path

from tongket.terms.finding import Finding, Severity


def fault(code: str, /, **values: object) -> Finding:
    """Make the finding of one fault of a file.

    Args:
        code: One of the codes of the table.
        values: What its message names.
    """
    severity, message = _table()[code]
    return Finding(code, severity, message.format(**values))


@cache
def _table() -> dict[str, tuple[Severity, str]]:
    rows = Path(__file__).with_name("data").joinpath("faults.tsv").read_text("utf-8").splitlines()
    return {code: (Severity(weight), message) for code, weight, message in (row.split("\t") for row in rows)}
