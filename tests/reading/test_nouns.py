"""Where the counted noun phrase ends."""

import pytest

from tongket.reading.figures.nouns import noun_end
from tongket.reading.keyed import fold


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (" hội nghị báo cáo viên trực tuyến cho 31 xã", "hội nghị báo cáo viên trực tuyến"),
        (" nhiệm vụ trọng tâm của tỉnh", "nhiệm vụ trọng tâm"),
        (" hội nghị học tập nghị quyết", "hội nghị"),
        (" lượt cán bộ, đảng viên tham gia", "lượt cán bộ, đảng viên"),
        (" lượt cán bộ, hội viên, nông dân, học sinh đến xem", "lượt cán bộ, hội viên, nông dân, học sinh"),
        (" cán bộ, đảng viên và nhân dân dự", "cán bộ, đảng viên và nhân dân"),
        (" tập thể và 13 cá nhân", "tập thể"),
        (" tập thể, cá nhân được khen", "tập thể, cá nhân"),
        (" nghị quyết, chỉ thị, kết luận của Đảng", "nghị quyết, chỉ thị, kết luận"),
        (" lớp, thu hút nhiều người", "lớp"),
        (" lớp, 30 buổi", "lớp"),
        (" xã Tân Bình, Tân An", "xã"),
        (" tỉnh miền núi phía Bắc.", "tỉnh miền núi phía Bắc"),
        (" người có công với cách mạng", "người có công"),
        (" giải Ba và 3 giải phụ", "giải Ba"),
        (" đảng viên toàn huyện", "đảng viên"),
        (" hội viên (mở rộng)", "hội viên"),
        (" trường hợp bị ốm", "trường hợp"),
        (" tổ chức hội xếp loại tốt", "tổ chức hội"),
        (" cuộc vận động lớn trong năm", "cuộc vận động lớn"),
        (" tin, bài tuyên truyền trên báo", "tin, bài tuyên truyền"),
        ("ha lúa, đạt", "ha lúa"),
        (" của tỉnh", ""),
        (", trong đó", ""),
        (" ", ""),
        ("", ""),
    ],
)
def test_the_noun_keeps_what_classifies_it_and_stops_before_what_does_not(text: str, noun: str) -> None:
    """The phrase ends before verbs, prepositions and words of whose; lists go on with nouns of one sort."""
    assert text[: noun_end(fold(text), text, 0, len(text))].strip() == noun


def test_a_share_may_begin_with_words_of_number() -> None:
    """`100% các địa phương` is a share of all of them."""
    text = " các địa phương, đơn vị đăng ký"
    assert text[: noun_end(fold(text), text, 0, len(text), share=True)].strip() == "các địa phương, đơn vị"
    assert noun_end(fold(text), text, 0, len(text)) == 0
