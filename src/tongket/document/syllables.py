"""How Vietnamese a text is: the measure by which one way of decoding is preferred to another.

Every Vietnamese word is written in syllables of a closed shape: onset, vowels with at most one tone, coda. A wrong
decoding breaks that shape in nearly every word that has a letter outside ASCII, a right one in hardly any.
"""

import re
import unicodedata
from functools import lru_cache

from tongket.document.seldom import seldom

# Words of the sample; more do not change the verdict.
_SAMPLE_WORDS = 3000
_WORD = re.compile(r"[^\W\d_]+")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# The rhymes of the school grammar without their tones; onset `qu` and `gi` take their own vowel along.
_SYLLABLE = seldom(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:"
    r"(?:oa|oă|oe|uâ|uê|uy|uơ|o|u)?(?:a|ă|â|e|ê|i|y|o|ô|ơ|u|ư)?(?:ch|ng|nh|[cmnpt])"
    r"|(?:iê|yê|uô|ươ|uyê|oo|ia)(?:ch|ng|nh|[cmnpt])?"
    r"|[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|yêu|oa|oai|oao|oay|oe|oeo|oi|ôi|ơi|ua|uai|uân|uây|uê|ui"
    r"|uôi|uơ|uy|uya|uyu|ưa|ưi|ươi|ươu|ưu|ue"
    r")"
)


def marked_words(text: str) -> list[str]:
    """Return the lower-case words of the start of `text` that have a letter outside ASCII."""
    found = []
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        word = match.group()
        if not word.isascii():
            found.append(word.lower())
            if len(found) == _SAMPLE_WORDS:
                break
    return found


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case NFC word has the shape of a Vietnamese syllable."""
    bare, tones = _without_tone(word)
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def vietnamese_share(text: str) -> tuple[float, int]:
    """Tell how many of the words with marks are Vietnamese syllables.

    Returns:
        Their share from 0 to 1 (0 where there is no such word), and how many words it rests on.
    """
    words = marked_words(text)
    if not words:
        return 0.0, 0
    return sum(map(is_syllable, words)) / len(words), len(words)


def _without_tone(word: str) -> tuple[str, int]:
    split = unicodedata.normalize("NFD", word)
    bare = unicodedata.normalize("NFC", split.translate(_TONES))
    return bare, sum(char in "\u0300\u0301\u0303\u0309\u0323" for char in split)
