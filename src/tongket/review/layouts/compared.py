"""Pictures of a layout, and the comparison with the year before at the end of section I."""

from tongket.review.layouts.annexes import ruled
from tongket.review.layouts.norm import Norm
from tongket.review.layouts.wordml import paragraph, run, steer

_INDICATOR = ("Chỉ tiêu", "{{ line.indicator }}{% if line.measure %} ({{ line.measure }}){% endif %}", 0)
_NOW = ("{{ period }}", "{{r line.now }}", 26)
_CHANGE = ("Tăng, giảm", "{{ line.change }}", 36)
_SAME_MAP = (_INDICATOR, ("{{ comparison.before }}", "{{r line.then }}", 26), _NOW, _CHANGE)
_OTHER_MAP = (
    _INDICATOR,
    ("{{ comparison.before }}, theo đơn vị khi đó", "{{r line.then }}", 24),
    ("{{ comparison.before }}, theo đơn vị hiện nay", "{{r line.then_now }}", 24),
    ("{{ period }}", "{{r line.now }}", 24),
    ("Tăng, giảm (theo đơn vị hiện nay)", "{{ line.change }}", 28),
    ("Do sắp xếp đơn vị", "{{ line.by_map }}", 22),
)


def charts(name: str) -> str:
    """Write every chart of a list with its title under it."""
    return steer(f"for chart in {name}") + _chart("chart") + steer("endfor")


def comparison(norm: Norm) -> str:
    """Write the comparison with the year before as the last heading of section I, where there is one."""
    lines = "comparison.lines"
    return (
        steer("if comparison")
        + paragraph(f"{{{{ themes|length + 1 }}}}{norm.arabic}So sánh với {{{{ comparison.before }}}}", "Heading2")
        + steer("if comparison.map_changed")
        + ruled(norm, "line", lines, _OTHER_MAP)
        + steer("else")
        + ruled(norm, "line", lines, _SAME_MAP)
        + steer("endif")
        + steer("if comparison.note")
        + paragraph("{{ comparison.note }}", "GhiChu")
        + steer("endif")
        + steer("if comparison.chart")
        + _chart("comparison.chart")
        + steer("endif")
        + steer("endif")
    )


def _chart(name: str) -> str:
    return paragraph(run(f"{{{{ {name}.image }}}}"), "BieuDo") + paragraph(f"{{{{ {name}.title }}}}", "TenBieuDo")
