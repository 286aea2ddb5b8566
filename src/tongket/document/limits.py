"""How much of a file is read before the reader says that it is too much."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """The bounds of reading one file; what lies beyond them becomes a finding.

    The defaults keep a file under 512 MB of memory and 20 s: a report of 1,500 printed pages still passes.

    Attributes:
        max_bytes: Largest file that is opened at all.
        max_text_bytes: Longest text or page; of a longer text only so much is read, a longer page is not read.
        max_unpacked: Most bytes that the parts of a packed file (DOCX, XLSX, ODT) may unpack to, together.
        max_ratio: Most bytes that one packed byte may give, for parts over a megabyte; Word text packs 10 to 40 fold.
        max_characters: Longest text kept; the rest is left out with a finding.
        max_lines: Most lines kept; the rest is left out with a finding.
        max_pages: Most pages of a PDF that are read.
        in_process_bytes: Largest file, unpacked, that is read in the calling process; a larger one, and every PDF, is
            read by a worker process under the two bounds below.
        worker_memory: Memory a worker process may take, in bytes (where the system can bound it).
        seconds: Time a file may take.
        ocr_seconds: Time that recognising the scanned pages of one file may take; must leave room in `seconds`.
        ocr_pages: Most scanned pages of one file that are recognised.
    """

    max_bytes: int = 64 * _MIB
    max_text_bytes: int = 16 * _MIB
    max_unpacked: int = 96 * _MIB
    max_ratio: int = 200
    max_characters: int = 4_000_000
    max_lines: int = 100_000
    max_pages: int = 2_000
    in_process_bytes: int = 1 * _MIB
    worker_memory: int = 320 * _MIB
    seconds: float = 18.0
    ocr_seconds: float = 14.0
    ocr_pages: int = 200


DEFAULT_LIMITS = ReadLimits()
