"""Whether a text is Vietnamese: the grammar of this room holds for no other language."""

from tongket.reading.letters import UPPER

# One of them stands in almost every Vietnamese sentence, and in no other language.
_SURE = (" của ", " các ", " và ", " được ", " đã ", " những ")
_MARKED = frozenset(letter for letter in UPPER.lower() if not letter.isascii())
# Every fourth letter of Vietnamese prose has a mark; of English with Vietnamese names in it, every fiftieth.
_SHARE = 0.08
# Shorter texts (a table of figures, a lone heading) are given the benefit of the doubt.
_ENOUGH = 120


def is_vietnamese(key: str) -> bool:
    """Tell whether `key`, a folded text, is Vietnamese written with its marks.

    Vietnamese typed without marks is not: too many of its words would be taken for others.
    """
    if any(word in key for word in _SURE):
        return True
    letters = [char for char in key if char.isalpha()]
    return len(letters) < _ENOUGH or sum(char in _MARKED for char in letters) >= _SHARE * len(letters)
