"""Damaged files of every format: `TONGKET_FUZZ_FILES=2000` tries as many, without it a few, always the same."""

import os

from document.fuzz import SEEDS, one

FILES = int(os.environ.get("TONGKET_FUZZ_FILES", "90"))


def test_a_damaged_file_never_raises_and_always_gives_a_sound_document() -> None:
    """Bytes turned, cut, doubled and swapped, also inside packed parts, end in a document that holds together."""
    kinds = {one(number)[0] for number in range(FILES)}
    assert kinds == set(SEEDS)
