"""The review as a layout sees it: what a Word layout or the page may name between `{{` and `}}`.

The names are told to users in `layouts/__init__.py`; keep the two together. Values are texts, or markup
made by `Marks` (to be placed with `{{r …}}` in Word).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from tongket.review import content as parts
from tongket.review.anchors import Anchors
from tongket.review.marks import Marks
from tongket.review.sentences import coverage_sentence
from tongket.review.wording import date_line
from tongket.terms.profile import Style
from tongket.terms.span import Span

COLUMNS_A_TABLE = 7
"""A landscape A4 page holds the orgs and this many columns of figures at 11 points without broken numbers."""

UNTOLD = "chưa rõ đơn vị"
"""Whose a sentence is where its document does not tell."""

View = dict[str, object]

ANNEX_TITLES = (
    ("figures", "Bảng số liệu theo đơn vị"),
    ("directives", "Văn bản chỉ đạo được viện dẫn"),
    ("events", "Hội nghị, sự kiện được báo cáo"),
    ("awards", "Hình thức khen thưởng được báo cáo"),
    ("doubts", "Số liệu mâu thuẫn, nội dung cần xác minh"),
    ("loose_figures", "Số liệu chưa thuộc chỉ tiêu tổng hợp"),
    ("unread", "Tài liệu không đọc được"),
    ("sources", "Nguồn của số liệu"),
)


class Viewer:
    """Shows one review with one kind of marks."""

    def __init__(self, content: parts.ReviewContent, marks: Marks) -> None:
        """Number the sources.

        Raises:
            TongketError: A figure of `content` leads nowhere.
        """
        self._content = content
        self._marks = marks
        self._anchors = Anchors(content)
        self._sources = {source.id: source for source in content.sources}

    def view(self) -> View:
        """Return everything a layout may name."""
        content = self._content
        return {
            **_heading(content.heading),
            "org": content.org,
            "period": content.period,
            "title": f"Báo cáo {content.heading.subject}",
            "coverage": coverage_sentence(content.coverage, content.period),
            "basis": content.basis,
            "opening": [self._runs(each.runs) for each in content.opening],
            "themes": [
                {"title": theme.title, "paragraphs": [self._told(each) for each in theme.paragraphs]}
                for theme in content.themes
            ],
            "limitations": [self._line(each) for each in content.limitations],
            "tasks": [self._line(each) for each in content.tasks],
            **self._annexes(content.annexes),
            "totals": [self._total(each) for each in content.totals],
            "documents": self._documents(),
            "annexes": _numbered(content),
        }

    def _runs(self, runs: Iterable[parts.Run]) -> Markup:
        return Markup().join(
            self._link(run.text, run.target) if isinstance(run, parts.FigureRun) else self._marks.words(run.text)
            for run in runs
        )

    def _link(self, text: str, target: str) -> Markup:
        return self._marks.link(text, self._anchors.of(target))

    def _labels(self, targets: Iterable[str]) -> Markup:
        return self._marks.words(", ").join(self._link(self._anchors.of(each), each) for each in targets)

    def _told(self, told: parts.Paragraph | parts.StatementLine) -> Markup:
        if isinstance(told, parts.Paragraph):
            return self._runs(told.runs)
        line = self._line(told)
        return line["runs"] + line["came_back"]

    def _line(self, line: parts.StatementLine) -> dict[str, Markup]:
        words = self._marks.words
        runs = self._runs(_unended(line.runs)) + words(" (") + self._link(line.org or UNTOLD, line.target) + words(").")
        if line.came_back_from is None:
            return {"runs": runs, "came_back": Markup()}
        text = f"đã nêu trong báo cáo {line.came_back_from}."
        came_back = words(text) if line.earlier is None else self._link(text, line.earlier)
        return {"runs": runs, "came_back": words(" ") + self._marks.strong("Lặp lại: ") + came_back}

    def _cell(self, cell: parts.Cell) -> Markup:
        if cell.target is None:
            return self._marks.words(cell.text or "–")
        return self._link(cell.text, cell.target)

    def _tables(self, tables: Sequence[parts.FigureTable]) -> list[View]:
        return [self._table(table, columns) for table in tables for columns in _shares(len(table.columns))]

    def _table(self, table: parts.FigureTable, shown: slice) -> View:
        columns = table.columns[shown]
        return {
            "title": table.title + (" (tiếp theo)" if shown.start else ""),
            "columns": [{"indicator": each.indicator, "measure": each.measure} for each in columns],
            "totals": [self._cell(each.total) for each in columns],
            "rests": [f"{each.rests_on}/{each.owed}" for each in columns],
            "rows": [{"org": row.org, "cells": [self._cell(cell) for cell in row.cells[shown]]} for row in table.rows],
        }

    def _annexes(self, annexes: parts.Annexes) -> View:
        return {
            "figures": self._tables(annexes.figures),
            "directives": [
                {
                    "key": row.key,
                    "title": row.title,
                    "issued": ", ".join(each for each in (row.issuer, row.date) if each),
                    "orgs": ", ".join(row.orgs),
                    "sources": self._labels(row.targets),
                }
                for row in annexes.directives
            ],
            "events": [
                {
                    "date": row.date,
                    "kind": row.kind,
                    "held": ", ".join(each for each in (row.host, row.place) if each),
                    "org": row.org or UNTOLD,
                    "sources": self._labels([row.target]),
                }
                for row in annexes.events
            ],
            "awards": [
                {
                    "honour": row.honour,
                    "grantor": row.grantor,
                    "org": row.org or UNTOLD,
                    "sources": self._labels([row.target]),
                }
                for row in annexes.awards
            ],
            "doubts": [
                {"code": row.code, "message": row.message, "about": row.about, "sources": self._labels(row.targets)}
                for row in annexes.doubts
            ],
            "loose_figures": [
                {
                    "text": row.text,
                    "org": row.org or UNTOLD,
                    "sentence": self._sentence(row.target),
                    "sources": self._labels([row.target]),
                }
                for row in annexes.loose_figures
            ],
            "unread": [{"name": row.name, "reason": row.reason, "advice": row.advice} for row in annexes.unread],
        }

    def _total(self, total: parts.Total) -> View:
        anchor = self._anchors.of(total.id)
        each_part = [self._part(each) for each in total.parts]
        return {
            "anchor": anchor,
            "place": self._marks.place(anchor),
            "id": total.id,
            "label": total.label,
            "text": total.text,
            "rests": f"{total.rests_on}/{total.owed}",
            "parts": self._marks.words("; ").join(each_part),
            "each_part": each_part,
            "missing": ", ".join(total.missing),
            "own": self._part(total.own) if total.own else Markup(),
            "note": total.note,
        }

    def _part(self, part: parts.Part) -> Markup:
        shown = self._marks.words(f"{part.label}: {part.text}")
        if not part.targets:
            return shown
        return shown + self._marks.words(" (") + self._labels(part.targets) + self._marks.words(")")

    def _documents(self) -> list[View]:
        grouped = groupby(self._content.sources, key=lambda each: (each.document, each.org, each.period))
        return [
            {
                "name": name,
                "whose": ", ".join(each for each in (org or UNTOLD, period) if each),
                "sources": [self._source(each) for each in sources],
            }
            for (name, org, period), sources in grouped
        ]

    def _source(self, source: parts.Source) -> View:
        anchor = self._anchors.of(source.id)
        where = [f"trang {source.page}" if source.page else "", f"dòng {source.line}" if source.line else ""]
        return {
            "anchor": anchor,
            "place": self._marks.place(anchor),
            "id": source.id,
            "where": ", ".join(each for each in where if each),
            "sentence": self._quoted(source.sentence, source.quote),
        }

    def _sentence(self, target: str) -> Markup:
        source = self._sources.get(target)
        return self._quoted(source.sentence, source.quote) if source else Markup()

    def _quoted(self, sentence: str, quote: Span | None) -> Markup:
        words = self._marks.words
        if quote is None:
            return words(sentence)
        before, after = sentence[: quote.start], sentence[quote.end :]
        shown = (words(before) if before else Markup()) + self._marks.strong(quote.of(sentence))
        return shown + (words(after) if after else Markup())


def _heading(heading: parts.Heading) -> View:
    party = heading.style is Style.PARTY
    return {
        "parent_body": heading.parent_body.upper(),
        "issuing_body": heading.issuing_body.upper(),
        "number_line": f"Số {heading.number or '…'}-{heading.symbol}"
        if party
        else f"Số: {heading.number or '…'}/{heading.symbol}",
        "date_line": date_line(heading.place, heading.issued),
        "subject": heading.subject,
        "authority": heading.signature.authority.upper(),
        "signer_post": heading.signature.post.upper(),
        "signer": heading.signature.name,
        "recipients": _ended(heading.recipients, "," if party else ";"),
    }


def _unended(runs: Sequence[parts.Run]) -> Sequence[parts.Run]:
    """Leave out the full stop of a sentence, which goes behind whose it is."""
    if runs and isinstance(runs[-1], parts.TextRun) and not runs[-1].text.endswith(".."):
        return [*runs[:-1], parts.TextRun(runs[-1].text.rstrip().removesuffix("."))]
    return runs


def _shares(columns: int) -> list[slice]:
    """Cut columns into tables that fit a page, as evenly as may be."""
    tables = max(-(-columns // COLUMNS_A_TABLE), 1)
    cuts = [columns * place // tables for place in range(tables + 1)]
    return [slice(start, end) for start, end in pairwise(cuts)]


def _ended(lines: Sequence[str], mark: str) -> list[str]:
    """End each line with `mark` and the last with a full stop, as *Nơi nhận* is written."""
    bare = [line.strip().rstrip(",;.") for line in lines]
    return [line + ("." if place == len(bare) else mark) for place, line in enumerate(bare, 1)]


def _numbered(content: parts.ReviewContent) -> Mapping[str, object]:
    """Number the annexes that hold something; a layout leaves the others out."""
    filled = [(name, title) for name, title in ANNEX_TITLES if name == "sources" or getattr(content.annexes, name)]
    return {name: {"number": place, "title": title} for place, (name, title) in enumerate(filled, 1)}
