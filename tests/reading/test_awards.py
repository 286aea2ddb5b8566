"""Awards: honours reported as given, each with who gave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.awards.reader import read_awards
from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.records import Award, DocumentFields
from tongket.terms.span import Span


def awards_of(text: str) -> tuple[Award, ...]:
    """Return the awards of a text."""
    document = document_from_text(text)
    key, body = fold(document.text), (Span(0, len(document.text)),)
    return read_awards(Page(document, key, body, DocumentFields()), Cues(document.text, key, body))


def told(text: str) -> list[tuple[str, str | None]]:
    """Return honour and giver of every award of a text."""
    return [(award.honour, award.grantor) for award in awards_of(text)]


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("Ba tập thể được tặng Bằng khen.", "Bằng khen"),
        ("Ba hộ được tặng thư khen.", "thư khen"),
        ("Hai người được tặng Kỷ niệm chương “Vì nghề muối”.", "Kỷ niệm chương “Vì nghề muối”"),
        ("Hai người được tặng kỉ niệm chương Vì thế hệ trẻ.", "kỉ niệm chương Vì thế hệ trẻ"),
        ("Hội được tặng Huân chương Lao động hạng Ba.", "Huân chương Lao động hạng Ba"),
        ("Hai chiến sĩ được tặng Huy chương Quân kỳ quyết thắng.", "Huy chương Quân kỳ quyết thắng"),
        ("Hai cụ được tặng Huy hiệu 60 năm tuổi Đảng.", "Huy hiệu 60 năm tuổi Đảng"),
        ("Xã Tân An được tặng Cờ thi đua xuất sắc năm 2020.", "Cờ thi đua xuất sắc"),
        ("Xã Tân An được tặng cờ “Đơn vị dẫn đầu”.", "cờ “Đơn vị dẫn đầu”"),
        ("Xã Tân An được tặng Cờ đơn vị xuất sắc trong phong trào nuôi ong.", "Cờ đơn vị xuất sắc"),
        ("Năm người đạt danh hiệu Chiến sĩ thi đua cơ sở.", "danh hiệu Chiến sĩ thi đua cơ sở"),
        ("Hội được công nhận danh hiệu tổ chức “Vững mạnh”.", "danh hiệu tổ chức “Vững mạnh”"),
        ("Cô giáo được phong tặng danh hiệu Nhà giáo ưu tú.", "danh hiệu Nhà giáo ưu tú"),
        ("Chi bộ được công nhận trong sạch, vững mạnh.", "trong sạch, vững mạnh"),
        ("Đội xã Tân An đoạt giải Nhất.", "giải Nhất"),
        ("Giải Nhì toàn đoàn thuộc về đội xã Tân An.", "Giải Nhì"),
        ("Hai cán bộ nhận Giải thưởng Lý Tự Trọng.", "Giải thưởng Lý Tự Trọng"),
    ],
)
def test_an_honour_has_its_name(text: str, honour: str) -> None:
    """The name goes on over quoted names, ranks and ages, and stops before what follows."""
    assert told(text) == [(honour, None)]


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Nhân dịp này, UBND huyện Ba Tầng đã tặng giấy khen cho 5 tập thể.", "UBND huyện Ba Tầng"),
        ("Dịp này Đoàn cơ sở trao giấy khen cho 5 đoàn viên.", "Đoàn cơ sở"),
        ("Kết thúc hội thi, Ban Tổ chức đã trao giấy khen cho 5 đội.", "Ban Tổ chức"),
        ("Năm tập thể được Ban Tuyên giáo Tỉnh ủy tặng giấy khen.", "Ban Tuyên giáo Tỉnh ủy"),
        ("Năm tập thể được Chủ tịch UBND tỉnh tặng giấy khen.", "Chủ tịch UBND tỉnh"),
        ("Năm tập thể nhận giấy khen của Hội Nông dân huyện vì thành tích cao.", "Hội Nông dân huyện"),
        ("Năm tập thể nhận giấy khen do Huyện ủy trao tặng.", "Huyện ủy"),
        ("Năm tập thể nhận giấy khen năm 2020 của Sở Y tế.", "Sở Y tế"),
        ("Năm tập thể nhận giấy khen của Tòa án nhân dân tỉnh nhân dịp này.", "Tòa án nhân dân tỉnh"),
        ("Bộ Văn hóa, Thể thao và Du lịch tặng giấy khen cho 3 làng.", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Ghi nhận điều đó, tại hội nghị Liên đoàn Lao động huyện đã tặng giấy khen.", "Liên đoàn Lao động huyện"),
        ("Đồng chí Bùi Văn Tám trao giấy khen của Huyện đoàn cho 5 đoàn viên.", "Huyện đoàn"),
        ("Thừa ủy quyền của Chủ tịch nước, Bộ CHQS tỉnh trao giấy khen cho 5 người.", "Chủ tịch nước"),
        ("Hội được sự quan tâm của cấp trên, UBND xã đã tặng giấy khen.", "UBND xã"),
        ("Các hội viên được nhận giấy khen", None),
        ("Đồng chí Bùi Văn Tám, Chủ tịch UBND xã trao giấy khen cho 5 hộ.", None),
        ("Lãnh đạo huyện Ba Tầng tặng giấy khen cho 5 hộ", None),
        ("Năm tập thể được tặng giấy khen.", None),
    ],
)
def test_the_giver_is_the_body_told(text: str, giver: str | None) -> None:
    """Subject, agent of the passive and "của" tell the giver; a person who hands over is none."""
    assert [grantor for _, grantor in told(text)] == [giver]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Cuối buổi, tỉnh hội, UBND huyện và huyện đã trao giấy khen.",
            [("giấy khen", "tỉnh hội"), ("giấy khen", "UBND huyện"), ("giấy khen", "huyện")],
        ),
        (
            "Xã nhận Bằng khen của Ban Dân vận Tỉnh ủy và Hội Nông dân tỉnh.",
            [("Bằng khen", "Ban Dân vận Tỉnh ủy"), ("Bằng khen", "Hội Nông dân tỉnh")],
        ),
        (
            "Sở Giáo dục và Đào tạo tặng giấy khen cho 4 trường; Công đoàn ngành tặng giấy khen cho 6 cô giáo.",
            [("giấy khen", "Sở Giáo dục và Đào tạo"), ("giấy khen", "Công đoàn ngành")],
        ),
        (
            "UBND tỉnh tặng Cờ thi đua cho 2 xã, tặng Bằng khen cho 9 người và trao Kỷ niệm chương.",
            [("Cờ thi đua", "UBND tỉnh"), ("Bằng khen", "UBND tỉnh"), ("Kỷ niệm chương", "UBND tỉnh")],
        ),
        (
            "Ban tổ chức trao các giải nhất, nhì, khuyến khích.",
            [("giải nhất", "Ban tổ chức"), ("giải nhì", "Ban tổ chức"), ("giải khuyến khích", "Ban tổ chức")],
        ),
        (
            "Năm người được tặng Huân chương Lao động hạng Nhì, Ba.",
            [("Huân chương Lao động hạng Nhì", None), ("Huân chương Lao động hạng Ba", None)],
        ),
        (
            "Sáu cụ được trao Huy hiệu 50 năm, 40 năm tuổi Đảng.",
            [("Huy hiệu 50 năm tuổi Đảng", None), ("Huy hiệu 40 năm tuổi Đảng", None)],
        ),
        (
            "Bí thư Đoàn trao giấy khen cho đoàn viên\nĐoàn cơ sở đã tặng giấy khen cho 15 đoàn viên.",
            [("giấy khen", "Đoàn cơ sở")],
        ),
        ("UBND xã tặng giấy khen cho 5 hộ. Chiều nay, UBND xã lại tặng giấy khen.", [("giấy khen", "UBND xã")]),
    ],
)
def test_one_record_for_each_honour_and_giver(text: str, pairs: list[tuple[str, str | None]]) -> None:
    """Rows of givers and of honours are taken apart; what is told twice is one record."""
    assert told(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu năm sau được UBND tỉnh tặng Bằng khen.",
        "Hội đề nghị Trung ương Hội tặng Bằng khen cho 2 cá nhân.",
        "Việc tặng Bằng khen cần đúng đối tượng.",
        "Tiêu chuẩn xét tặng Kỷ niệm chương được sửa đổi.",
        "Nhiều tập thể, cá nhân được khen thưởng.",
        "Xã được công nhận đạt chuẩn nông thôn mới.",
        "Có 9 chi bộ đạt trong sạch vững mạnh tiêu biểu.",
        "Chú trọng xây dựng chi hội trong sạch vững mạnh.",
        "Tặng quà 5 Mẹ Việt Nam anh hùng trên địa bàn xã.",
        "Các danh hiệu cao quý ấy được trân trọng.",
        "Ban Tổ chức trao 5 suất học bổng; giải quyết ba kiến nghị.",
        "Hội nghị trao đổi về công tác khen thưởng.",
    ],
)
def test_what_is_not_given_or_not_named_is_no_award(text: str) -> None:
    """Plans, requests, criteria, praise without a name and standards reached are none."""
    assert told(text) == []


def test_the_span_is_the_first_mention_with_its_giver() -> None:
    """The evidence shows giver and honour."""
    text = "Dịp này, Hội Chữ thập đỏ huyện đã tặng Bằng khen cho 2 xã."
    (award,) = awards_of(text)
    assert award.span.of(text) == "Hội Chữ thập đỏ huyện đã tặng Bằng khen"


_WORDS = st.sampled_from(
    ["UBND huyện", "đã", "tặng", "trao", "được", "Bằng khen", "giải Nhất,", "Nhì", "của", "và", ",", ";", ".", "\n",
     "danh hiệu", "“", "”", "Huân chương", "hạng", "Ba", "Huy hiệu", "40 năm,", "30 năm tuổi Đảng", "do", "nhận",
     "đề nghị", "cờ thi đua", "Kỷ niệm chương", "Vì sự nghiệp", "cho", "5 tập thể", "thừa ủy quyền", "tỉnh", "đạt"]
)  # fmt: skip


@given(st.lists(_WORDS | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    """No text stops the reader; every span quotes something inside the text, records are unique."""
    document = document_from_text(text)
    found = awards_of(text)
    assert len({(fold(award.honour), fold(award.grantor or "")) for award in found}) == len(found)
    for award in found:
        assert 0 <= award.span.start < award.span.end <= len(document.text)
        assert award.span.of(document.text).strip()
        assert award.honour.strip()
        assert award.grantor is None or award.grantor.strip()


def test_a_title_may_be_given_by_praise() -> None:
    """Who commends with a title gives it; mere praise gives nothing."""
    assert told("Dịp này, Huyện đoàn Nậm Thử tuyên dương danh hiệu “Thanh niên sống đẹp” cho 14 đoàn viên.") == [
        ("danh hiệu “Thanh niên sống đẹp”", "Huyện đoàn Nậm Thử")
    ]
    assert told("Dịp này, Huyện đoàn Nậm Thử tuyên dương 14 đoàn viên.") == []


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        ("Năm qua có 15 tập thể lao động tiên tiến và 4 chiến sĩ thi đua được huyện khen.",
         [("tập thể lao động tiên tiến", "huyện"), ("chiến sĩ thi đua", "huyện")]),
        ("Dịp này, 5 tập thể đạt danh hiệu Tập thể lao động xuất sắc, 30 đồng chí Lao động tiên tiến.",
         [("danh hiệu Tập thể lao động xuất sắc", None), ("Lao động tiên tiến", None)]),
        ("Phấn đấu có 5 chiến sĩ thi đua cơ sở.", []),
        ("Cơ quan có 12 chiến sĩ thi đua cơ sở tham gia hội nghị.", []),
    ],
)  # fmt: skip
def test_titles_parted_from_their_verb(text: str, honours: list[tuple[str, str | None]]) -> None:
    """Titles counted in a row share one verb, wherever it stands; titles only counted are none."""
    assert told(text) == honours


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        ("Huyện ủy Nậm Thử tổ chức lễ trao Huy hiệu 40 năm tuổi Đảng cho 3 đảng viên.",
         [("Huy hiệu 40 năm tuổi Đảng", None)]),
        ("Công đoàn trao giấy chứng nhận “Thợ giỏi năm 2023” cho 5 công nhân.",
         [("giấy chứng nhận “Thợ giỏi năm 2023”", "Công đoàn")]),
        ("Ban Tổ chức trao giải thưởng vòng chung khảo và giấy chứng nhận cho học viên.", []),
        ("Ban Tổ chức trao giải Nhất cho xã Mẫu. Bạn Trần Văn Mẫu đạt giải Nhất được đi tham quan.",
         [("giải Nhất", "Ban Tổ chức")]),
    ],
)  # fmt: skip
def test_honours_and_those_who_hold_a_ceremony(text: str, honours: list[tuple[str, str | None]]) -> None:
    """A paper with a quoted name is an honour, a prize of some round is none; a ceremony's host need not give."""
    assert told(text) == honours


