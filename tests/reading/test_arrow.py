"""Many readings become one Arrow table a record type, each row with its document and its words."""

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal

from tongket.reading.arrow import SCHEMAS, tables_of
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import Quantity
from tongket.terms.records import DocumentFields, Figure, FigureKind, Official, Reading, Role
from tongket.terms.span import Span


def readings(count: int) -> Iterator[Reading]:
    """Readings of one invented sentence each."""
    text = "Đồng chí Lò Thị Mẫu, Trưởng ban, dự; trên 1.500 lượt người học. Đồng chí Lò Thị Mẫu phát biểu."
    for number in range(count):
        yield Reading(
            name=f"bai-{number}",
            sha256=f"{number:064}",
            text=text,
            fields=DocumentFields(title="Hội nghị", published="2024-05-03"),
            body=(Span(0, len(text)),),
            events=(),
            officials=(Official("Lò Thị Mẫu", ("Trưởng ban",), (Role.SPEAKER,), (Span(9, 19), Span(73, 83))),),
            directives=(),
            figures=(Figure(FigureKind.COUNT, Quantity(Decimal(1500), None), Span(37, 58), "lượt người"),),
            statements=(),
            awards=(),
            findings=(Finding("ORG-UNTOLD", Severity.WARNING, "Không rõ đơn vị."),),
            reader="0",
        )


def test_every_row_leads_back_to_its_words() -> None:
    """A figure's row has its bounds as numbers, its document and exactly the quoted words."""
    row = tables_of(readings(2))["figures"].to_pylist()[1]
    assert (row["document"], row["low"], row["high"], row["noun"]) == ("bai-1", 1500.0, None, "lượt người")
    assert row["quote"] == "trên 1.500 lượt người"


def test_a_record_with_several_mentions_keeps_them_all() -> None:
    """An official named twice is one row with two spans and two quotes."""
    row = tables_of(readings(1))["officials"].to_pylist()[0]
    assert row["quotes"] == ["Lò Thị Mẫu", "Lò Thị Mẫu"]
    assert row["spans"] == [{"start": 9, "end": 19}, {"start": 73, "end": 83}]


def test_every_table_is_there_even_without_rows() -> None:
    """No readings give every table with its columns and no row; batches join without loss."""
    assert {name: table.num_rows for name, table in tables_of(()).items()} == dict.fromkeys(SCHEMAS, 0)
    many = tables_of(readings(600))
    assert many["documents"].num_rows == 600
    assert many["documents"].column("document").to_pylist() == [f"bai-{number}" for number in range(600)]
    assert many["findings"].schema == SCHEMAS["findings"]


def test_without_pyarrow_the_message_says_what_to_install() -> None:
    """Where pyarrow is missing, the import fails with the caller's error and the name of the extra."""
    code = "import sys; sys.modules['pyarrow'] = None; import tongket.reading.arrow"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "TongketError" in ran.stderr
    assert "tongket[arrow]" in ran.stderr
