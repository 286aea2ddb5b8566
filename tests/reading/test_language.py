"""A text in another language is not read, and the reading says so."""

from tongket.reading import read

_ENGLISH = (
    "Spring market opens in Cam Dai\n"
    "On 12 March 2025 the district of Cam Dai opened its spring market with 45 stalls and more than 1,200 visitors. "
    "The chairman of the district said that 80% of the stalls were held by women and thanked 12 volunteers. "
    "The market, which has been held every year since 1998, will close on Sunday with a concert in the old town hall.\n"
)


def test_an_english_text_gives_a_finding_and_no_records() -> None:
    """English is told apart, and none of its numbers become figures."""
    reading = read(_ENGLISH)
    assert [finding.code for finding in reading.findings] == ["NOT-VIETNAMESE"]
    assert reading.body == reading.figures == reading.statements == reading.events == ()


def test_vietnamese_without_its_marks_is_not_read() -> None:
    """Vietnamese typed without marks is no text the grammar holds for."""
    reading = read(
        "Bao cao tong ket nam 2024\nNam 2024, Huyen uy Cam Dai to chuc 12 hoi nghi hoc tap nghi quyet cho 3.400 can bo "
        "dang vien; phoi hop voi cac co quan mo 5 lop boi duong ly luan chinh tri cho 298 hoc vien trong toan huyen; "
        "xay dung 14 mo hinh hoc tap va lam theo Bac tai cac chi bo truc thuoc.\n"
    )
    assert [finding.code for finding in reading.findings] == ["NOT-VIETNAMESE"]


def test_a_few_words_of_another_language_do_not_matter() -> None:
    """A Vietnamese sentence with an English title in it is read as ever."""
    reading = read("Báo cáo tuần\nBan Tuyên giáo tổ chức 3 lớp “Design thinking for local government officials”.\n")
    assert "NOT-VIETNAMESE" not in [finding.code for finding in reading.findings]
    assert [figure.span.of(reading.text)[0] for figure in reading.figures] == ["3"]
