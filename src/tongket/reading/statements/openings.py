"""Which ways of setting in a sentence's first word leaves open.

A dozen patterns ask how a sentence begins, and hardly any sentence begins as one of them would have it. One look at
its first word spares nearly all of them: of the readings of a page that is three parts of a hundred.
"""

import re
from functools import cache

from tongket.reading.cues import first_words

# By the name of a pattern the words it may begin with; `#` is any digit, `-` a mark before the first word.
FIRST_WORDS = {
    "closing": "trên",
    "honoured": "ngoài về có giải đã nhiều các #",
    "guests": "cùng về đến tới tham dự tiếp đón đồng chủ khách tại điểm đầu",
    "takes part": "hội cuộc lớp khóa đối các có đặc thí tham với trong sau tại ban đa #",
    "weighs": "đồng bên qua đặc tại hội cuộc buổi đại phiên các ban tọa",
    "subject": "hội đại buổi cuộc phiên tọa lễ chương",
    "at event": "cũng tại trong buổi chiều sáng cùng tiếp trước sau",
    "connective": "cụ đặc theo trong đồng bên ngoài cùng nổi nhất song do vì trước thứ một hai ba bởi bốn năm trên"
    " riêng",
    "speech": "tại trong thay phát kết chỉ khai bế đồng đ ông bà -",
    "period": "trong định bước sang năm quý tháng giai nhiệm thời #",
    "past": "theo qua trong sáu chín những năm thời #",
    "contrast": "tuy mặc song thế",
    "outright": "hạn tồn khó khuyết vướng bất thiếu một những về",
    "law": "luật bộ nghị thông quy đề chỉ kết hướng dự điều pháp theo",
    "matters": "đây đó việc hội cuộc đại lễ chương thành kết sự lớp hoạt",
    "aim": "nhiệm lớp hội cuộc chương đề dự kế ngay sau về mục phương nhằm",
    "credit": "tin bài ảnh nguồn một -",
}
# These begin with a phrase of the list of that name in `data/cues.txt`.
_LISTED = ("setting", "order", "caption")
_WORD = re.compile(r"\d|\w*")
# No Vietnamese syllable has more letters than seven.
_LONGEST = 9
_WRITTEN = {"#": tuple("0123456789"), "-": ("",)}
_NONE: frozenset[str] = frozenset()


class Ways(dict[int, frozenset[str]]):
    """The names of the patterns that a sentence may begin as, by where it starts in the key."""

    def __init__(self, key: str) -> None:
        """Take the key of a text."""
        super().__init__()
        self._key, self._by_word = key, _by_word()

    def __missing__(self, start: int) -> frozenset[str]:
        """Look at the first word of the sentence that starts there."""
        end = self._key.find(" ", start, start + _LONGEST)
        word = self._key[start:end] if end > 0 else ""
        if not word.isalpha():
            # A mark, a digit or the end of the text is in it: half the sentences of a page are spared the pattern.
            word = _WORD.match(self._key, start)[0]  # type: ignore[index]  # the pattern meets no word too
        ways = self[start] = self._by_word.get(word, _NONE)
        return ways


@cache
def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in FIRST_WORDS.items():
        for word in words.split():
            for written in _WRITTEN.get(word, (word,)):
                found.setdefault(written, set()).add(name)
    for name in _LISTED:
        for phrase in first_words(name):
            found.setdefault(_WORD.match(phrase)[0], set()).add(name)  # type: ignore[index]
    return {word: frozenset(names) for word, names in found.items()}
