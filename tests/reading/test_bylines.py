"""By-lines, days and headlines that stand in unusual forms."""

import pytest

from tongket.reading import read

PROSE = (
    "Sáng 27/2/2020, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2019, triển khai nhiệm vụ năm 2020 với sự "
    "có mặt của nhiều đại biểu.\nNăm 2019, các cấp ủy đã hoàn thành tốt các nhiệm vụ của địa phương đề ra trong năm"
)

PARAGRAPH = "Các đại biểu đã thảo luận nhiều việc của năm 2020 ở Nậm Thử, trong đó có những việc của các trường học."


@pytest.mark.parametrize(
    ("ending", "author"),
    [
        (". Tin, ảnh: LÒ MẪU", "LÒ MẪU"),
        (".\nTin Lò Mẫu – Hà Thử", "Lò Mẫu – Hà Thử"),
        (".\nLò Mẫu - Ủy viên UBKT Huyện ủy", "Lò Mẫu"),
        (".\nTin bài và ảnh: Lò Mẫu - Hà Thử", "Lò Mẫu - Hà Thử"),
        (".\nTin ảnh Lò Mẫu – Hà Thử.", "Lò Mẫu – Hà Thử"),
        (".\nLò Mẫu - Công ty Dịch vụ Thử", "Lò Mẫu"),
        (".\nLò Mẫu – Hà Thử/VOV", "Lò Mẫu – Hà Thử"),
        (".\nNguồn: Lò Mẫu - Hà Thử.", "Lò Mẫu - Hà Thử"),
        (".\nNguồn: Báo Nậm Thử", None),
        (f".\n{PARAGRAPH}\nThái Bình\n(TTXM) – {PARAGRAPH}", "Thái Bình"),
        (f".\n{PARAGRAPH}\nĐiện Biên\n(TTXM) – {PARAGRAPH}", None),
        (".\nCHỈ ĐẠO CỦA QUẬN ỦY", None),
        (".\nNgười viết: admin lúc 18.07.2023", None),
    ],
    ids=[
        "in the paragraph",
        "no colon",
        "with a post",
        "three labels",
        "two labels",
        "a firm",
        "a site",
        "a source of two",
        "a paper",
        "named as a place",
        "a place",
        "a menu",
        "the machine",
    ],
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
        ("Thu, 05 Mar 2020 23:00:00 +0700", "2020-03-05"),
        ("Posted on March 5, 2020 at 09:15 AM", "2020-03-05"),
        ("5 Tháng Ba, 2020", "2020-03-05"),
        ("Tháng Mười Hai 25, 2020", "2020-12-25"),
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


@pytest.mark.parametrize(
    "headline",
    [
        "Nậm Thử tổng kết công tác năm 2019 và triển khai nhiệm vụ ...",
        "Nậm Thử " + "tổng kết công tác của năm 2019, " * 3 + "nhìn lại.",
    ],
    ids=["cut by a feed", "long, with a full stop"],
)
def test_a_headline_over_the_day_it_tells(headline: str) -> None:
    """A headline that was cut, or one as long as a paragraph, is known by the day of publishing under it."""
    told = read(f"Liên Hệ\n{headline}\n05/03/2020 14:33\n6.jpg?rt=20200305\n{PROSE}.")
    assert told.fields.title == headline


def test_a_button_and_a_caption_under_the_headline_of_a_copy() -> None:
    """The first line of a copy without menu is its headline, whatever button, picture and caption follow."""
    headline = "Nậm Thử: Nhiều việc tốt được làm"
    text = f"{headline}\nXem chi tiết ở đây\n1.jpg\nHội nghị ở Nậm Thử làm việc tốt. Ảnh: H.T\n{PROSE}."
    assert read(text).fields.title == headline


def test_a_lead_below_the_byline_belongs_to_the_article() -> None:
    """A copy that holds its lead last, behind the mark of its agency, is read with it; another article's is not."""
    text = f"Nậm Thử tổng kết công tác năm 2019\n{PROSE}.\nLò Mẫu\n(TTXM) – Các đại biểu đã thảo luận ở Nậm Thử."
    told = read(text)
    assert told.body[-1].end == len(text)
    assert told.fields.author == "Lò Mẫu"
    marked = text.replace("Sáng", "(TTXM) - Sáng")
    assert read(marked).body[-1].of(marked).endswith("Lò Mẫu")


def test_a_paragraph_on_who_answers_for_faults_is_no_footer() -> None:
    """A paragraph may begin with "Chịu trách nhiệm" as the line of the editor in charge does."""
    faults = "Chịu trách nhiệm về những khuyết điểm nêu trên là Ban Thường vụ Huyện ủy Nậm Thử cùng các đồng chí. " * 2
    text = f"Nậm Thử tổng kết công tác năm 2019\n{PROSE}.\n{faults}\n{PARAGRAPH}"
    assert "Chịu" in "|".join(span.of(text) for span in read(text).body)
