"""By-lines, days and headlines that stand in unusual forms."""

import pytest

from tongket.reading import read

PROSE = (
    "Sáng 27/2/2020, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2019, triển khai nhiệm vụ năm 2020 với sự "
    "có mặt của nhiều đại biểu.\nNăm 2019, các cấp ủy đã hoàn thành tốt các nhiệm vụ của địa phương đề ra trong năm"
)


@pytest.mark.parametrize(
    ("ending", "author"),
    [
        (". Tin, ảnh: LÒ MẪU", "LÒ MẪU"),
        (".\nTin Lò Mẫu – Hà Thử", "Lò Mẫu – Hà Thử"),
        (".\nLò Mẫu - Ủy viên UBKT Huyện ủy", "Lò Mẫu"),
        (".\nCHỈ ĐẠO CỦA QUẬN ỦY", None),
        (".\nNgười viết: admin lúc 18.07.2023", None),
    ],
    ids=["in the paragraph", "no colon", "with a post", "a menu", "the machine"],
)
def test_the_author_is_named_in_many_forms(ending: str, author: str | None) -> None:
    """A by-line may share the last paragraph, lack its colon or name a post; menus and machines are no authors."""
    assert read(f"Nậm Thử tổng kết công tác năm 2019\n{PROSE}{ending}").fields.author == author


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2020-03-05T02:00:00.000Z", "2020-03-05"),
        ("Người viết: admin lúc 18.07.2023", "2023-07-18"),
        ("05-03-20 16:45", "2020-03-05"),
        ("16h45, 05/03/20", "2020-03-05"),
    ],
)
def test_the_day_of_publishing_as_software_writes_it(line: str, published: str) -> None:
    """A time stamp, or who wrote when, tells the day."""
    told = read(f"Nậm Thử tổng kết công tác năm 2019\n{line}\n{PROSE}.").fields
    assert (told.published, told.author) == (published, None)


@pytest.mark.parametrize("caption", ["Các đại biểu dự hội nghị.", "Toàn cảnh hội nghị. Ảnh: Lò Mẫu"])
def test_a_caption_is_no_headline(caption: str) -> None:
    """The words under a picture that a copy begins with are no headline."""
    assert read(f"{caption}\n{PROSE}.").fields.title is None
