"""The annexes of a layout: the wide table of figures, the lists, the sources."""

from tongket.review.layouts.norm import Norm
from tongket.review.layouts.styles import size
from tongket.review.layouts.wordml import cell, paragraph, row, run, steer, table, twips

_SMALL = '<w:color w:val="7F7F7F"/>' + size(9)
_TAB = "<w:r><w:tab/></w:r>"

# list of the view: (header, what stands in the cell, width in mm; 0 takes what is left)
_LISTS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "followed": (
        ("Nhiệm vụ đã đề ra", "{{ row.task }}", 0),
        ("Đơn vị, kỳ", "{{ row.whose }}", 30),
        ("Báo cáo kỳ này nêu", "{{r row.told }}", 58),
        ("Nguồn", "{{r row.sources }}", 16),
    ),
    "directives": (
        ("Số, ký hiệu", "{{ row.key }}", 32),
        ("Tên văn bản", "{{ row.title }}", 0),
        ("Cơ quan ban hành, ngày", "{{ row.issued }}", 33),
        ("Đơn vị viện dẫn", "{{ row.orgs }}", 34),
        ("Nguồn", "{{r row.sources }}", 20),
    ),
    "events": (
        ("Thời gian", "{{ row.date }}", 24),
        ("Hoạt động", "{{ row.kind }}", 0),
        ("Cơ quan tổ chức, địa điểm", "{{ row.held }}", 50),
        ("Đơn vị báo cáo", "{{ row.org }}", 32),
        ("Nguồn", "{{r row.sources }}", 15),
    ),
    "awards": (
        ("Hình thức khen thưởng", "{{ row.honour }}", 0),
        ("Cấp khen thưởng", "{{ row.grantor }}", 45),
        ("Đơn vị báo cáo", "{{ row.org }}", 36),
        ("Nguồn", "{{r row.sources }}", 15),
    ),
    "doubts": (
        ("Nội dung", "{{ row.message }}", 0),
        ("Đơn vị, tài liệu", "{{ row.about }}", 42),
        ("Nguồn", "{{r row.sources }}", 20),
    ),
    "loose_figures": (
        ("Số liệu", "{{ row.text }}", 38),
        ("Câu trong báo cáo", "{{r row.sentence }}", 0),
        ("Đơn vị báo cáo", "{{ row.org }}", 32),
        ("Nguồn", "{{r row.sources }}", 15),
    ),
    "unread": (
        ("Tài liệu", "{{ row.name }}", 48),
        ("Lý do, cách xử lý", "{{ row.why }}", 0),
    ),
}
_NUMBER = ("TT", "{{ loop.index }}", 10)


def figures(norm: Norm) -> str:
    """Write the tables of figures by org, which stand on pages turned to landscape."""
    org, cells = twips(norm.page.wide * 0.2), twips(norm.page.wide * 0.8 / 3)
    widths = [org, *[cells] * 3]

    def line(first: str, each: str, shown: str, style: str, *, header: bool = False) -> str:
        many = cell(steer_cell(f"for one in {each}"), cells) + cell(paragraph(shown, style), cells, middle=True)
        return row(cell(first, org, middle=True) + many + cell(steer_cell("endfor"), cells), header=header)

    measured = run("{{ one.indicator }}") + run(
        "{% if one.measure %} ({{ one.measure }}){% endif %}", '<w:b w:val="0"/><w:bCs w:val="0"/><w:i/>'
    )
    rows = (
        line(paragraph("Đơn vị", "ODau"), "table.columns", measured, "ODau", header=True)
        + _steer_row("for row in table.rows", 4, sum(widths))
        + line(paragraph("{{ row.org }}", "O"), "row.cells", run("{{r one }}"), "OGiua")
        + _steer_row("endfor", 4, sum(widths))
        + line(paragraph("Tổng hợp", "ODau"), "table.totals", run("{{r one }}"), "ODau")
        + line(paragraph("Số đơn vị báo cáo", "O"), "table.rests", "{{ one }}", "OGiua")
    )
    return (
        title("figures")
        + steer("for table in figures")
        + steer("if loop.first")
        + paragraph("{{ table.title }}", "MucPhuLuc")
        + steer("else")
        + paragraph("{{ table.title }}", "MucPhuLuc", "<w:pageBreakBefore/>")
        + steer("endif")
        + table(rows, widths, "BangSoLieu")
        + steer("endfor")
        + paragraph("Dấu “–”: đơn vị chưa báo cáo số liệu của chỉ tiêu này.", "GhiChu")
    )


