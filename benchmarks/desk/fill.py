"""Fill a desk's ledger on PostgreSQL: a province with 130 communes, 300 indicators, monthly reports of 52 months.

That is 6,760 reports and 2,028,000 observations. Names are made up. Most reports are rows only, copied in; `REAL` of
them are texts that are read like any other, so that people have something to open and accept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from random import Random

import psycopg

from tongket.actions.attribute import attribute_readings, mapping_of
from tongket.actions.people.office import office
from tongket.actions.take_in import reader_version, take_in
from tongket.ledger.entries import add
from tongket.ledger.names import entry_id
from tongket.terms.tables import AttributionRow, DocumentRow, FigureRow, ObservationRow, ReadingRow, Row
from tongket.terms.work import InboxRow, OriginalRow

COMMUNES, INDICATORS = 130, 300
MONTHS = [f"{year}-{month:02}" for year in range(2021, 2026) for month in range(1, 13)][:52]
REAL = 60
TOP = "tinh"
AT = datetime(2025, 6, 1, tzinfo=UTC)
_NAMES = ("An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Nam", "Phú", "Quang", "Sơn")
# How many figures are open above: "trên 120".
_OPEN = 0.1
_TABLES = {
    DocumentRow: "document",
    ReadingRow: "reading",
    FigureRow: "figure",
    AttributionRow: "attribution",
    ObservationRow: "observation",
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
        url: Of its database, for copying in.
        folder: Scratch.
    """
    with psycopg.connect(url) as server:
        for number in range(COMMUNES):
            _copy(server, list(_rows_of(number)))
        server.commit()
        # What a server does by itself at night.
        server.autocommit = True
        server.execute("ANALYZE")
    return _read(folder)


def _copy(server: psycopg.Connection, rows: Sequence[Row]) -> None:
    for row_type, table in _TABLES.items():
        columns = ", ".join(f'"{column.name}"' for column in fields(row_type))
        copying = f'COPY "{table}" ("recorded_at", {columns}) FROM STDIN'
        with server.cursor() as cursor, cursor.copy(copying) as copy:  # type: ignore[arg-type] # a table of ours
            for row in rows:
                if type(row) is row_type:
                    copy.write_row((AT, *astuple(row)))


def _rows_of(number: int) -> Iterator[Row]:
    """Yield 52 reports of a commune with 300 figures each."""
    chance = Random(number)  # noqa: S311 - figures made up
    mapping, reader = mapping_of(office().profile), reader_version()
    org = commune(number)
    for month in MONTHS:
        document = f"{entry_id('X', org, month)[2:]:0<64}"
        reading = entry_id("L", document)
        yield DocumentRow(document, f"{org}-{month}.txt", "txt", 9000, readable=True)
        yield ReadingRow(reading, document, reader, "")
        told = (org, "đầu trang", month, "tiêu đề", f"{month}-28", "")
        yield AttributionRow(entry_id("W", mapping, reading), mapping, reading, document, *told)
        for each in range(INDICATORS):
            yield from _figure(reading, document, (mapping, org, month), each, chance)


def _figure(reading: str, document: str, told: tuple[str, str, str], each: int, chance: Random) -> Iterable[Row]:
    mapping, org, month = told
    value = Decimal(chance.randrange(1, 500))
    high = None if chance.random() < _OPEN else value
    quote = f"{value} cuộc loại {each + 1}"
    sentence = f"Trong tháng đã tổ chức {quote}."
    name = entry_id("F", reading, each)
    where = (each * 40, each * 40 + len(quote), quote, sentence, sentence.index(quote), "", "I. KẾT QUẢ")
    figure = (name, reading, document, "count", value, high, False, f"cuộc loại {each + 1}", *where)
    yield FigureRow(*figure, in_cell=False, column="", said_in="result", page=0, line=each + 1)
    says = (mapping, name, document, f"i{each:03}", org, month, "")
    yield ObservationRow(entry_id("B", mapping, name), *says, *_rest())


def _rest() -> tuple[str, ...]:
    """Return empty values for the columns of an observation that such reports do not tell (scope, base)."""
    return ("",) * (len(fields(ObservationRow)) - 8)


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
