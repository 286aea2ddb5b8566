"""Sentences of the review made from totals: plain, with the number of orgs they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.review.content import Coverage, FigureRun, Paragraph, Run, TextRun
from tongket.review.wording import figure
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind


@dataclass(frozen=True, slots=True)
class Told:
    """One total to be told.

    Attributes:
        name: Name of the indicator, as in the profile.
        measure: What is counted; unused for percents and money.
        quantity: The total with its bounds.
        target: The id of its `Total`.
        rests_on: How many orgs gave a figure.
        owed: How many owed one.
        kind: What the figure is.
    """

    name: str
    measure: str
    quantity: Quantity
    target: str
    rests_on: int
    owed: int
    kind: FigureKind = FigureKind.COUNT


def paragraph(whole: str, told: Sequence[Told]) -> Paragraph:
    """Tell totals that belong together in one sentence, in their order.

    `Toàn tỉnh có 48 hội nghị học tập, quán triệt; trên 21.500 lượt cán bộ, đảng viên tham gia học tập
    (12/12 đơn vị báo cáo).` Where the totals rest on different orgs each says its own number:
    `… 48 hội nghị học tập, quán triệt (10/12 đơn vị báo cáo); trên 21.500 lượt … (12/12 đơn vị).`

    Args:
        whole: Whose work it is, as the sentence starts (`Toàn tỉnh`).
        told: At least one total.

    Raises:
        ValueError: If `told` is empty.
    """
    if not told:
        message = "paragraph() cần ít nhất một số liệu; hãy bỏ hẳn đoạn văn nếu không có số liệu nào."
        raise ValueError(message)
    alike = len({(one.rests_on, one.owed) for one in told}) == 1
    runs: list[Run] = []
    for place, one in enumerate(told):
        runs += _clause(whole, one, place)
        if not alike:
            runs.append(TextRun(f" ({one.rests_on}/{one.owed} đơn vị{'' if place else ' báo cáo'})"))
    runs.append(TextRun(f" ({told[0].rests_on}/{told[0].owed} đơn vị báo cáo)." if alike else "."))
    return Paragraph(tuple(joined(runs)))


def coverage_sentence(coverage: Coverage, period: str) -> str:
    """Say who reported and name those who did not."""
    if not coverage.owed:
        return f"Theo hồ sơ, không đơn vị nào phải gửi báo cáo {period}."
    share = f"{len(coverage.reported)}/{coverage.owed} đơn vị có báo cáo {period}"
    if not coverage.missing:
        return f"Báo cáo được tổng hợp từ {share}."
    return f"Báo cáo được tổng hợp từ {share}; chưa có báo cáo của: {', '.join(coverage.missing)}."


def joined(runs: Sequence[Run]) -> list[Run]:
    """Join neighbouring runs of plain words."""
    out: list[Run] = []
    for run in runs:
        if isinstance(run, TextRun) and out and isinstance(out[-1], TextRun):
            out[-1] = TextRun(out[-1].text + run.text)
        elif run.text:
            out.append(run)
    return out


def _clause(whole: str, one: Told, place: int) -> list[Run]:
    """Give one total as a clause: a count whose name goes on from its measure reads as one phrase with it."""
    shown = FigureRun(figure(one.quantity, one.measure, one.kind, summed=one.rests_on > 1), one.target)
    between = "; " if place else ""
    told = one.quantity.low is not None or one.quantity.high is not None
    if told and one.kind is FigureKind.COUNT and one.name.lower().startswith(one.measure.lower()):
        return [TextRun(between or f"{whole} có "), shown, TextRun(one.name[len(one.measure) :])]
    name = one.name[:1].lower() + one.name[1:] if place else one.name
    return [TextRun(f"{between}{name}{' là ' if one.kind is FigureKind.PERCENT else ': '}"), shown]