def steer_cell(statement: str) -> str:
    """Write the content of a cell that steers the layout and vanishes."""
    return paragraph("{%tc " + statement + " %}", "DieuKhien")


def lists(norm: Norm) -> str:
    """Write the annexes that are plain lists, each only where it holds something."""
    return "".join(
        steer(f"if {name}") + title(name) + ruled(norm, "row", name, columns) + steer("endif")
        for name, columns in _LISTS.items()
    )


def sources(_norm: Norm) -> str:
    """Write the annex of sources: totals with their parts, then sentences by document."""
    gathered = run(
        "{{ total.label }}: {{ total.text }} ({{ total.rests }} đơn vị báo cáo).{% if total.parts %} Gồm: {% endif %}"
    )
    rest = run(
        "{% if total.parts %}.{% endif %}{% if total.missing %} Chưa có số liệu của: {{ total.missing }}.{% endif %}"
        "{% if total.own %} Số liệu cấp trên tự báo cáo: {% endif %}"
    )
    last = run("{% if total.own %}.{% endif %}{% if total.note %} {{ total.note }}{% endif %}")
    one_total = (
        run("{{r total.place }}") + _TAB + gathered + run("{{r total.parts }}") + rest + run("{{r total.own }}") + last
    )
    one_source = (
        run("{{r one.place }}")
        + _TAB
        + run("“")
        + run("{{r one.sentence }}")
        + run("”{% if one.where %} ({{ one.where }}){% endif %}")
        + run(" {{ one.id }}", _SMALL)
    )
    return (
        title("sources")
        + paragraph("{{ basis }}", "GhiChu")
        + steer("if totals")
        + paragraph("A. Số liệu tổng hợp (T)", "MucPhuLuc")
        + steer("for total in totals")
        + paragraph(one_total + run(" {{ total.id }}", _SMALL), "MucNguon")
        + steer("endfor")
        + steer("endif")
        + paragraph("B. Câu trong tài liệu (N)", "MucPhuLuc")
        + steer("for document in documents")
        + paragraph("{{ document.name }} – {{ document.whose }}", "MucPhuLuc")
        + steer("for one in document.sources")
        + paragraph(one_source, "MucNguon")
        + steer("endfor")
        + steer("endfor")
    )


def title(name: str) -> str:
    """Write the heading of an annex, which begins a page."""
    number = paragraph(f"Phụ lục {{{{ annexes.{name}.number }}}}", "PhuLuc")
    return number + paragraph(f"{{{{ annexes.{name}.title }}}}", "TenPhuLuc")


def ruled(norm: Norm, one: str, many: str, columns: tuple[tuple[str, str, int], ...]) -> str:
    """Write a ruled table with numbered rows.

    Args:
        norm: Whose page it stands on.
        one: What a row is called in the columns.
        many: The list of the view that gives the rows.
        columns: Header, what stands in the cell, width in mm (0 takes what is left).
    """
    every = (_NUMBER, *columns)
    left = norm.page.width - sum(width for _, _, width in every)
    widths = [twips(width or left) for _, _, width in every]
    header = "".join(
        cell(paragraph(label, "ODau"), width, middle=True) for (label, _, _), width in zip(every, widths, strict=True)
    )
    shown = "".join(
        cell(paragraph(run(text), "OGiua" if text == _NUMBER[1] else "O"), width)
        for (_, text, _), width in zip(every, widths, strict=True)
    )
    count = len(widths)
    rows = (
        row(header, header=True)
        + _steer_row(f"for {one} in {many}", count, sum(widths))
        + row(shown)
        + _steer_row("endfor", count, sum(widths))
    )
    return table(rows, widths, "BangKe")


def _steer_row(statement: str, columns: int, width: int) -> str:
    return row(cell(paragraph("{%tr " + statement + " %}", "DieuKhien"), width, span=columns))
