"""Make the layouts that come with the software: `python -m tongket.review.layouts.make`."""

from pathlib import Path

from tongket.review.layouts import annexes, compared, heads
from tongket.review.layouts.norm import PARTY, STATE, Norm
from tongket.review.layouts.styles import styles
from tongket.review.layouts.wordml import DECLARATION, NAMESPACES, paragraph, run, section, section_end, steer
from tongket.review.pack import packed

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def layout(norm: Norm) -> bytes:
    """Return the Word file of one norm; the same bytes whenever asked."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_RELATED}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            (f"{_RELATED}/styles", "styles.xml"),
            (f"{_RELATED}/settings", "settings.xml"),
            (f"{_RELATED}/header", "header1.xml"),
        ),
        "word/document.xml": _document(norm),
        "word/styles.xml": styles(norm),
        "word/settings.xml": _settings(),
        "word/header1.xml": _header(),
        "docProps/core.xml": _core_properties(),
    }
    return packed((name, text.encode()) for name, text in parts.items())


def main() -> None:
    """Write both layouts beside this module."""
    for norm in (PARTY, STATE):
        Path(__file__).with_name(f"{norm.name}.docx").write_bytes(layout(norm))


def _document(norm: Norm) -> str:
    body = (
        heads.head(norm)
        + _text(norm)
        + heads.closing(norm)
        + section_end(section(norm.page, first=True))
        + steer("if figures")
        + annexes.figures(norm)
        + section_end(section(norm.page, landscape=True))
        + steer("endif")
        + annexes.lists(norm)
        + annexes.sources(norm)
        + section(norm.page)
    )
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _text(norm: Norm) -> str:
    number = "{{ loop.index }}" + norm.arabic
    return (
        _each("text in opening", run("{{r text }}"))
        + paragraph(f"I{norm.roman}KẾT QUẢ ĐẠT ĐƯỢC", "Heading1")
        + _none("themes", "Không có kết quả nào được báo cáo.")
        + steer("for theme in themes")
        + paragraph(number + "{{ theme.title }}", "Heading2")
        + _each("text in theme.paragraphs", run("{{r text }}"))
        + compared.charts("theme.charts")
        + steer("endfor")
        + compared.comparison(norm)
        + paragraph(f"II{norm.roman}HẠN CHẾ, KHÓ KHĂN", "Heading1")
        + _statements("limitations", "Các báo cáo không nêu hạn chế, khó khăn.")
        + paragraph(f"III{norm.roman}PHƯƠNG HƯỚNG, NHIỆM VỤ", "Heading1")
        + _statements("tasks", "Các báo cáo không nêu phương hướng, nhiệm vụ.")
        + paragraph(
            "Kèm theo báo cáo: {% for annex in annexes.values() %}Phụ lục {{ annex.number }} – {{ annex.title }}"
            "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}",
            "ThanBai",
            "<w:keepNext/><w:keepLines/>",  # a signature never stands alone on a page
        )
    )


def _each(loop: str, runs: str) -> str:
    return steer(f"for {loop}") + paragraph(runs, "ThanBai") + steer("endfor")


def _statements(name: str, none: str) -> str:
    runs = run("- ") + run("{{r line.runs }}") + run("{{r line.came_back }}")
    return _none(name, none) + _each(f"line in {name}", runs)


def _none(name: str, told: str) -> str:
    return steer(f"if not {name}") + paragraph(told, "ThanBai") + steer("endif")


def _content_types() -> str:
    parts = (
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/word/styles.xml", f"{_WORD}.styles+xml"),
        ("/word/settings.xml", f"{_WORD}.settings+xml"),
        ("/word/header1.xml", f"{_WORD}.header+xml"),
        ("/docProps/core.xml", _CORE),
    )
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _settings() -> str:
    # 15 is Word 2013 and later: without it Word opens the file in compatibility mode
    mode = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    return f'{DECLARATION}<w:settings {NAMESPACES}><w:defaultTabStop w:val="709"/>{mode}</w:settings>'


def _header() -> str:
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph(field, 'Header')}</w:hdr>"


def _core_properties() -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title>'
        "<dc:creator>{{ issuing_body }}</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


if __name__ == "__main__":
    main()
