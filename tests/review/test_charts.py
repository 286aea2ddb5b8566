"""Charts: bounds that can be seen, bars that lead to their sources, no host asked, the same bytes each time."""

import io
import json
import re
from decimal import Decimal

from lxml import html
from PIL import Image

from tongket.review.charts import png, specification, svg
from tongket.review.content import Bar, Chart

CHART = Chart(
    "Hội nghị học tập theo đơn vị (hội nghị)",
    (
        Bar("huyện Vân Khê", "120", Decimal(120), Decimal(120), "t-1"),
        Bar("huyện Đá Bạc", "trên 150", Decimal(150), None, "t-2"),
        Bar("thị xã Yên Bình", "từ 80 đến 100", Decimal(80), Decimal(100)),
        Bar("huyện Nậm Sài", "gần 60", None, Decimal(60)),
    ),
)
ANCHORS = {"t-1": "T1", "t-2": "T2"}


def rows(chart: Chart) -> list[dict[str, object]]:
    """Return the rows that a specification draws."""
    found = json.loads(json.dumps(specification(chart, ANCHORS)))["datasets"]
    return [row for data in found.values() for row in data]


def test_a_bar_is_sure_up_to_its_low_and_possible_up_to_its_high() -> None:
    """An open upper end is drawn as far as is known and has an arrow behind its words."""
    drawn = [(row["sure"], row["end"], row["words"]) for row in rows(CHART)]
    assert drawn == [(120, 120, "120"), (150, 150, "trên 150 →"), (80, 100, "từ 80 đến 100"), (0, 60, "gần 60")]


def test_a_click_on_a_bar_leads_to_its_source() -> None:
    """Each link of the drawing is an anchor of the page; a bar without a source has none."""
    page = html.fromstring(svg(CHART, ANCHORS))
    assert set(page.xpath("//a/@href")) == {"#T1", "#T2"}
    assert "huyện Đá Bạc: trên 150" in page.xpath("//a//@aria-label")


def test_a_drawing_names_no_host() -> None:
    """Nothing in it could be loaded from anywhere."""
    assert re.findall(r"//[a-z]|url\(http|@import", svg(CHART, ANCHORS)) == []


def test_the_same_chart_gives_the_same_picture() -> None:
    """Drawn anew, not remembered, the bytes are the same; the letters come with the software."""
    first = png(CHART)
    png.cache_clear()
    assert png(CHART) == first
    assert Image.open(io.BytesIO(first)).width > 1500


def test_what_cannot_be_compared_has_scales_of_its_own() -> None:
    """Two labels that count different things are drawn one under the other, each to its own longest bar."""
    bars = tuple(
        Bar(label, str(value), Decimal(value), Decimal(value), None, series)
        for label, values in (("Hội nghị", (10, 12)), ("Lượt người", (9000, 7500)))
        for series, value in zip(("năm 2023", "năm 2024"), values, strict=True)
    )
    parts = specification(Chart("So sánh", bars, apart=True), {})["vconcat"]
    tops = [part["layer"][0]["encoding"]["x"]["scale"]["domain"][1] for part in parts]
    assert len(parts) == 2
    assert round(tops[1] / tops[0]) == 750
