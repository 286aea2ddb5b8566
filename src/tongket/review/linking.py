"""The pieces that every part of a review is shown with: runs, links to entries, sentences with their figure."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from tongket.review import content as parts
from tongket.review.anchors import Anchors
from tongket.review.marks import Marks
from tongket.terms.span import Span

UNTOLD = "chưa rõ đơn vị"
"""Whose a sentence is where its document does not tell."""


class Linking:
    """Shows pieces of one review with one kind of marks."""

    def __init__(self, content: parts.ReviewContent, marks: Marks) -> None:
        """Number the sources.

        Raises:
            TongketError: A figure of `content` leads nowhere.
        """
        self._marks = marks
        self._anchors = Anchors(content)
        self._sources = {source.id: source for source in content.sources}

    def anchor(self, target: str) -> str:
        """Return the anchor of an entry."""
        return self._anchors.of(target)

    def place(self, target: str) -> Markup:
        """Show the label of an entry, where links arrive."""
        return self._marks.place(self.anchor(target))

    def runs(self, runs: Iterable[parts.Run]) -> Markup:
        """Show running text."""
        return Markup().join(
            self._link(run.text, run.target) if isinstance(run, parts.FigureRun) else self._marks.words(run.text)
            for run in runs
        )

    def chart(self, chart: parts.Chart) -> dict[str, object]:
        """Draw a chart under its title."""
        anchors = {bar.target: self.anchor(bar.target) for bar in chart.bars if bar.target}
        return {"title": chart.title, "image": self._marks.chart(chart, anchors)}

    def labels(self, targets: Iterable[str]) -> Markup:
        """Show links to several entries by their labels: `N1, N5`."""
        return self._marks.words(", ").join(self._link(self.anchor(each), each) for each in targets)

    def line(self, line: parts.Paragraph | parts.StatementLine) -> dict[str, Markup]:
        """Show a sentence as reported with whose it is, and apart from it from when it came back."""
        words = self._marks.words
        if isinstance(line, parts.Paragraph):
            return {"runs": self.runs(line.runs), "came_back": Markup()}
        whose = words(" (") + self._link(line.org or UNTOLD, line.target) + words(").")
        runs = self.runs(_unended(line.runs)) + whose
        if line.came_back_from is None:
            return {"runs": runs, "came_back": Markup()}
        text = f"đã nêu trong báo cáo {line.came_back_from}."
        came_back = words(text) if line.earlier is None else self._link(text, line.earlier)
        return {"runs": runs, "came_back": words(" ") + self._marks.strong("Lặp lại: ") + came_back}

    def told(self, told: parts.Paragraph | parts.StatementLine) -> Markup:
        """Show what stands under a theme."""
        if isinstance(told, parts.Paragraph):
            return self.runs(told.runs)
        line = self.line(told)
        return line["runs"] + line["came_back"]

    def cell(self, cell: parts.Cell) -> Markup:
        """Show a figure in a table; a dash where none was reported."""
        if cell.target is None:
            return self._marks.words(cell.text or "–")
        return self._link(cell.text, cell.target)

    def part(self, part: parts.Part) -> Markup:
        """Show a part of a total with links to what it rests on."""
        shown = self._marks.words(f"{part.label}: {part.text}")
        if not part.targets:
            return shown
        return shown + self._marks.words(" (") + self.labels(part.targets) + self._marks.words(")")

    def listed(self, pieces: Iterable[Markup]) -> Markup:
        """Show pieces one after the other."""
        return self._marks.words("; ").join(pieces)

    def sentence(self, target: str) -> Markup:
        """Show the sentence of a source, its figure standing out; nothing for a total."""
        source = self._sources.get(target)
        return self._quoted(source.sentence, source.quote) if source else Markup()

    def _link(self, text: str, target: str) -> Markup:
        return self._marks.link(text, self.anchor(target))

    def _quoted(self, sentence: str, quote: Span | None) -> Markup:
        words = self._marks.words
        if quote is None:
            return words(sentence)
        before, after = sentence[: quote.start], sentence[quote.end :]
        shown = (words(before) if before else Markup()) + self._marks.strong(quote.of(sentence))
        return shown + (words(after) if after else Markup())


def _unended(runs: Sequence[parts.Run]) -> Sequence[parts.Run]:
    """Leave out the full stop of a sentence, which goes behind whose it is."""
    if runs and isinstance(runs[-1], parts.TextRun) and not runs[-1].text.endswith(".."):
        return [*runs[:-1], parts.TextRun(runs[-1].text.rstrip().removesuffix("."))]
    return runs
