"""What sentences tell is weighed together: the row worth most, the same on every machine."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading import read
from tongket.reading.cues import words_of
from tongket.reading.statements.weighing import KINDS, Weights, learnt, packed, weigh
from tongket.terms.records import StatementKind

RESULT, TASK = StatementKind.RESULT, StatementKind.TASK
WORTH = st.tuples(*[st.integers(-400, 400)] * len(KINDS))
TRAITS = ("sown", "asked", "met")


Rows = tuple[tuple[int, ...], ...]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[list[str]], dict[str, tuple[int, ...]], tuple[Rows, Rows]]:
    """Draw sentences with traits, what each trait is worth, and what a kind is worth after each, twice."""
    sentences = draw(st.lists(st.lists(st.sampled_from(TRAITS)), min_size=1, max_size=4))
    after, after_spoken = (tuple(draw(WORTH) for _ in KINDS) for _ in range(2))
    return sentences, {trait: draw(WORTH) for trait in TRAITS}, (after, after_spoken)


@given(cases(), st.sets(st.integers(0, 3)))
def test_the_row_is_worth_most(
    case: tuple[list[list[str]], dict[str, tuple[int, ...]], tuple[Rows, Rows]], spoken: set[int]
) -> None:
    """No other row of kinds is worth more than the one found."""
    sentences, traits, after = case

    def worth(row: tuple[int, ...]) -> int:
        own = sum(traits[trait][kind] for kind, met in zip(row, sentences, strict=True) for trait in met)
        return own + sum(after[place in spoken][one][other] for place, (one, other) in enumerate(pairwise(row), 1))

    weights = Weights(0, *after, {trait: packed(worths) for trait, worths in traits.items()})
    found = tuple(KINDS.index(kind) for kind in weigh(sentences, spoken, weights))
    assert worth(found) == max(map(worth, product(range(len(KINDS)), repeat=len(sentences))))


def test_no_sentence_has_no_kind() -> None:
    """A text without prose has an empty row."""
    assert weigh([]) == []


def test_a_trait_nobody_learnt_counts_for_nothing() -> None:
    """Unknown traits change no verdict."""
    plain = [["open:worked", "main:achieved"], ["open:request", "is spoken"]]
    assert weigh([[*traits, "never met"] for traits in plain]) == weigh(plain)


def test_weights_leave_room_for_all_traits_of_a_sentence() -> None:
    """No sum of weights leaves the digits it is kept in: all traits at once stay below half a million."""
    middle = packed([1 << 19] * len(KINDS))
    total = sum(map(abs, (((worth + middle) >> 20 * kind & 0xFFFFF) - (1 << 19)
                          for worth in learnt().traits.values() for kind in range(len(KINDS)))))  # fmt: skip
    assert 0 < total < 1 << 19


REPORT = [
    "Sáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác dân vận năm 2023.",
    "Năm 2023, các cấp ủy đã tổ chức 24 hội nghị với 1.250 lượt người tham gia.",
    "Toàn huyện xây dựng được 18 mô hình mới, đạt 120% kế hoạch.",
    "Tuy nhiên, công tác tuyên truyền ở một số xã còn hạn chế.",
    "Phát biểu kết luận hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, yêu cầu các xã rà soát hộ nghèo.",
    "Tiếp tục vận động nhân dân hiến đất làm đường.",
]


def test_a_whole_report_is_told_sentence_by_sentence() -> None:
    """News of the meeting, work done, a shortcoming, a request and the order after it each keep their kind."""
    reading = read("\n".join(REPORT) + "\n")
    told = {statement.span.of(reading.text): str(statement.kind) for statement in reading.statements}
    assert [told.get(sentence) for sentence in REPORT] == [None, "result", "result", "limitation", "task", "task"]


@pytest.mark.parametrize("count", [1, 4])
def test_a_text_too_short_to_weigh_is_told_by_the_rules(count: int) -> None:
    """A few sentences without a report around them tell what their own words say."""
    reading = read(" ".join(["Toàn xã đã trồng được 40 ha ngô vụ đông."] * count))
    assert [statement.kind for statement in reading.statements] == [RESULT] * count


def test_words_in_the_opening_are_of_the_list() -> None:
    """The table knows words by themselves, none with a figure, and in the opening those of the list `telling`."""
    openings = {trait.removeprefix("first:") for trait in learnt().traits if trait.startswith("first:")}
    assert openings
    assert openings <= words_of("telling")
    assert not [trait for trait in learnt().traits if any(map(str.isdigit, trait))]


def test_the_table_has_a_whole_number_for_every_kind() -> None:
    """What was learnt knows what headings announce, and work to come after work asked for is likelier than none."""
    weights = learnt()
    assert {f"section:{kind}" for kind in KINDS if kind} <= set(weights.traits)
    task = KINDS.index(TASK)
    assert weights.after[task][task] > weights.after[task][0]
