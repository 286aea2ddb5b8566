"""Texts of our own that the weights of statements are learnt from: how they are marked, and that all are."""

import runpy
import unicodedata
from pathlib import Path

import pytest

from tongket.terms.records import StatementKind

pytest.importorskip("numpy")
TOOLS = Path(__file__).parents[2] / "tools"
TOOL = runpy.run_path(str(TOOLS / "learn_statements.py"))
TEXTS = sorted((TOOLS / "pages_to_learn").glob("*.txt"))

MARKED = """\
# Huyện Suối Lụa sơ kết công tác dân vận

- Sáng 3/7, Huyện ủy Suối Lụa họp.
r Sáu tháng qua, huyện xây dựng được 14 mô hình.

l Tuy nhiên, hai xã chưa có mô hình nào.
t Hội nghị yêu cầu các xã đăng ký mô hình trước tháng 9.
"""


def test_a_marked_text_gives_its_sentences_and_what_they_tell() -> None:
    """Marks leave the text, sentences of a paragraph stand in one line, and spans hold what was marked."""
    text, told = TOOL["read_marked"](MARKED)
    assert text.splitlines() == [
        "Huyện Suối Lụa sơ kết công tác dân vận",
        "Sáng 3/7, Huyện ủy Suối Lụa họp. Sáu tháng qua, huyện xây dựng được 14 mô hình.",
        "Tuy nhiên, hai xã chưa có mô hình nào. Hội nghị yêu cầu các xã đăng ký mô hình trước tháng 9.",
    ]
    assert [(kind, text[start:end]) for kind, (start, end) in told] == [
        (StatementKind.RESULT, "Sáu tháng qua, huyện xây dựng được 14 mô hình."),
        (StatementKind.LIMITATION, "Tuy nhiên, hai xã chưa có mô hình nào."),
        (StatementKind.TASK, "Hội nghị yêu cầu các xã đăng ký mô hình trước tháng 9."),
    ]


def test_a_line_without_a_mark_is_refused() -> None:
    """A forgotten mark is no sentence without a kind."""
    with pytest.raises(ValueError, match="Nobody marked"):
        TOOL["read_marked"]("# A headline\n\nNobody marked this.\n")


def test_a_folder_of_marked_texts_is_learnt_from(tmp_path: Path) -> None:
    """Each text of a folder becomes a page whose sentences have the kinds they were marked as."""
    (tmp_path / "one.txt").write_text(MARKED, encoding="utf-8")
    (page,) = TOOL["marked_folder"](tmp_path)
    assert page.kinds == [0, 1, 2, 3]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_text_of_our_own_is_marked(path: Path) -> None:
    """Every line has a mark, and letters are composed."""
    lines = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", lines)
    assert TOOL["read_marked"](lines)[0].strip()
