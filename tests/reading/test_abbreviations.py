"""Short forms written out: those of the field and those a document explains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.abbreviations import expand, explained_abbreviations, known_abbreviations


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Hội Khuyến học Vui (HKHV) ra mắt.", {"HKHV": "Hội Khuyến học Vui"}),
        ("xây dựng nông thôn mới (NTM)", {"NTM": "nông thôn mới"}),
        ("Phát triển nông nghiệp và công nghệ (PTNNCN)", {"PTNNCN": "Phát triển nông nghiệp và công nghệ"}),
        ("Trung tâm Học liệu Mẫu (sau đây gọi tắt là HLX)", {}),
        ("Trung tâm Sách Nói (sau đây gọi tắt là TTSN)", {"TTSN": "Trung tâm Sách Nói"}),
        ("Lao động - Khuyến học (LĐ-KH)", {"LĐ-KH": "Lao động - Khuyến học"}),
        ("Sở Nông nghiệp (Sở NN)", {}),
        ("đợt I (IV)", {}),
        ("(ABC)", {}),
        ("Tập đoàn Gió Mẫu (WMG)", {"WMG": "Tập đoàn Gió Mẫu"}),
        ("Trường Đại học Mẫu Thử (MTU)", {"MTU": "Trường Đại học Mẫu Thử"}),
        ("nông thôn mới (NTM) và nước thải mỏ (NTM)", {"NTM": "nông thôn mới"}),
    ],
)
def test_explained_short_forms(text: str, explained: dict[str, str]) -> None:
    """A short form in brackets is explained where its letters begin the words before it; the first time counts."""
    assert explained_abbreviations(text) == explained


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Ban Thường vụ (BTV) Huyện ủy", "Ban Thường vụ Huyện ủy"),
        ("UVBTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Hội CCb xã", "Hội Cựu chiến binh xã"),
        ("Hội HKHV", "Hội Khuyến học Vui"),
        ("UBND.", "Ủy ban nhân dân"),
        ("BCH Quân sự xã", "Ban Chỉ huy Quân sự xã"),
        ("Trường CĐ Mẫu", "Trường Cao đẳng Mẫu"),
        ("Thành ủy TPHCM", "Thành ủy Thành phố Hồ Chí Minh"),
        ("T.Ư Đoàn", "Trung ương Đoàn"),
        ("Công ty XYZW", "Công ty XYZW"),
        ("Ủy ban  nhân dân\nxã", "Ủy ban nhân dân xã"),
        ("", ""),
    ],
)
def test_short_forms_are_written_out(text: str, full: str) -> None:
    """Known and explained short forms become words, unknown ones stay, blanks become single."""
    assert expand(text, {"HKHV": "Khuyến học Vui"}) == full


def test_what_a_document_explains_goes_before_the_field() -> None:
    """A document may give a short form of the field another meaning."""
    assert expand("Hội CCB", {"CCB": "Cây Cảnh Bonsai"}) == "Hội Cây Cảnh Bonsai"


@given(st.text(max_size=60))
def test_expanding_twice_is_expanding_once(text: str) -> None:
    """What has been written out holds nothing more to write out."""
    once = expand(text, {})
    assert expand(once, {}) == once


def test_the_list_of_the_field_is_sound() -> None:
    """Every short form has full words, which are no short form of the list themselves."""
    table = known_abbreviations()
    assert len(table) > 50
    assert [short for short, full in table.items() if not full or expand(full, {}) != full] == []


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Giám đốc Công ty CP Mía đường", "Giám đốc Công ty Cổ phần Mía đường"),
        ("CTCP Mía đường", "Công ty Cổ phần Mía đường"),
        ("Nghị quyết 12-CP", "Nghị quyết 12-CP"),
    ],
)
def test_cp_is_read_in_its_place(short: str, full: str) -> None:
    """After a company CP is its form; in a number it stays what it is."""
    assert expand(short, {}) == full
