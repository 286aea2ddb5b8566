"""The article of a page told from what stands around it.

Prose stands together, links stand together: the block whose paragraphs hold most of the page's prose is the text of the
article; the headline stands above it. Only where one block clearly wins is all the rest called furniture; elsewhere
that is said only of menus, footers and the like.
"""

import re
from collections.abc import Sequence

from tongket.document.html_lines import Block, Lines, PageLine
from tongket.terms.document import LineKind

# A line of prose: longer than a menu entry, and hardly a link.
_PROSE_LENGTH = 60
_PROSE_LINKS = 0.3
# A line that is nearly all link is a teaser or a menu entry.
_LINK_LINE = 0.85
# What a line gives to the blocks around its own: their paragraphs may each stand in wrappers of their own.
_SHARES = (1.0, 0.6, 0.36, 0.2)
# A wider block takes over where it holds so much more prose; the winner must hold so much, clearly more than the rest.
_WIDER = 1.25
_LEAST_PROSE = 200
_CLEARLY = 1.5
# Between headline and text stand a date, an author, a lead, a picture with its caption.
_HEADLINE_REACH = 14
# By-line and source below the text.
_TAIL_LINES = 4
_TAIL_LENGTH = 100
_LEAST_TITLE = 15
_FOLD = re.compile(r"[\W_]+")


def article_lines(page: Lines, title: str) -> list[bool]:
    """Tell for every line whether it may belong to the article.

    Args:
        page: The lines with their blocks.
        title: What the page calls itself, to find the headline by.

    Returns:
        False where the line is surely furniture.
    """
    lines, blocks = page.lines, page.blocks
    around = [not (blocks[line.block].furniture or _is_menu_entry(line)) for line in lines]
    main = _main_block(lines, blocks)
    if main is None:
        return around
    inside = _inside(lines, blocks, main)
    first = inside.index(True)
    last = len(inside) - 1 - inside[::-1].index(True)
    start = _headline(lines, first, last, title)
    chosen = [held and not _is_own_furniture(line, blocks, main) for held, line in zip(inside, lines, strict=True)]
    for place in range(start, first):
        chosen[place] = place == start or around[place]
    for place in range(last + 1, min(len(lines), last + 1 + _TAIL_LINES)):
        if not around[place] or not _is_tail(lines[place]):
            break
        chosen[place] = True
    return chosen


def _main_block(lines: Sequence[PageLine], blocks: Sequence[Block]) -> int | None:
    prose = [0] * len(blocks)
    everything = [0] * len(blocks)
    score = [0.0] * len(blocks)
    for line in lines:
        everything[line.block] += line.linked
        if not _is_prose(line) or blocks[line.block].furniture:
            continue
        prose[line.block] += len(line.text)
        place = line.block
        for share in _SHARES:
            score[place] += share * len(line.text) * (1.2 if blocks[place].body else 1.0)
            place = blocks[place].parent
            if place < 0:
                break
    for place in range(len(blocks) - 1, 0, -1):
        prose[blocks[place].parent] += prose[place]
        everything[blocks[place].parent] += everything[place]
    best = max(range(len(blocks)), key=lambda place: (score[place], -place))
    best = _widened(best, blocks, prose, everything)
    rest = prose[0] - prose[best]
    return best if prose[best] >= _LEAST_PROSE and prose[best] >= _CLEARLY * rest else None


def _widened(best: int, blocks: Sequence[Block], prose: Sequence[int], linked: Sequence[int]) -> int:
    """Climb to the widest block that adds more prose than links."""
    place = best
    while blocks[place].parent >= 0:
        place = blocks[place].parent
        gained = prose[place] - prose[best]
        if prose[place] >= _WIDER * prose[best] and gained > 2 * (linked[place] - linked[best]):
            best = place
    return best


def _inside(lines: Sequence[PageLine], blocks: Sequence[Block], main: int) -> list[bool]:
    held = [False] * len(blocks)
    held[main] = True
    for place in range(main + 1, len(blocks)):
        held[place] = held[blocks[place].parent]
    return [held[line.block] for line in lines]


def _headline(lines: Sequence[PageLine], first: int, last: int, title: str) -> int:
    """Return where the article begins: at its headline if that stands above the text, else at the text."""
    wanted = _FOLD.sub(" ", title.lower()).strip()
    reach = range(max(0, first - _HEADLINE_REACH), min(first + 1, last + 1))
    for place in reversed(reach):
        said = _FOLD.sub(" ", lines[place].text.lower()).strip()
        if len(said) >= _LEAST_TITLE and said in wanted:
            return place
    headings = [place for place in reach if lines[place].tag == "h1"]
    return headings[-1] if headings else first


def _is_prose(line: PageLine) -> bool:
    return len(line.text) >= _PROSE_LENGTH and line.linked < _PROSE_LINKS * len(line.text)


def _is_menu_entry(line: PageLine) -> bool:
    return line.linked >= _LINK_LINE * len(line.text) and line.kind is not LineKind.HEADING


def _is_own_furniture(line: PageLine, blocks: Sequence[Block], main: int) -> bool:
    """Tell whether a line within the article's block is furniture: share buttons, teasers of related articles."""
    return _is_menu_entry(line) or (blocks[line.block].furniture and not blocks[main].furniture)


def _is_tail(line: PageLine) -> bool:
    return len(line.text) <= _TAIL_LENGTH and line.linked < _PROSE_LINKS * len(line.text) and not line.tag
