"""What the two norms ask of a layout: sizes, margins, marks. Sizes in points, margins in millimetres."""

from dataclasses import dataclass

from tongket.review.layouts.wordml import Page


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm.

    Attributes:
        name: File name of the layout without ending.
        page: Margins.
        body: Size of the running text.
        roman: Between a Roman number and its title (`I- `, `I. `).
        arabic: Between an Arabic number and its title (`1- `, `1. `).
    """

    name: str
    page: Page
    body: int
    roman: str
    arabic: str


# Hướng dẫn 36-HD/VPTW (3/4/2018): body 14-15, Roman with hyphen, top 20, bottom 20, left 30, right 15 mm.
PARTY = Norm("party", Page(top=20, bottom=20, left=30, right=15), 14, "- ", "- ")

# Nghị định 30/2020/NĐ-CP, Phụ lục I: body 13-14, top and bottom 20-25, left 30-35, right 15-20 mm.
STATE = Norm("state", Page(top=20, bottom=20, left=30, right=20), 14, ". ", ". ")
