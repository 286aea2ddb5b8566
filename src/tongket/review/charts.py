"""Charts of a review: one Vega-Lite specification, drawn as SVG for the page and as PNG for the document.

Nothing is asked of any host: the drawing is done by the library, with a font that comes as a package, so that one
specification gives the same picture on every machine.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

import altair as alt
import font_source_sans_pro
import vl_convert

from tongket.review.content import Bar, Chart

_FONT = "Source Sans Pro"
# The registered font first, then what a reader's machine may have in its place.
_FAMILIES = f"{_FONT}, Noto Sans, Liberation Sans, sans-serif"
# The newest grammar that both libraries know.
_GRAMMAR = "6.1"
# In Word a picture takes the width of the text, 16 cm; three dots for each of the drawing keep its letters sharp.
_DOTS = 3
_WIDTH, _BAR, _LABELS, _LETTERS = 360, 20, 190, 12
# On a page whose reader lacks the font, letters may be a tenth wider.
_SPARE = 20
# Between labels that have a scale each.
_APART = 6
_SURE, _POSSIBLE, _BEFORE, _INK, _GRID = "#8c2f27", "#d9a8a3", "#9aa5b1", "#1b1e23", "#d5d9df"
# Room right of the longest bar for its words, as a share of the scale.
_ROOM = 1.35
# A picture takes half a second, and a review is often written anew with one sentence changed.
_KEPT = 64
# What the drawing library puts before a link that has no host.
_BASE = re.compile(r'xlink:href="https?://[^"#]*(#[^"]*")')
_NOWHERE = re.compile(r'<a xlink:href="[^"#]*">(.*?)</a>', re.DOTALL)
# Within a page of HTML a drawing needs no names of its languages.
_NAMESPACE = re.compile(r' xmlns(?::xlink)?="[^"]*"')


def specification(chart: Chart, anchors: Mapping[str, str]) -> dict[str, Any]:
    """Return the Vega-Lite specification of a chart.

    A bar is solid up to what is sure and light up to what is possible; one without an upper end has an arrow, and the
    words beside it say the bound as people write it.

    Args:
        chart: What to draw.
        anchors: Target by the anchor its bar leads to; a bar without one leads nowhere.
    """
    series = list(dict.fromkeys(bar.series for bar in chart.bars))
    labels = list(dict.fromkeys(bar.label for bar in chart.bars))
    groups = [[label] for label in labels] if chart.apart else [labels]
    drawn = [_bars([bar for bar in chart.bars if bar.label in group], series, anchors) for group in groups]
    looks = alt.Config(
        font=_FAMILIES,
        background="transparent",
        axis=alt.AxisConfig(labelColor=_INK, labelFontSize=_LETTERS),
        legend=alt.LegendConfig(labelColor=_INK, labelFontSize=_LETTERS),
        view=alt.ViewConfig(stroke=None if chart.apart else _GRID),
        concat=alt.CompositionConfig(spacing=_APART),
    )
    whole: dict[str, Any] = alt.vconcat(*drawn, config=looks).to_dict()
    return whole


def svg(chart: Chart, anchors: Mapping[str, str]) -> str:
    """Draw a chart for a page; a click on a bar leads to its source."""
    _fonts()
    drawn: str = vl_convert.vegalite_to_svg(specification(chart, anchors), vl_version=_GRAMMAR)
    led = _BASE.sub(r'href="\1', _NAMESPACE.sub("", drawn))
    return _NOWHERE.sub(r"\1", led)


@lru_cache(maxsize=_KEPT)
def png(chart: Chart) -> bytes:
    """Draw a chart for a document; the same chart gives the same bytes."""
    _fonts()
    drawn: bytes = vl_convert.vegalite_to_png(specification(chart, {}), vl_version=_GRAMMAR, scale=_DOTS)
    return drawn


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(font_source_sans_pro.font_directory)


def _row(bar: Bar, anchors: Mapping[str, str]) -> dict[str, Any]:
    known = [each for each in (bar.low, bar.high) if each is not None]
    sure = bar.low if bar.low is not None else Decimal(0)
    end = max(known, default=Decimal(0))
    anchor = anchors.get(bar.target or "")
    row = {
        "label": bar.label,
        "series": bar.series,
        "sure": float(sure),
        "end": float(end),
        "words": bar.text + (" →" if bar.high is None and bar.low is not None else ""),
        "said": ", ".join(filter(None, (bar.label, bar.series))) + f": {bar.text}",
    }
    return {**row, "link": f"#{anchor}"} if anchor else row


def _bars(bars: Sequence[Bar], series: Sequence[str], anchors: Mapping[str, str]) -> Any:  # noqa: ANN401 - the library types a layer as any of its charts
    rows = [_row(bar, anchors) for bar in bars]
    top = max((row["end"] for row in rows), default=1) or 1
    scale = alt.Scale(domain=[0, top * _ROOM], nice=False)
    labels = alt.Axis(labelLimit=_LABELS, minExtent=_LABELS + _SPARE, ticks=False, domain=False)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=labels), description="said:N", href="link:N"
    )
    colour: Any = alt.value(_SURE)
    if len(series) > 1:
        base = base.encode(yOffset=alt.YOffset("series:N", sort=list(series)))
        colours = alt.Scale(domain=list(series), range=[_BEFORE, _SURE])
        colour = alt.Color("series:N", scale=colours, sort=list(series), legend=alt.Legend(title=None, orient="top"))
    solid = base.mark_bar().encode(x=alt.X("sure:Q", scale=scale, axis=None), color=colour)
    possible = base.mark_bar(color=_POSSIBLE).encode(x=alt.X("sure:Q", scale=scale, axis=None), x2="end:Q")
    words = base.mark_text(align="left", dx=4, color=_INK, fontSize=_LETTERS)
    words = words.encode(x=alt.X("end:Q", scale=scale, axis=None), text="words:N")
    return alt.layer(solid, possible, words).properties(width=_WIDTH, height=alt.Step(_BAR))
