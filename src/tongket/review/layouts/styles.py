"""The styles of a layout: what a user changes in Word to change the looks of every review."""

from tongket.review.layouts.norm import Norm
from tongket.review.layouts.wordml import DECLARATION, NAMESPACES

_FONT = "<w:rFonts " + " ".join(f'w:{each}="Times New Roman"' for each in ("ascii", "hAnsi", "eastAsia", "cs")) + "/>"
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_CENTRED = '<w:jc w:val="center"/>'
_KEPT = "<w:keepNext/><w:keepLines/>"
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_QUICK = "<w:qFormat/>"
_SIDE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'


def size(points: int) -> str:
    """Write a size of letters."""
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def styles(norm: Norm) -> str:
    """Write the part `word/styles.xml`."""
    letters = f'{_FONT}{size(norm.body)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    every = (*_text_styles(norm), *_annex_styles(), *_word_styles(), *_table_styles())
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{''.join(every)}</w:styles>"


def _text_styles(norm: Norm) -> tuple[str, ...]:
    # 1.15 lines and 6 points between paragraphs: within the span both norms leave to the office
    body = '<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/>'
    first_line = '<w:ind w:firstLine="709"/>'  # 1.25 cm
    heading = '<w:spacing w:before="180" w:after="120" w:line="276" w:lineRule="auto"/>'
    return (
        _named("paragraph", "Normal", "Normal", f"{_QUICK}<w:pPr><w:widowControl/>{_TIGHT}</w:pPr>", default=True),
        _style("ThanBai", "Thân bài", f'{body}{first_line}<w:jc w:val="both"/>', ""),
        _style("Heading1", "heading 1", f'{_KEPT}{heading}{first_line}<w:outlineLvl w:val="0"/>', _BOLD),
        _style("Heading2", "heading 2", f'{_KEPT}{heading}{first_line}<w:outlineLvl w:val="1"/>', _BOLD),
        _style("TieuDe", "Tên loại báo cáo", f"{_KEPT}{_TIGHT}{_CENTRED}", _BOLD + size(norm.body + 1)),
        _style("TrichYeu", "Trích yếu", f"{_KEPT}{_TIGHT}{_CENTRED}", _BOLD),
        _style("DauTrang", "Đầu văn bản", f"{_TIGHT}{_CENTRED}", ""),
        _style(
            "Duong",
            "Đường kẻ đầu văn bản",
            '<w:spacing w:before="60" w:after="0" w:line="120" w:lineRule="exact"/>',
            size(4),
        ),
        # a picture stays with the title under it
        _style("BieuDo", "Biểu đồ", f'{_KEPT}<w:spacing w:before="120" w:after="0"/>{_CENTRED}', ""),
        _style("TenBieuDo", "Tên biểu đồ", f'<w:spacing w:before="40" w:after="160"/>{_CENTRED}', _ITALIC + size(12)),
        _style("NoiNhan", "Nơi nhận", _TIGHT, size(12)),
        _style("Header", "header", f"{_TIGHT}{_CENTRED}", size(norm.body)),
        _style("DieuKhien", "Điều khiển", _TIGHT, '<w:color w:val="7F7F7F"/>' + size(8)),
    )


def _annex_styles() -> tuple[str, ...]:
    annex = f'{_KEPT}<w:pageBreakBefore/><w:spacing w:before="0" w:after="60"/>{_CENTRED}<w:outlineLvl w:val="0"/>'
    title = f'{_KEPT}<w:spacing w:before="0" w:after="200"/>{_CENTRED}'
    under = f'{_KEPT}<w:spacing w:before="200" w:after="80"/>'
    hanging = '<w:spacing w:before="0" w:after="80"/><w:ind w:left="680" w:hanging="680"/><w:jc w:val="both"/>'
    tabbed = f'<w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs>{hanging}'
    return (
        _style("PhuLuc", "Phụ lục", annex, _BOLD + size(13)),
        _style("TenPhuLuc", "Tên phụ lục", title, _BOLD + size(13)),
        _style("MucPhuLuc", "Mục trong phụ lục", under + '<w:outlineLvl w:val="1"/>', _BOLD + size(12)),
        _style("GhiChu", "Ghi chú", '<w:spacing w:before="0" w:after="120"/><w:jc w:val="both"/>', _ITALIC + size(12)),
        _style("MucNguon", "Mục nguồn", f"{tabbed}", size(12)),
        _style("O", "Ô bảng", '<w:spacing w:before="40" w:after="40"/>', size(11)),
        _style("OGiua", "Ô bảng giữa", f'<w:spacing w:before="40" w:after="40"/>{_CENTRED}', size(11)),
        _style("ODau", "Ô đầu bảng", f'{_KEPT}<w:spacing w:before="40" w:after="40"/>{_CENTRED}', _BOLD + size(11)),
    )


def _word_styles() -> tuple[str, ...]:
    # black letters over a dotted grey line: a link on the screen, a quiet official page on paper
    own = _named("character", "DefaultParagraphFont", "Default Paragraph Font", "", default=True)
    looks = (
        ("SoLieu", "Số liệu", '<w:u w:val="dotted" w:color="7F7F7F"/>'),
        ("MaNguon", "Mã nguồn", _BOLD),
        ("TrichDam", "Trích đậm", _BOLD),
    )
    return (own, *(_named("character", name, label, _QUICK + _both("", letters)) for name, label, letters in looks))


def _table_styles() -> tuple[str, ...]:
    sides = "".join(f"<w:{side} {_SIDE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    ruled = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders>{margins}</w:tblPr>"
    own = _named("table", "TableNormal", "Normal Table", f"<w:tblPr>{margins}</w:tblPr>", default=True)
    looks = (("BangTron", "Bảng không kẻ", ""), ("BangKe", "Bảng kẻ", ruled), ("BangSoLieu", "Bảng số liệu", ruled))
    return (own, *(_named("table", name, label, _QUICK + table) for name, label, table in looks))


def _style(name: str, label: str, inside: str, letters: str) -> str:
    """Write a paragraph style on top of Normal."""
    return _named("paragraph", name, label, '<w:basedOn w:val="Normal"/>' + _QUICK + _both(inside, letters))


def _both(inside: str, letters: str) -> str:
    return (f"<w:pPr>{inside}</w:pPr>" if inside else "") + (f"<w:rPr>{letters}</w:rPr>" if letters else "")


def _named(kind: str, name: str, label: str, rest: str, *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{name}"><w:name w:val="{label}"/>{rest}</w:style>'
