"""A corpus read on Spark gives what one machine gives, whatever lies in the corpus."""

import hashlib
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from tongket.actions.read_paths import PATHS, read_paths
from tongket.actions.reading_on_spark import read_on_spark
from tongket.cli.inputs import find_files
from tongket.document.files import read_file
from tongket.reading import READER, read
from tongket.reading.arrow import SCHEMAS, tables_of
from tongket.reading.form import reading_to_json
from tongket.rollup.engines.spark import Spark
from tongket.terms.errors import TongketError

SAMPLES = Path(__file__).parents[2] / "samples" / "reports" / "2023"
NEWS = "Sáng 12/12/2024, Ban Tuyên giáo Tỉnh ủy Nậm Sơn tổ chức hội nghị với trên 45.300 lượt người tham dự.\n"


@pytest.fixture(scope="module")
def table(spark: Spark, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the samples of a year, which are of all formats, and three files that are broken."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "rong.txt").write_bytes(b"")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    (folder / "hong.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    into = folder / "bang"
    came = read_on_spark([*find_files([str(SAMPLES)]), *find_files([str(folder)])], into, spark)
    assert (came.documents, came.failed >= 3) == (len(list(SAMPLES.iterdir())) + 3, True)
    return into


def test_every_reading_is_that_of_one_machine(table: Path) -> None:
    """Byte for byte the same form, by its sha256, for every file and every format."""
    rows = pq.read_table(table / "readings").to_pylist()
    told = {row["path"]: _sha256(row["reading"]) for row in rows}
    assert told == {path: _sha256(reading_to_json(read(read_file(path)))) for path in told}
    assert {Path(path).suffix for path in told} >= {".docx", ".pdf", ".html", ".txt"}
    assert len(told) == len(rows)


def test_every_record_is_that_of_one_machine(table: Path) -> None:
    """The tables of records are those of `reading/arrow.py`, each row with its file."""
    paths = sorted(pq.read_table(table / "readings")["path"].to_pylist())
    for name, expected in tables_of(read(read_file(path)) for path in paths).items():
        told = ds.dataset(table / name).to_table()
        assert told.schema.names == ["path", *SCHEMAS[name].names]
        assert sorted(map(str, told.drop_columns("path").to_pylist())) == sorted(map(str, expected.to_pylist()))


def test_broken_files_are_findings(table: Path) -> None:
    """What is wrong with a file is told in its reading and in the table of findings, and nothing else fails."""
    rows = {Path(row["path"]).name: row for row in pq.read_table(table / "readings").to_pylist()}
    assert [rows[name]["failed"] for name in ("rong.txt", "hong.docx", "hong.pdf")] == [True] * 3
    assert {row["fault"] for row in rows.values()} == {None}
    findings = ds.dataset(table / "findings").to_table().to_pylist()
    assert "FILE-EMPTY" in {row["code"] for row in findings if row["path"].endswith("rong.txt")}


def test_nothing_half_written_stays(spark: Spark, tmp_path: Path) -> None:
    """A table that is there is not touched, and beside a whole one nothing is left."""
    (tmp_path / "bai.txt").write_text(NEWS, encoding="utf-8")
    into = tmp_path / "bang"
    read_on_spark([str(tmp_path / "bai.txt")], into, spark, with_text=True)
    with pytest.raises(TongketError, match="bang"):
        read_on_spark([str(tmp_path / "bai.txt")], into, spark)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bai.txt", "bang"]
    assert sorted(path.name for path in into.iterdir()) == sorted(["readings", *SCHEMAS])
    form = reading_to_json(read(read_file(tmp_path / "bai.txt")), with_text=True)
    assert pq.read_table(into / "readings")["reading"].to_pylist() == [form]


def test_a_fault_of_ours_is_told_in_its_row(tmp_path: Path) -> None:
    """A file whose name no reading can carry has a row that says so; those beside it are read."""
    odd = os.fsencode(tmp_path) + b"/b\xe1o c\xe1o.txt"
    Path(os.fsdecode(odd)).write_text(NEWS, encoding="utf-8")
    (tmp_path / "bai.txt").write_text(NEWS, encoding="utf-8")
    files = pa.RecordBatch.from_pydict({"number": [0, 1], "file": [odd, os.fsencode(tmp_path / "bai.txt")]}, PATHS)
    rows = [batch.to_pylist()[0] for batch in read_paths([files], reader=READER, with_text=False)]
    assert [row["failed"] for row in rows] == [True, False]
    assert rows[0]["fault"].startswith("UnicodeEncodeError")
    assert [figure["low"] for figure in rows[1]["figures"]] == [45300.0]


def test_another_version_is_refused() -> None:
    """A worker with another grammar would read otherwise: it says so instead."""
    with pytest.raises(TongketError, match="khác nhau"):
        list(read_paths([], reader="0", with_text=False))


def _sha256(form: str) -> str:
    return hashlib.sha256(form.encode()).hexdigest()
