"""The whole reading: one text in any way of writing gives the same records, each with its evidence."""

import hashlib
import re
import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading import READER, read
from tongket.terms.records import Reading

REPORT = (
    "Huyện Nậm Thử tổng kết công tác dân vận năm 2023\n"
    "15/12/2023 08:30\n"
    "Sáng 12/12, tại Hội trường Huyện ủy, Uỷ ban MTTQ huyện Nậm Thử tổ chức hội nghị tổng kết công tác dân vận "
    "năm 2023, triển khai nhiệm vụ năm 2024.\n"
    "Dự hội nghị có đồng chí Lò Văn Thuỷ, Uỷ viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh uỷ. "
    "Đồng chí Hà Thị Hoà, Bí thư Huyện uỷ Nậm Thử, chủ trì hội nghị.\n"
    "Trong năm, toàn huyện đã thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương, "
    "vận động trên 1.250 hộ hiến 12,5 ha đất; tỷ lệ hộ dùng nước sạch đạt 92,5%, sức khoẻ người dân được nâng lên.\n"
    "Tuy nhiên, công tác hoà giải ở một số xã còn chậm.\n"
    "Năm 2024, huyện sẽ nhân rộng 15 mô hình “Dân vận khéo” về thuỷ lợi và bảo vệ rừng.\n"
    "Phát biểu tại hội nghị, đồng chí Lò Văn Thuỷ đề nghị các xã rà soát hộ nghèo.\n"
    "Nhân dịp này, 5 tập thể được UBND huyện tặng giấy khen.\n"
)
# Fragments of reports, to be put together in any order and with anything between them.
PIECES = st.sampled_from(
    [*re.split(r"(?<=[\n.,;]) ?", REPORT), " ", "\n", ". ", ": ", "“", "”", "I. KẾT QUẢ\n", "Đồng chí ", "kiêm "]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join)
OLD_HABIT = {"oà": "òa", "oẻ": "ỏe", "uỷ": "ủy", "oá": "óa", "uý": "úy"}


def old_habit(text: str) -> str:
    """Write the tone mark of open oa, oe, uy on the first vowel."""
    for new, old in OLD_HABIT.items():
        text = re.sub(rf"(?<![qQ]){new}(?!\w)", old, text)
        text = text.replace(new.capitalize(), old.capitalize())
    return text


def keys(reading: Reading) -> list[object]:
    """Return what a reading says, without the places where it says so."""
    return [
        [(each.kind, each.date, each.reviewed, each.ahead) for each in reading.events],
        [(old_habit(each.name), [old_habit(post) for post in each.posts], each.roles) for each in reading.officials],
        [(each.key, each.date) for each in reading.directives],
        [(each.kind, each.quantity, each.noun and old_habit(each.noun)) for each in reading.figures],
        [each.kind for each in reading.statements],
        [(old_habit(each.honour), each.grantor and old_habit(each.grantor)) for each in reading.awards],
    ]


def test_a_report_is_read() -> None:
    """Every type of record is found in a report that holds them all."""
    reading = read(REPORT, name="Nậm Thử")
    assert (reading.name, reading.reader, reading.text) == ("Nậm Thử", READER, REPORT)
    assert reading.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert [(event.date, event.reviewed, event.ahead) for event in reading.events] == [("2023-12-12", "2023", "2024")]
    assert {person.name: tuple(person.roles) for person in reading.officials} == {
        "Lò Văn Thuỷ": ("attendee", "speaker"),
        "Hà Thị Hoà": ("chair",),
    }
    assert [directive.key for directive in reading.directives] == ["25-NQ/TW"]
    assert [str(statement.kind) for statement in reading.statements] == ["result", "limitation", "task", "task"]
    assert [award.honour for award in reading.awards] == ["giấy khen"]
    assert len(reading.figures) >= 4


def test_a_name_is_only_for_a_text() -> None:
    """A document keeps its own name; a text without one has none."""
    assert read(document_from_text(REPORT, "của tệp"), name="khác").name == "của tệp"
    assert read(REPORT).name == ""


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: unicodedata.normalize("NFD", text),
        old_habit,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("ngày 03", "ngày\u00a003").replace("1.250 hộ", "1.250\u00a0hộ"),
        lambda text: "\ufeff" + text,
    ],
    ids=["decomposed", "old tone habit", "line ends of Windows", "eth for đ", "straight quotes", "no-break", "mark"],
)
def test_ways_of_writing_make_no_difference(rewrite: object) -> None:
    """The same report in another encoding habit says the same."""
    assert callable(rewrite)
    assert keys(read(rewrite(REPORT))) == keys(read(REPORT))


@given(TEXTS)
def test_decomposed_and_tone_habits_agree_anywhere(text: str) -> None:
    """Whatever is put together from pieces of reports reads the same decomposed, and in the old tone habit."""
    plain = unicodedata.normalize("NFC", text)
    assert keys(read(unicodedata.normalize("NFD", plain))) == keys(read(plain))
    assert keys(read(old_habit(plain))) == keys(read(plain))


@given(TEXTS)
def test_every_span_quotes_the_text(text: str) -> None:
    """Every record has a span that lies in the text, is not empty and begins and ends with no white space."""
    reading = read(text)
    named = [each.spans for each in reading.officials] + [each.spans for each in reading.directives]
    assert all(named)
    spans = [each.span for each in reading.events] + [each.span for each in reading.figures]
    spans += [each.span for each in reading.statements] + [each.span for each in reading.awards]
    for span in (*spans, *chain.from_iterable(named)):
        assert 0 <= span.start < span.end <= len(reading.text)
        assert span.of(reading.text).strip() == span.of(reading.text)


@given(TEXTS)
def test_records_stand_in_order(text: str) -> None:
    """Officials, directives, figures, statements and awards come in the order of the text."""
    reading = read(text)
    for records in (reading.figures, reading.statements, reading.awards):
        assert [each.span for each in records] == sorted(each.span for each in records)
    for named in (reading.officials, reading.directives):
        assert [each.spans[0] for each in named] == sorted(each.spans[0] for each in named)


@given(TEXTS)
def test_statements_are_whole_sentences_told_once(text: str) -> None:
    """No two statements overlap, and no sentence is told twice."""
    reading = read(text)
    spans = [statement.span for statement in reading.statements]
    assert all(not one.overlaps(other) for at, one in enumerate(spans) for other in spans[at + 1 :])


@given(TEXTS)
def test_officials_hold_posts_and_roles_that_fit(text: str) -> None:
    """An official has a post, each once, a name once, and no chair is also an attendee."""
    officials = read(text).officials
    assert len({person.name.lower() for person in officials}) == len(officials)
    for person in officials:
        assert person.posts
        assert len(set(person.posts)) == len(person.posts)
        assert len(set(person.roles)) == len(person.roles)
        assert not {"chair", "attendee"} <= set(person.roles)


@given(TEXTS)
def test_events_say_dates_and_periods_that_can_be(text: str) -> None:
    """Dates are ISO as far as told, and the period ahead begins after the one looked back on began."""
    for event in read(text).events:
        assert event.date is None or re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", event.date)
        assert event.reviewed is None or event.ahead is None or event.reviewed[:4] <= event.ahead[:4]


@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    """A reading depends on nothing but the text."""
    assert read(text) == read(text)
