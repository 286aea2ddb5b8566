"""A proposal of what a sheet means: on the terminal, as the file a person corrects, and for programs."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from textwrap import shorten
from types import MappingProxyType

from tongket.reading.sheets.proposal import How, Proposal, Remark
from tongket.terms.sheet_mapping import LineRole, MappedLine
from tongket.terms.sheet_mapping_form import column_name, mapping_to_toml

_HOW: Mapping[How, str] = MappingProxyType(
    {How.SURE: "chắc", How.DOUBTFUL: "CHƯA CHẮC", How.UNKNOWN: "KHÔNG RÕ", How.OUT: "để ngoài"}
)
_WORDS, _MEANS = 44, 30
_HEAD = (
    "Đề xuất của tongket: cột và dòng của bảng là chỉ tiêu, đơn vị, kỳ nào. Hãy sửa chỗ sai, điền chỗ trống",
    "(indicator = mã chỉ tiêu, org = mã đơn vị, period = 2024, 2024-H1, 2024-Q3, 2024-06), rồi đưa lại tệp này",
    'bằng --mapping. Dòng, cột không lấy: role = "out". Chú thích sau dấu # không có tác dụng.',
    "",
)


def mapping_text(proposal: Proposal) -> str:
    """Return the file of a proposal: what is sure filled in, what is doubtful told beside it."""
    return mapping_to_toml(proposal.mapping, lambda *key: _remark(proposal.remarks[key]), _HEAD)


def proposal_rows(proposal: Proposal) -> list[dict[str, object]]:
    """Return every row and column with what it means, for a program."""
    return [
        {
            "sheet": sheet,
            "line": place,
            "words": line.words,
            "indicator": line.indicator,
            "org": line.org,
            "period": line.period,
            "role": line.role.value,
            "how": remark.how.value,
            "why": remark.why,
            "may_be": list(remark.ids),
        }
        for sheet, place, line, remark in _lines(proposal)
    ]


def proposal_lines(name: str, proposal: Proposal) -> Iterator[str]:
    """Yield the lines that show a proposal on a terminal."""
    before = None
    for sheet, place, line, remark in _lines(proposal):
        if sheet != before:
            whole = next(table for table in proposal.mapping.tables if table.sheet == sheet)
            told = _("đơn vị: {org}; kỳ: {period}").format(org=whole.org or "—", period=whole.period or "—")
            yield f"{name}, {sheet or '—'} ({told})"
            before = sheet
        words, means = shorten(line.words, _WORDS, placeholder="…"), shorten(_means(line), _MEANS, placeholder="…")
        why = f"{_(_HOW[remark.how])}: {remark.why}{_may_be(remark)}"
        yield f"  {place:>4}  {words:<{_WORDS}} → {means:<{_MEANS}} {why}"


def _lines(proposal: Proposal) -> Iterator[tuple[str, str, MappedLine, Remark]]:
    for number, table in enumerate(proposal.mapping.tables):
        for line in table.columns:
            yield table.sheet, column_name(line.place), line, proposal.remarks[number, "columns", line.place]
        for line in table.rows:
            yield table.sheet, str(line.place), line, proposal.remarks[number, "rows", line.place]


def _means(line: MappedLine) -> str:
    if line.role is LineRole.OUT:
        return "✗"
    told = [each for each in (line.indicator, line.org, line.period) if each]
    if line.role is LineRole.TOTAL:
        told.append("Σ")
    return ", ".join(told) or "?"


def _remark(remark: Remark) -> str:
    """Say it in Vietnamese whatever the screen speaks: the file goes from office to office."""
    return f"{_HOW[remark.how]}: {remark.why}{_may_be(remark)}"


def _may_be(remark: Remark) -> str:
    return f" ({', '.join(remark.ids)}?)" if remark.how is How.DOUBTFUL and remark.ids else ""
