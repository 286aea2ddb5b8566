"""The heading block and the closing of the two norms."""

from tongket.review.layouts.norm import PARTY, Norm
from tongket.review.layouts.styles import size
from tongket.review.layouts.wordml import cell, paragraph, row, run, steer, table, twips

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_UNDERLINED = '<w:u w:val="single"/>'
_GAP = '<w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>'


def head(norm: Norm) -> str:
    """Write the heading block: who, number and date, what kind of paper, on what."""
    left = round(norm.page.width * (0.5 if norm is PARTY else 0.4))
    widths = [twips(left), twips(norm.page.width - left)]
    issuer, nation = (_party_issuer, _party_name) if norm is PARTY else (_state_issuer, _state_name)
    first = cell(issuer(left), widths[0]) + cell(nation(norm.page.width - left), widths[1])
    second = cell(_line("{{ number_line }}", size(norm.body - (norm is not PARTY)), _GAP), widths[0]) + cell(
        _line("{{ date_line }}", _ITALIC + size(14), _GAP), widths[1]
    )
    space = paragraph("", "DauTrang")
    title = paragraph("BÁO CÁO", "TieuDe") + paragraph("{{ subject }}", "TrichYeu")
    under = _rule(norm.page.width, 28) + space
    return table(row(first) + row(second), widths, "BangTron") + space + title + under


def closing(norm: Norm) -> str:
    """Write *Nơi nhận* and the signature."""
    half = norm.page.width // 2
    widths = [twips(half), twips(norm.page.width - half)]
    label, lines = (size(14) + _UNDERLINED, 12) if norm is PARTY else (_BOLD + _ITALIC + size(12), 11)
    recipients = (
        paragraph(run("Nơi nhận", label) + run(":", label.replace(_UNDERLINED, "")), "NoiNhan")
        + steer("for line in recipients")
        + paragraph(run("- {{ line }}", size(lines)), "NoiNhan")
        + steer("endfor")
    )
    signed = (
        steer("if authority")
        + _line("{{ authority }}", _BOLD)
        + steer("endif")
        + _line("{{ signer_post }}", _BOLD)
        + paragraph("", "DauTrang") * 4
        + _line("{{ signer }}", _BOLD)
    )
    return paragraph("", "DauTrang", "<w:keepNext/>") + table(
        row(cell(recipients, widths[0]) + cell(signed, widths[1])), widths, "BangTron"
    )


def _line(text: str, looks: str = "", more: str = "") -> str:
    return paragraph(run(text, looks), "DauTrang", more)


def _rule(width: float, length: float) -> str:
    """Write a rule of `length` millimetres in the middle of a column of `width`."""
    indent = twips(max((width - length) / 2, 0))
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return paragraph("", "Duong", f'{border}<w:ind w:left="{indent}" w:right="{indent}"/>')


def _issuer(looks: str, bold: str) -> str:
    parent = steer("if parent_body") + _line("{{ parent_body }}", looks) + steer("endif")
    return parent + _line("{{ issuing_body }}", bold)


def _party_issuer(_width: float) -> str:
    return _issuer(size(14), _BOLD + size(14)) + _line("*", size(14))


def _party_name(width: float) -> str:
    return _line("ĐẢNG CỘNG SẢN VIỆT NAM", _BOLD + size(15)) + _rule(width - 3, 72)


def _state_issuer(width: float) -> str:
    return _issuer(size(12), _BOLD + size(12)) + _rule(width - 4, 24)


def _state_name(width: float) -> str:
    nation = _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _BOLD + size(12))
    return nation + _line("Độc lập - Tự do - Hạnh phúc", _BOLD + size(13)) + _rule(width - 4, 52)
