"""The ASCII image of a key: every other letter is `?`.

It is exactly as long as the key, one byte a letter, so the automaton of RE2 can run on bytes and what it meets are
places of the text.
"""


def image_of(key: str) -> bytes:
    """Return the image of a piece of a key."""
    return key.encode("ascii", "replace")


def pattern_of(words: str) -> str:
    """Return the pattern that meets the image of what `words`, a pattern, meets (and words that look alike there)."""
    return "".join(char if char.isascii() else r"\?" for char in words)
