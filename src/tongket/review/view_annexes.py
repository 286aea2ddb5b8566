"""The annexes as a layout sees them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from markupsafe import Markup

from tongket.review import content as parts
from tongket.review.linking import UNTOLD, Linking

COLUMNS_A_TABLE = 7
"""A landscape A4 page holds the orgs and this many columns of figures at 11 points without broken numbers."""

ANNEX_TITLES = (
    ("figures", "Bảng số liệu theo đơn vị"),
    ("followed", "Nhiệm vụ đề ra kỳ trước và nội dung báo cáo kỳ này"),
    ("directives", "Văn bản chỉ đạo được viện dẫn"),
    ("events", "Hội nghị, sự kiện được báo cáo"),
    ("awards", "Hình thức khen thưởng được báo cáo"),
    ("doubts", "Số liệu mâu thuẫn, nội dung cần xác minh"),
    ("loose_figures", "Số liệu chưa thuộc chỉ tiêu tổng hợp"),
    ("unread", "Tài liệu không đọc được"),
    ("sources", "Nguồn của số liệu"),
)

View = dict[str, object]


def numbered(content: parts.ReviewContent) -> View:
    """Number the annexes that hold something; a layout leaves the others out."""
    filled = [(name, title) for name, title in ANNEX_TITLES if name == "sources" or getattr(content.annexes, name)]
    return {name: {"number": place, "title": title} for place, (name, title) in enumerate(filled, 1)}


def view_annexes(annexes: parts.Annexes, linking: Linking) -> View:
    """Return the lists of all annexes but the sources."""
    return {
        "figures": [
            _table(table, columns, linking) for table in annexes.figures for columns in _shares(len(table.columns))
        ],
        "followed": [_followed(row, linking) for row in annexes.followed],
        "directives": [_directive(row, linking) for row in annexes.directives],
        "events": [
            {"date": row.date, "kind": row.kind, "held": _both(row.host, row.place), **_whose(row, linking)}
            for row in annexes.events
        ],
        "awards": [{"honour": row.honour, "grantor": row.grantor, **_whose(row, linking)} for row in annexes.awards],
        "doubts": [
            {"code": row.code, "message": row.message, "about": row.about, "sources": linking.labels(row.targets)}
            for row in annexes.doubts
        ],
        "loose_figures": [
            {"text": row.text, "sentence": linking.sentence(row.target), **_whose(row, linking)}
            for row in annexes.loose_figures
        ],
        "unread": [{"name": row.name, "why": f"{row.reason} {row.advice}".strip()} for row in annexes.unread],
    }


def view_comparison(comparison: parts.Comparison, linking: Linking) -> View:
    """Return the comparison with the year before."""
    return {
        "before": comparison.before,
        "map_changed": comparison.map_changed,
        "note": comparison.note,
        "lines": [
            {
                "indicator": line.indicator,
                "measure": line.measure,
                "then": linking.cell(_bare(line.then, line.measure)),
                "then_now": linking.cell(_bare(line.then_now, line.measure)),
                "now": linking.cell(_bare(line.now, line.measure)),
                "change": line.change,
                "by_map": line.by_map,
            }
            for line in comparison.lines
        ],
        "chart": linking.chart(comparison.chart) if comparison.chart else None,
    }


def view_total(total: parts.Total, linking: Linking) -> View:
    """Return one total with its parts."""
    each_part = [linking.part(each) for each in total.parts]
    return {
        "anchor": linking.anchor(total.id),
        "place": linking.place(total.id),
        "id": total.id,
        "label": total.label,
        "text": total.text,
        "rests": f"{total.rests_on}/{total.owed}",
        "parts": linking.listed(each_part),
        "each_part": each_part,
        "missing": ", ".join(total.missing),
        "own": linking.part(total.own) if total.own else Markup(),
        "note": total.note,
    }


def view_documents(sources: Sequence[parts.Source], linking: Linking) -> list[View]:
    """Return the sources, those of one document that stand together under its name."""
    grouped = groupby(sources, key=lambda each: (each.document, each.org, each.period))
    return [
        {
            "name": name,
            "whose": _both(org or UNTOLD, period),
            "sources": [_source(each, linking) for each in group],
        }
        for (name, org, period), group in grouped
    ]


def _source(source: parts.Source, linking: Linking) -> View:
    page = f"trang {source.page}" if source.page else ""
    return {
        "anchor": linking.anchor(source.id),
        "place": linking.place(source.id),
        "id": source.id,
        "where": _both(page, f"dòng {source.line}" if source.line else ""),
        "sentence": linking.sentence(source.id),
    }


def _table(table: parts.FigureTable, shown: slice, linking: Linking) -> View:
    columns = table.columns[shown]
    return {
        "title": table.title + (" (tiếp theo)" if shown.start else ""),
        "columns": [{"indicator": each.indicator, "measure": each.measure} for each in columns],
        "totals": [_cell(each.total, each, linking) for each in columns],
        "rests": [f"{each.rests_on}/{each.owed}" for each in columns],
        "rows": [
            {"org": row.org, "cells": [_cell(*pair, linking) for pair in zip(row.cells[shown], columns, strict=True)]}
            for row in table.rows
        ],
    }


def _cell(cell: parts.Cell, column: parts.Column, linking: Linking) -> Markup:
    """Show a cell without the measure, which stands at the head of its column."""
    return linking.cell(_bare(cell, column.measure))


def _bare(cell: parts.Cell, measure: str) -> parts.Cell:
    return replace(cell, text=cell.text.removesuffix(f" {measure}"))


def _followed(row: parts.FollowedTask, linking: Linking) -> View:
    told = [linking.sentence(each) for each in row.told]
    return {
        "task": row.task,
        "whose": _both(row.org or UNTOLD, row.set_for),
        "told": linking.listed(told) if told else "Chưa thấy báo cáo kỳ này nhắc tới.",
        "sources": linking.labels((row.target, *row.told)),
    }


def _shares(columns: int) -> list[slice]:
    """Cut columns into tables that fit a page, as evenly as may be."""
    tables = max(-(-columns // COLUMNS_A_TABLE), 1)
    cuts = [columns * place // tables for place in range(tables + 1)]
    return [slice(start, end) for start, end in pairwise(cuts)]


def _directive(row: parts.DirectiveRow, linking: Linking) -> View:
    return {
        "key": row.key,
        "title": row.title,
        "issued": _both(row.issuer, row.date),
        "orgs": ", ".join(row.orgs),
        "sources": linking.labels(row.targets),
    }


def _whose(row: parts.EventRow | parts.AwardRow | parts.LooseFigure, linking: Linking) -> View:
    return {"org": row.org or UNTOLD, "sources": linking.labels([row.target])}


def _both(first: str, second: str) -> str:
    return ", ".join(each for each in (first, second) if each)
