"""Answers as Parquet: counted as the same CSV, and refused in one sentence where that cannot be."""

import tracemalloc
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from assessment.errors import AnswersFileError
from exchange.answer_files import parquet_blocks
from exchange.answer_files.read import MAX_PROBLEMS, count_answers, read_answers
from exchange.answers_csv import HEADER
from tests.support.catalogues import a_catalogue

CATALOGUE = a_catalogue("C-1", "C-2")
COLUMNS: dict[str, Any] = {
    "assessment": ["A1", "A1", "A2"],
    "respondent": ["R1", "R2", "R1"],
    "role": ["coordinator", "mentee", "mentor"],
    "criterion": ["C-1", "C-1", "C-2"],
    "state": ["level", "unknown", "level"],
    "level": ["3", None, "0"],
    "reason": [None, None, None],
    "comment": ["a word", None, ""],
    "evidence": [None, None, None],
}


def written(folder: Path, **columns: Any) -> Path:
    path = folder / "answers.parquet"
    wanted = {name: column for name, column in {**COLUMNS, **columns}.items() if column is not None}
    parquet.write_table(pa.table(wanted), path)
    return path


def long_text_in_every_row(folder: Path, rows: int) -> Path:
    long = pa.array(["x" * 1000] * rows).dictionary_encode()
    same = {name: [COLUMNS[name][0]] * rows for name in HEADER} | {"comment": long}
    return written(folder, **same | {"respondent": [f"R{n}" for n in range(rows)]})


def refusal(path: Path) -> str:
    with pytest.raises(AnswersFileError) as caught:
        count_answers(path, CATALOGUE, lambda _: None)
    return str(caught.value)


@pytest.mark.parametrize(
    "level",
    [
        pytest.param(["3", None, "0"], id="text"),
        pytest.param(pa.array([3, None, 0], pa.int8()), id="whole numbers"),
        pytest.param(pa.array([3.0, None, 0.0]), id="numbers of pandas"),
        pytest.param(pa.array(["3", None, "0"]).dictionary_encode(), id="categories"),
    ],
)
def test_rows_come_in_whatever_a_level_is_kept_as(tmp_path: Path, level: Any) -> None:
    rows = read_answers(written(tmp_path, level=level), CATALOGUE)

    assert [row.answer.level for row in rows] == [3, None, 0]
    assert [row.answer.comment for row in rows] == ["a word", "", ""]


def test_texts_may_be_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, reason=None, comment=None, evidence=None)

    tally = count_answers(path, CATALOGUE, lambda _: None)

    assert sum(int(table.counts.sum()) for table in tally.tables()) == 3


def test_a_wrong_row_is_named_by_its_number(tmp_path: Path) -> None:
    path = written(tmp_path, role=["coordinator", "mente", "mentor"])

    assert refusal(path) == "answers.parquet:2: there is no role `mente`. Did you mean `mentee`?"


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"role": None}, f"there is no column `role`. The columns must be: {', '.join(HEADER)}"),
        (
            {"level": [[3], [1], [0]]},
            "not readable as Parquet. Write it again, every column as text.",
        ),
        (
            {"level": [2.5, 1.0, 0.0]},
            "not readable as Parquet. Write it again, every column as text.",
        ),
    ],
)
def test_columns_that_cannot_be_read_are_named(
    tmp_path: Path, columns: dict[str, Any], said: str
) -> None:
    assert refusal(written(tmp_path, **columns)) == f"answers.parquet: {said}"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"x" * 99 + b"PAR1"])
def test_what_is_no_parquet_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.parquet"
    path.write_bytes(content)

    assert refusal(path).startswith("answers.parquet: not readable as Parquet.")


@pytest.mark.parametrize("word", [b"a word", b"evidence"], ids=["a text", "name of a column"])
def test_what_is_no_utf_8_is_said(tmp_path: Path, word: bytes) -> None:
    path = tmp_path / "answers.parquet"
    parquet.write_table(pa.table(COLUMNS), path, compression="none", use_dictionary=False)
    path.write_bytes(path.read_bytes().replace(word, b"\xff" * len(word)))

    assert refusal(path).startswith("answers.parquet: not readable as Parquet.")


def test_a_column_that_stands_there_twice_is_said(tmp_path: Path) -> None:
    path = tmp_path / "answers.parquet"
    table = pa.table(COLUMNS)
    parquet.write_table(table.append_column("level", table["level"]), path)

    assert "the column `level` stands there twice" in refusal(path)


def test_a_file_cut_short_is_said(tmp_path: Path) -> None:
    whole = written(tmp_path).read_bytes()
    path = tmp_path / "answers.parquet"
    path.write_bytes(whole[:4] + b"\xff" * 60 + whole[64:])

    assert refusal(path).startswith("answers.parquet: ")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    said = refusal(tmp_path / "answers.parquet")

    assert (
        said
        == "answers.parquet: cannot be read: No such file or directory. Check the name of the file."
    )


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.parquet"
    with path.open("wb") as file:
        file.truncate(60_000_000)

    assert "larger than 50 MB" in refusal(path)


def test_millions_of_equal_rows_in_a_tiny_file_are_refused_before_they_are_read(
    tmp_path: Path,
) -> None:
    path, many = tmp_path / "answers.parquet", 1_000_000
    rows = pa.table({name: pa.array([COLUMNS[name][0]] * many, pa.string()) for name in HEADER})
    with parquet.ParquetWriter(path, rows.schema) as writer:
        for _ in range(4):
            writer.write_table(rows)
    started = process_time()

    assert path.stat().st_size < 200_000
    assert (
        refusal(path) == "answers.parquet: more than 3,000,000 rows. Split the file by assessment."
    )
    assert process_time() - started < 1


def test_rows_that_repeat_take_no_more_room_than_what_is_told_of_them(tmp_path: Path) -> None:
    rows = 100_000
    path = written(tmp_path, **{name: [COLUMNS[name][0]] * rows for name in HEADER})
    tracemalloc.start()
    try:
        said = refusal(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert said.count("Keep one.") <= MAX_PROBLEMS + 1
    assert most < 25_000_000


def test_a_small_file_that_unpacks_to_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_blocks, "MAX_UNPACKED", 100)

    said = "answers.parquet: more than 0 MB of text. Split the file by assessment."
    assert refusal(written(tmp_path)) == said


def test_a_small_file_that_names_one_long_text_by_every_row_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_blocks, "MAX_UNPACKED", 1_000_000)
    path = long_text_in_every_row(tmp_path, rows=1_001)

    assert path.stat().st_size < 50_000
    assert "more than 1 MB of text" in refusal(path)


def test_one_long_text_named_by_every_row_is_never_there_many_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_blocks, "MAX_BLOCK", 10_000)
    rows = 64
    path = long_text_in_every_row(tmp_path, rows)

    found = [block for block, _ in parquet_blocks.parquet_blocks(path)]

    assert len(found) == 8
    assert np.concatenate([block.lines for block in found]).tolist() == list(range(1, rows + 1))
