"""Fill a desk's ledger on PostgreSQL: a province with 130 communes, 300 indicators, monthly reports of 52 months.

That is 6,760 reports and 2,028,000 observations. Names are made up. Most reports are rows only; `REAL` of
them are texts that are read like any other, so that people have something to open and accept.
"""

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import psycopg

from tongket.actions.attribute import attribute_readings, mapping_of
from tongket.actions.people.office import office
from tongket.actions.take_in import reader_version, take_in
from tongket.ledger.entries import add
from tongket.ledger.names import entry_id
from tongket.terms.tables import AttributionRow, DocumentRow, FigureRow, ObservationRow, ReadingRow
from tongket.terms.work import InboxRow, OriginalRow

COMMUNES, INDICATORS = 130, 300
MONTHS = [f"{year}-{month:02}" for year in range(2021, 2026) for month in range(1, 13)][:52]
REAL = 60
TOP = "tinh"
AT = datetime(2025, 6, 1, tzinfo=UTC)
_NAMES = ("An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Nam", "Phú", "Quang", "Sơn")
_EACH = ", generate_series(0, %(indicators)s - 1) AS each"
# 12 letters of the kind that ids of entries have, one after the other: so the indexes grow at their ends.
_NAME = "translate(lpad(to_hex(seed * 1000 + each), 12, '0'), '0189', 'ghij')"
_VALUE = "(1 + (seed * 7919 + each * 104729) %% 499)"
_QUOTE = f"{_VALUE} || ' cuộc loại ' || each + 1"
# By row type its table and its columns as SQL; one figure in ten is open above ("trên 120").
_OF_A_REPORT: dict[type, tuple[str, dict[str, str]]] = {
    DocumentRow: (
        "document",
        {
            "id": "document",
            "name": "org || '-' || month || '.txt'",
            "format": "'txt'",
            "size": "9000",
            "readable": "true",
        },
    ),
    ReadingRow: ("reading", {"id": "reading", "document": "document", "reader": "%(reader)s"}),
    AttributionRow: (
        "attribution",
        {
            "id": "'W-' || substr(reading, 3)",
            "mapping": "%(mapping)s",
            "reading": "reading",
            "document": "document",
            "org": "org",
            "org_basis": "'đầu trang'",
            "period": "month",
            "period_basis": "'tiêu đề'",
            "day": "month || '-28'",
        },
    ),
}
_OF_A_FIGURE: dict[type, tuple[str, dict[str, str]]] = {
    FigureRow: (
        "figure",
        {
            "id": f"'F-' || {_NAME}",
            "reading": "reading",
            "document": "document",
            "kind": "'count'",
            "low": _VALUE,
            "high": f"CASE WHEN (seed + each) %% 10 > 0 THEN {_VALUE} END",
            "approx": "false",
            "noun": "'cuộc loại ' || each + 1",
            "start": "each * 40",
            "end": "each * 40 + 12",
            "quote": _QUOTE,
            "sentence": f"'Trong tháng đã tổ chức ' || {_QUOTE} || '.'",
            "at": "23",
            "headings": "'I. KẾT QUẢ'",
            "in_cell": "false",
            "said_in": "'result'",
            "page": "0",
            "line": "each + 1",
        },
    ),
    ObservationRow: (
        "observation",
        {
            "id": f"'B-' || {_NAME}",
            "mapping": "%(mapping)s",
            "figure": f"'F-' || {_NAME}",
            "document": "document",
            "indicator": "'i' || lpad(each::text, 3, '0')",
            "org": "org",
            "period": "month",
        },
    ),
}


def commune(number: int) -> str:
    """Return the id of a commune."""
    return f"xa-{number:03}"


