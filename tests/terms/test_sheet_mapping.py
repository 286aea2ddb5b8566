"""The file of a sheet mapping: what is written comes back, what is wrong is named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.errors import TongketError
from tongket.terms.sheet_mapping import LineRole, MappedLine, MappedTable, SheetMapping
from tongket.terms.sheet_mapping_form import column_name, column_place, mapping_from_toml, mapping_to_toml

_WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
_LINES = st.lists(
    st.builds(
        MappedLine,
        place=st.integers(1, 16384),
        words=_WORDS,
        indicator=_WORDS,
        org=_WORDS,
        period=st.sampled_from(["", "2024", "2024-Q1", "2024-06", "2020/2025"]),
        scale=st.sampled_from([Decimal(1), Decimal(1000), Decimal("0.01")]),
        approx=st.booleans(),
        role=st.sampled_from(list(LineRole)),
        reason=_WORDS,
    ),
    max_size=5,
    unique_by=lambda line: line.place,
).map(lambda lines: tuple(sorted(lines, key=lambda line: line.place)))
_TABLES = st.lists(st.builds(MappedTable, _WORDS, st.integers(1, 9), _LINES, _LINES, _WORDS, _WORDS), max_size=3)


@given(st.builds(SheetMapping, _WORDS, _WORDS, _TABLES.map(tuple), _WORDS, st.sampled_from(["", "2024"])))
def test_a_mapping_comes_back_from_its_file(mapping: SheetMapping) -> None:
    """Whatever words stand in cells, the file says the same as the mapping, with remarks and without."""
    assert mapping_from_toml(mapping_to_toml(mapping), "a.toml") == mapping
    remarked = mapping_to_toml(mapping, lambda table, axis, place: f"{table} {axis}\n{place}", ["đầu tệp"])
    assert mapping_from_toml(remarked, "a.toml") == mapping


@given(st.integers(1, 16384))
def test_columns_go_by_their_letters(place: int) -> None:
    """Letters and numbers of columns are one to one."""
    assert column_place(column_name(place)) == place


def test_the_letters_are_those_of_the_sheet() -> None:
    """The first columns of a sheet have the names everybody knows."""
    assert [column_name(place) for place in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


_HEAD = 'form = "tongket-mapping/1"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("form = ", "TOML"),
        ('form = "khác"', "tongket-mapping/1"),
        (_HEAD + "la = 1", "la"),
        (_HEAD + "tables = 1", "[[tables]]"),
        (_HEAD + "[[tables]]\n[tables.columns]\n7 = {}", "cột 7"),
        (_HEAD + "[[tables]]\n[tables.rows]\nC = {}", "dòng C"),
        (_HEAD + '[[tables]]\n[tables.rows]\n7 = { role = "gì" }', "role"),
        (_HEAD + '[[tables]]\n[tables.rows]\n7 = { period = "năm ngoái" }', "năm ngoái"),
        (_HEAD + "[[tables]]\nscale = 0", "scale"),
        (_HEAD + "[[tables]]\nscale = inf", "scale"),
    ],
)
def test_a_fault_of_the_file_is_named(text: str, told: str) -> None:
    """A person who corrects the file is told where it went wrong."""
    with pytest.raises(TongketError, match=told.replace("[", r"\[")):
        mapping_from_toml(text, "a.toml")
