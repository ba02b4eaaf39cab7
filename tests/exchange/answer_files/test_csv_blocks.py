"""A CSV in blocks: in bulk where that is certainly right, and never more than it may be."""

from pathlib import Path

import pytest

from assessment.errors import AnswersFileError
from exchange.answer_files import csv_blocks
from exchange.answers_csv import HEADER
from tests.support.catalogues import raw_file

TOP = ",".join(HEADER)
ROW = "A1,R1,mentee,C-1,level,2,,,"


def blocks(text: str) -> list[tuple[list[int], int]]:
    """The lines of every block, and how many rows had another number of cells."""
    found = csv_blocks.csv_blocks(text.encode(), "answers.csv")
    return [(block.lines.tolist(), len(block.odd)) for block, _ in found]


def test_a_plain_file_is_read_in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_blocks, "_Rows", None)

    assert blocks(f"{TOP}\n{ROW}\n\n{ROW}") == [([2, 4], 0)]
    assert blocks(f'{TOP}\r\n{ROW[:-1]}"one\r\ntwo",\r\n{ROW}\r\n') == [([2, 4], 0)]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (f"{ROW}\r{ROW}\n", [2, 3]),
        (f"\ufeff{ROW}\n{ROW}\n", [2, 3]),
        (f'{ROW[:-1]}5" wide,\n{ROW}\n', [2, 3]),
    ],
)
def test_what_is_out_of_the_ordinary_is_read_row_by_row(rows: str, lines: list[int]) -> None:
    assert blocks(f"{TOP}\n{rows}") == [(lines, 0)]


def test_a_row_longer_than_a_block_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_blocks, "SIZE", 100)

    assert blocks(f"{TOP}\n{ROW}{'x' * 500}\n{ROW}\n") == [([2, 3], 0)]


def test_a_device_without_end_is_refused_and_not_read_to_its_end() -> None:
    with pytest.raises(AnswersFileError, match="larger than 50 MB"):
        csv_blocks.read_bytes(Path("/dev/zero"))


@pytest.mark.parametrize("before", range(20))
def test_a_wrong_byte_is_found_wherever_the_parts_are_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    monkeypatch.setattr(csv_blocks, "SIZE", 8)
    fine = "é漢🙂\n" * 4 + "x" * before
    path = raw_file(tmp_path, fine.encode() + b"\xf0\x9f\xe2\n")

    assert csv_blocks.read_bytes(raw_file(tmp_path, fine)) == fine.encode()
    raw_file(tmp_path, fine.encode() + b"\xf0\x9f\xe2\n")
    with pytest.raises(AnswersFileError, match=r"csv:5: not written in UTF-8"):
        csv_blocks.read_bytes(path)