def profile() -> str:
    """Return the profile of the province as TOML."""
    orgs = [f'[[orgs]]\nid = "{TOP}"\nname = "tỉnh Lam Giang"\nlevel = "tỉnh"\n']
    for number in range(COMMUNES):
        name = f"xã {_NAMES[number // len(_NAMES)]} {_NAMES[number % len(_NAMES)]}"
        orgs.append(f'[[orgs]]\nid = "{commune(number)}"\nname = "{name}"\nlevel = "xã"\nparent = "{TOP}"\n')
    themes = [f'[[themes]]\nid = "t{number}"\ntitle = "Lĩnh vực {number + 1}"\n' for number in range(20)]
    indicators = [
        f'[[indicators]]\nid = "i{number:03}"\nname = "Chỉ tiêu {number + 1}"\ntheme = "t{number % 20}"\n'
        f'measure = "cuộc"\nnouns = ["cuộc loại {number + 1}"]\n'
        for number in range(INDICATORS)
    ]
    due = 'due = "ngày 05 tháng sau"\ndue_on = { day = 5, months_after = 1 }'
    duty = f'[[duties]]\nlevel = "xã"\nreport = "month"\n{due}\n'
    head = 'name = "Tuyên giáo tỉnh Lam Giang"\nstyle = "party"\n[office]\nissuer = "Ban Tuyên giáo"\n'
    return "\n".join([head, *orgs, *themes, *indicators, duty])


def fill(url: str, folder: Path) -> list[str]:
    """Fill the open desk; return the ids of the documents that were really read.

    Args:
        url: Of its database.
        folder: Scratch.
    """
    with psycopg.connect(url) as server:
        _fill_in(server)
        server.commit()
        # What a server does by itself at night.
        server.autocommit = True
        server.execute("ANALYZE")
    return _read(folder)


def _fill_in(server: psycopg.Connection) -> None:
    """Make 52 reports a commune with 300 figures each; the server itself makes the millions of rows."""
    mapping, reader = mapping_of(office().profile), reader_version()
    server.execute(
        "CREATE TEMP TABLE told AS SELECT 'xa-' || lpad(number::text, 3, '0') AS org, month, "
        "md5(number || month) || md5(month || number) AS document, "
        "'L-' || substr(translate(md5(number || month), '0189', 'ghij'), 1, 12) AS reading, "
        "row_number() OVER () AS seed "
        "FROM generate_series(0, %s - 1) AS number, unnest(%s::text[]) AS month",
        [COMMUNES, MONTHS],
    )
    given = {"at": AT, "mapping": mapping, "reader": reader, "indicators": INDICATORS}
    for inserts, source in ((_OF_A_REPORT, "told"), (_OF_A_FIGURE, f"told{_EACH}")):
        for row_type, (table, says) in inserts.items():
            names = [column.name for column in fields(row_type)]
            columns = ", ".join(f'"{name}"' for name in names)
            values = ", ".join(says.get(name, "''") for name in names)  # a text that such reports do not tell is empty
            server.execute(f'ALTER TABLE "{table}" SET UNLOGGED')  # type: ignore[arg-type] # a table of ours
            server.execute(
                f'INSERT INTO "{table}" ("recorded_at", {columns}) SELECT %(at)s, {values} FROM {source}',  # type: ignore[arg-type] # noqa: S608 - words of this program
                given,
            )


def _read(folder: Path) -> list[str]:
    """Take real texts in, one a commune for May 2025, each in the inbox of its commune."""
    found = []
    for number in range(REAL):
        file = folder / f"that-{number:03}.txt"
        file.write_text(_text(number), encoding="utf-8")
        taken = take_in(file, AT)
        item = InboxRow(entry_id("BX", file.name), "bench", taken.document, file.name, commune(number), "upload", "")
        add([OriginalRow(taken.document, file.read_bytes()), item], at=AT)
        found.append(taken.document)
    attribute_readings(office().profile, AT)
    return found


def _text(number: int) -> str:
    chance = Random(1000 + number)  # noqa: S311 - figures made up
    name = office().names[commune(number)]
    done = "\n".join(
        f"Đã tổ chức {chance.randrange(2, 90)} cuộc loại {each + 1}, thu hút {chance.randrange(100, 999)} người."
        for each in range(40)
    )
    return f"ĐẢNG ỦY {name.upper()}\n\nBÁO CÁO\nKết quả công tác tháng 5 năm 2025 của {name}\n\nI. KẾT QUẢ\n{done}\n"
