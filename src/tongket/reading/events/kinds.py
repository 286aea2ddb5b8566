"""What an event is called, and so of which kind it is."""

import re
from bisect import bisect_right

from tongket.reading.cues import Cues
from tongket.terms.records import EventKind
from tongket.terms.span import Span

_MANY = re.compile(r"(?:\d|\b(?:các|những|nhiều|một số|mỗi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))\s+(?:\w+ ){0,2}$")
# How far before an occasion the word that counts it may stand (characters).
_BEFORE = 16
_KINDS = {str(kind): kind for kind in EventKind if kind is not EventKind.OTHER}


def kind_in(cues: Cues, part: Span) -> tuple[EventKind, Span] | None:
    """Return the kind of event that `part` names first, with the words that name it; a mere "hội nghị" is none."""
    masks = cues.within("not_event", *part)
    meets = cues.first("meets", *part) if "congress" in cues.tags else None
    found = [
        (cue.start, -cue.end, kind)
        for tag, kind in _KINDS.items()
        if tag in cues.tags
        for cue in cues.within(tag, *part)
        # "hội nghị góp ý vào văn kiện đại hội": the meeting is none.
        if not (_masked(masks, cue.start, cue.end) or (tag == "congress" and meets and meets.end < cue.start))
    ]
    session = cues.first("session", *part)
    if session and session.start < min(found, default=(part.end,))[0]:
        return EventKind.OTHER, session
    if not found:
        return None
    asides = cues.within("aside", *part)
    start, end, kind = min(found, key=lambda told: (_masked(asides, told[0], -told[1]), told))
    return kind, Span(start, -end)


def names_event(key: str, cues: Cues, part: Span) -> bool:
    """Tell whether `part` speaks of one occasion; "9 hội nghị" and "các hội nghị" are reported work."""
    return any(
        not _MANY.search(key, max(part.start, cue.start - _BEFORE), cue.start) for cue in cues.within("occasion", *part)
    )


def _masked(masks: list[Span], start: int, end: int) -> bool:
    at = bisect_right(masks, (start, end, "￿")) - 1
    return any(mask.start <= start and end <= mask.end for mask in masks[max(0, at - 1) : at + 1])
