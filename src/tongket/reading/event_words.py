"""What an event is called, and so of which kind it is."""

from bisect import bisect_right

from tongket.reading.cues import Cues
from tongket.terms.records import EventKind
from tongket.terms.span import Span

_KINDS = {str(kind): kind for kind in EventKind if kind is not EventKind.OTHER}


def kind_in(cues: Cues, part: Span) -> tuple[EventKind, Span] | None:
    """Return the kind of event that `part` names first, with the words that name it; a mere "hội nghị" is none."""
    masks = cues.within("not_event", *part)
    found = [
        (cue.start, -cue.end, kind)
        for tag, kind in _KINDS.items()
        for cue in cues.within(tag, *part)
        if not _masked(masks, cue.start, cue.end)
    ]
    if not found:
        return None
    start, end, kind = min(found)
    return kind, Span(start, -end)


def names_event(cues: Cues, part: Span) -> bool:
    """Tell whether `part` speaks of a meeting or another occasion at all."""
    return cues.first("occasion", *part) is not None


def _masked(masks: list, start: int, end: int) -> bool:  # type: ignore[type-arg]
    at = bisect_right(masks, (start, end, "￿")) - 1
    return any(mask.start <= start and end <= mask.end for mask in masks[max(0, at - 1) : at + 1])
