"""Abbreviations of the field written out, and those a document explains itself."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"[^\W\d_]+(?:[&.][^\W\d_]+)*\.?")
# "LĐ-TB&XH", "VH,TT&DL": short forms with a dash or a comma inside; where one is unknown, its parts may be known.
_JOINED = re.compile(r"[^\W\d_]+(?:[&.,-][^\W\d_]+)*\.?")
# "Hội Nông dân (HND)": the short form in brackets right after the long one.
_EXPLAINED = re.compile(r"\((?:(?:sau đây |dưới đây )?gọi tắt là )?([A-ZĐÔƯ][A-ZĐÔƯ&-]{1,11})\)")
_FIRM = re.compile(
    r"(?:Tập đoàn|Tổng [Cc]ông ty|Công ty|Ngân hàng|Trường Đại học|Trường Cao đẳng|Đại học|Học viện|Bệnh viện)"
    r" [^,.;:()]{3,70}$"
)
# The staff that leads soldiers, not a committee.
_STAFFS = tuple(
    (f"Ban Chấp hành {work}", f"Ban Chỉ huy {work}") for work in ("Quân sự", "quân sự", "phòng, chống thiên")
)
_TWO_CAPITALS = re.compile(r"[A-ZĐƯÔ][.&]?[A-ZĐƯÔ]")
_BRACKETED = re.compile(r"\s*\([A-ZĐÔƯ][A-ZĐÔƯ&a-z-]{0,11}\)")


@cache
def known_abbreviations() -> dict[str, str]:
    """Return the field's abbreviations with their full words (`data/abbreviations.txt`)."""
    table: dict[str, str] = {}
    for line in files("tongket.reading.data").joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines():
        short, mark, full = line.partition("#")[0].partition("=")
        if mark:
            table[short.strip()] = full.strip()
    return table


def explained_abbreviations(text: str) -> dict[str, str]:
    """Return the abbreviations that `text` explains in brackets, each with the words whose initials it is."""
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        short = match.group(1)
        lead = text[max(0, match.start() - 90) : match.start()]
        full = _words_before(lead, short) or _firm_before(lead)
        if full:
            found.setdefault(short, full)
    return found


def expand(text: str, explained: Mapping[str, str]) -> str:
    """Write out the abbreviations of `text`; a bracketed short form after its long form is dropped."""
    if not _TWO_CAPITALS.search(text):
        return " ".join(text.split())
    known = known_abbreviations()

    def full(match: re.Match[str]) -> str:
        token = match.group()
        bare = token.rstrip(".")
        if full_words := explained.get(bare) or known.get(token) or known.get(bare):
            return full_words
        # "CCb": a slip of the shift key; two capitals tell a short form from a word.
        return known.get(bare.upper(), token) if sum(map(str.isupper, bare)) > 1 else token

    def joined(match: re.Match[str]) -> str:
        token = match.group()
        return explained.get(token) or known.get(token) or _TOKEN.sub(full, token)

    # The letter of Iceland that old keyboards write for ours.
    words = (_BRACKETED.sub("", text) if "(" in text else text).replace("Ð", "Đ").split()
    # A short form has two capitals at least, so one behind its first letter: few words are worth a look.
    written = " ".join(word if word[1:].islower() else _JOINED.sub(joined, word) for word in words)
    # Words that the text explains stand as it writes them, whatever white space is between them.
    written = " ".join(written.split())
    for committee, staff in _STAFFS:
        written = written.replace(committee, staff)
    # Elsewhere "CP" is Chính phủ, "CĐ" Công đoàn, "ĐH" Đại hội; read in their place only.
    written = written.replace("ông ty CP ", "ông ty Cổ phần ")
    return written.replace("rường CĐ ", "rường Cao đẳng ").replace("rường ĐH ", "rường Đại học ")


def _firm_before(lead: str) -> str | None:
    """Return the firm or school right before a bracket: these bear short forms of other languages ("… (EVN)")."""
    firm = _FIRM.search(lead)
    return firm.group().strip() if firm else None


def _words_before(lead: str, short: str) -> str | None:
    """Return the last words of `lead` whose initials are the letters of `short`."""
    letters = [letter for letter in short if letter.isalpha()]
    words = list(re.finditer(r"[^\W\d_]+", lead))
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at].group()[0].upper() != letter:
            if words[at].group().lower() not in {"và", "các", "của"}:
                return None
            at -= 1
        if at < 0:
            return None
    return lead[words[at].start() :].strip()
