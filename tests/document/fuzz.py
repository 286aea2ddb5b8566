"""Damaged files of every format against the reader: `PYTHONPATH=tests python -m document.fuzz --files 2000`.

Each try takes a sound file, damages it (bytes turned, cut, doubled, swapped; for packed files also inside a part, which
is packed again), and reads it. Nothing may be raised, and what comes back must hold together. A try depends on its
number alone, so that `--first N --files 1` repeats one.
"""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import argparse
import copy
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable

from lxml import etree

from document.made import docx, level, num, ods, odt, p, packed, pdf, picture_pdf, xlsx
from document.sound import assert_sound
from tongket.document.files import read_bytes
from tongket.terms.document import Document

_LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%1.%2.")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_ROW = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + f"<w:tc>{p('14 lớp')}</w:tc>" * 2 + "</w:tr>"
_PAGE = (
    "<!DOCTYPE html><html><head><title>Tổng kết</title><meta name=author content='Hoài Thu'></head><body><nav><a href=/>Trang</a>"
    "</nav><h1>Tổng kết năm 2024</h1><div><p>Toàn huyện tổ chức 42 hội nghị học tập, quán triệt nghị quyết của Đảng.</p>"
    "<ol type=I><li>Một<li value=3>Ba</ol><table><tr><th rowspan=2>TT<th>Kết quả<tr><td>14</table></div></body></html>"
)
SEEDS: dict[str, bytes] = {
    "txt": "I. KẾT QUẢ\n1. Tổ chức 42 hội nghị.\n- 18.650 lượt người dự.\nHạn chế còn có.".encode(),
    "utf-16": "I. KẾT QUẢ\n1. Tổ chức 42 hội nghị.".encode("utf-16"),
    "tcvn3": "Ban th\xad\xeang vô quy\xd5t \xae\xdenh tæ ch\xf8c h\xe9i ngh\xde t\xe6ng k\xd5t c\xabng t\xb8c".encode(
        "latin-1"
    ),
    "html": _PAGE.encode(),
    "docx": docx(
        p("Một.", num(1)) + p("Hai.", num(1, 1)) + f"<w:tbl>{_ROW * 3}</w:tbl>" + p("Hết."),
        numbering=_LIST,
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        footnotes=f'<w:footnote w:id="1">{p("Chú thích.")}</w:footnote>',
    ),
    "odt": odt(
        '<text:h text:outline-level="1">Kết quả</text:h><text:list text:style-name="L"><text:list-item><text:p>Một.</text:p>'
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>14</text:p></table:table-cell>"
        "<table:table-cell><text:p>lớp</text:p></table:table-cell></table:table-row></table:table>",
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I"/></text:list-style>',
    ),
    "ods": ods(
        '<table:table table:name="Biểu"><table:table-row><table:table-cell table:number-columns-spanned="2" '
        'office:value-type="string"><text:p>Số lớp</text:p></table:table-cell><table:covered-table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.5">'
        "<text:p>50%</text:p></table:table-cell></table:table-row></table:table>",
    ),
    "xlsx": xlsx(
        {"Biểu": '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45291</v></c><c><v>0.5</v></c></row>'},
        "<si><t>Số lớp</t></si>",
        '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
    ),
    "pdf": pdf(
        [(100.0, 700.0, "Năm 2024 tổ chức 42 hội nghị"), (70.0, 682.0, "học tập."), (290.0, 800.0, "1")],
        [(70.0, 700.0, "1. Hạn chế"), (70.0, 600.0, "TT"), (170.0, 600.0, "14")],
    ),
    "scan": picture_pdf(bytes(60 * 84), 60, 84),
}
_TOKENS = (
    b"<",
    b">",
    b"&",
    b"\0",
    b"\xff" * 4,
    b"-1",
    b"99999999999",
    b"%",
    b"]]>",
    b"<!DOCTYPE x>",
    b"\xed\xa0\x80",
    b"\xe2\x80\xa8",
)


_VALUES = (
    "",
    "-1",
    "0",
    "99999999999999999999",
    "9",
    "true",
    "Ð\u0301",
    "a1",
    "\ue000",
    "%1%9",
    "(",
    "1e999",
    "NaN",
    "A0",
    "ZZZ9999999",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to six damages."""
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_DAMAGES)(data, chance)
    return data


def _turned(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if held:
            held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _dropped(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(0, 40) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.randint(1, 60)]
    return data[:start] + piece * chance.randint(2, 30) + data[start:]


def _inserted(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + chance.choice(_TOKENS) + data[start:]


def _swapped(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[second:] + data[first:second] + data[:first]


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _turned,
    _turned,
    _cut,
    _dropped,
    _doubled,
    _inserted,
    _swapped,
)


def _rebuilt(part: bytes, chance: random.Random) -> bytes:
    """Damage a part as XML, so that it still parses: elements dropped, doubled and moved, values made absurd."""
    root = etree.fromstring(part)
    for _ in range(chance.randint(1, 8)):
        element = chance.choice(list(root.iter()))
        parent = element.getparent()
        act = chance.randrange(5)
        if act == 0 and parent is not None:
            parent.remove(element)
        elif act == 1 and parent is not None:
            parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(element))
        elif act == 2:
            chance.choice(list(root.iter())).append(copy.deepcopy(element))
        elif act == 3 and element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(_VALUES))
        else:
            element.text = chance.choice(_VALUES)
    return etree.tostring(root)


def one(number: int) -> tuple[str, Document]:
    """Make and read the file of one try; return its kind and what came of it."""
    chance = random.Random(number)  # noqa: S311 (the same number gives the same file)
    kind = list(SEEDS)[number % len(SEEDS)]
    data = SEEDS[kind]
    if data.startswith(b"PK") and chance.random() < 0.7:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
        name = chance.choice(list(parts))
        part = parts[name]
        held = part if isinstance(part, bytes) else part.encode()
        structured = name.endswith(".xml") and chance.random() < 0.7
        parts[name] = _rebuilt(held, chance) if structured else damaged(held, chance)
        data = packed(parts)
    else:
        data = damaged(data, chance)
    document = read_bytes(data, f"tep.{kind}")
    assert_sound(document)
    assert all(finding.code != "FILE-TOO-COSTLY" for finding in document.findings), f"try {number}: the worker fell"
    return kind, document


def main() -> int:
    """Read so many damaged files and tell what came of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    began, slowest = time.monotonic(), 0.0
    told: Counter[str] = Counter()
    for number in range(asked.first, asked.first + asked.files):
        start = time.monotonic()
        kind, document = one(number)
        slowest = max(slowest, time.monotonic() - start)
        told[f"{kind}: {'read' if document.text.strip() else document.findings[0].code}"] += 1
    for what, count in sorted(told.items()):
        sys.stdout.write(f"{count:6} {what}\n")
    sys.stdout.write(f"{asked.files} files, no traceback, {time.monotonic() - began:.0f} s, slowest {slowest:.2f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
