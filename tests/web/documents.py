"""Reports for tests of the desk: written to a file, taken in, and said to be an org's on a period."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tongket.actions.attribute import attribute_readings
from tongket.actions.people.office import office
from tongket.actions.take_in import take_in

AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)


def bring_report(org: str, year: str, *sentences: str) -> str:
    """Take in a report of an org on a year; return the id of its document.

    Args:
        org: Org id.
        year: Of the report.
        sentences: What it says, one paragraph each.
    """
    name = office().names[org]
    said = sentences or ("Trong năm, đã tổ chức 12 hội nghị học tập, quán triệt nghị quyết.",)
    head = f"BÁO CÁO\nKết quả công tác tuyên giáo năm {year} của {name}\n\n"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"bao-cao-{org}-{year}.txt"
        file.write_text(head + "\n\n".join(said) + "\n", encoding="utf-8")
        document = take_in(file, AT).document
    attribute_readings(office().profile, AT)
    return document