def test_badges_of_several_ages_are_several() -> None:
    """Badges told by their years in a row are one honour each, though "năm" is left out."""
    names = [honour for honour, _ in told("Đảng ủy xã đã trao Huy hiệu 30, 40, 55 tuổi Đảng cho 11 đảng viên.")]
    assert names == [f"Huy hiệu {age} năm tuổi Đảng" for age in (30, 40, 55)]


def test_the_next_giver_stands_behind_an_and() -> None:
    """Of two gifts in one sentence each has its giver, and a number behind "và" begins the next."""
    assert told("UBND xã Mẫu tặng Giấy khen cho 5 hộ, 2 tổ và Hội Nông dân xã tặng Giấy khen cho 4 hộ.") == [
        ("Giấy khen", "UBND xã Mẫu"),
        ("Giấy khen", "Hội Nông dân xã"),
    ]
    assert told("Trường đã trao 12 Bằng khen của Công đoàn huyện Mẫu và 13 Giấy khen cấp trường.")[0] == (
        "Bằng khen",
        "Công đoàn huyện Mẫu",
    )


def test_of_several_givers_of_examples_none_is_told() -> None:
    """Where several bodies gave several honours it is not told which gave which; a giver named beside one is its."""
    text = (
        "Kho M12 đã được Đảng, Nhà nước, Quân đội tặng nhiều phần thưởng cao quý như: 02 Huân chương Chiến công "
        "hạng Ba; Cờ thi đua của Quân khu Bắc Mẫu và phần thưởng khác."
    )
    assert told(text) == [("Huân chương Chiến công hạng Ba", None), ("Cờ thi đua", "Quân khu Bắc Mẫu")]
