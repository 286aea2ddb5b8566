"""Rows come back from the reading process as they were, and nothing else does."""

from decimal import Decimal

import pytest

from tongket.actions.inbox.row_wire import rows_from_json, rows_to_json
from tongket.terms.tables import DocumentRow, TotalRow


def test_rows_come_back_to_the_last_digit() -> None:
    """Text, numbers with their zeros, open bounds and truth values are the same on the other side."""
    rows = [
        DocumentRow("a" * 64, "Báo cáo “1”\n", "txt", 12, readable=True),
        TotalRow("T-1", "M-1", "x", "2024", "i", "sum", Decimal("12.50"), None, True, False, 1, 2, "l", "t"),  # noqa: FBT003 - columns of a row
    ]
    back = rows_from_json(rows_to_json(rows))
    assert back == rows
    assert str(back[1].low) == "12.50"  # type: ignore[union-attr] # the row that has it


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[[",
        b'[["DocumentRow", 1, 2, 3, 4, 5]]',
        b'[["DocumentRow", "a"]]',
        b'[["os.system", "x"]]',
        b'[["DocumentRow", "a", "b", "txt", {"decimal": "x"}, true]]',
        b'{"a": 1}',
    ],
)
def test_what_is_no_row_is_refused(told: bytes) -> None:
    """A process that was taken over can say nothing but rows of known tables with values of their kinds."""
    with pytest.raises(ValueError, match="no rows"):
        rows_from_json(told)
