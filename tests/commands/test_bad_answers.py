"""score on a broken file: one line per problem with file and line, and nothing else."""

from pathlib import Path

import pytest

from exchange.answers_csv import HEADER
from tests.commands.conftest import Run, WriteAnswers, program, refusal

GOOD = "A1,c,coordinator,MC-05,level,3,,,"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A1,c,coordinator,MC-99,level,3,,,", "there is no criterion `MC-99`"),
        ("A1,c,coordinater,MC-07,level,3,,,", "Did you mean `coordinator`?"),
        ("A1,c,coordinator,MC-07,level,7,,,", "level `7` is not on the scale"),
        ("A1,c,coordinator,MC-07,level,,,,", "level `` is not on the scale"),
        ("A1,c,coordinator,MC-07,maybe,,,,", "there is no state `maybe`"),
        ("A1,c,coordinator,MC-05,level,2,,,", "twice, first in line 2"),
        ("A1,c,mentor,MC-07,level,2,,,", "Give everybody one role"),
        ("A1,c,coordinator,MC-07,level,3,,=1+1,", "starts like a formula"),
        ("A1,c,coordinator,MC-07,level,3,,", "8 cells where 9 are needed"),
        ('A1,c,coordinator,MC-07,level,3,,"open,', "not readable as CSV"),
    ],
)
def test_a_wrong_line_is_named(run: Run, write_answers: WriteAnswers, row: str, said: str) -> None:
    (line,) = refusal(run("score", write_answers([GOOD, row])))

    assert line.startswith("answers.csv:3: ")
    assert said in line


def test_every_wrong_line_is_named_at_once(run: Run, write_answers: WriteAnswers) -> None:
    rows = [GOOD, "A1,d,mentor,MC-41,level,9,,,", "A1,e,mentor,MC-41,shrug,,,,"]

    lines = refusal(run("score", write_answers(rows)))

    assert [line.split(": ")[0] for line in lines] == ["answers.csv:3", "answers.csv:4"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "answers.csv:1: the header is wrong"),
        (b"name;level\r\n", "answers.csv:1: the cells are separated by semicolons"),
        (b"assessment,person\r\n", "answers.csv:1: the header is wrong from cell 2 on"),
        (",".join(HEADER).encode("utf-16"), "answers.csv:1: written in UTF-16"),
        (b"assessment\nA1,\xe9\n", "answers.csv:2: not written in UTF-8"),
        (b"assessment\nA1,\0\n", "answers.csv:2: holds a NUL byte"),
        (b"PK\x03\x04\x14\0\x06\0", "answers.csv:1: holds a NUL byte"),
    ],
)
def test_a_file_that_is_no_answers_csv_is_named(
    run: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(content)

    (line,) = refusal(run("score", path))

    assert line.startswith(said)


def test_a_file_of_200_mb_is_refused_unread(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    (line,) = refusal(run("score", path))

    assert line == "answers.csv: larger than 50 MB. Split the file by assessment."


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_read_is_named(run: Run, tmp_path: Path, name: str) -> None:
    (line,) = refusal(run("score", tmp_path / name))

    assert "cannot be read: " in line


def test_broken_criteria_are_named_before_the_answers(run: Run, tmp_path: Path) -> None:
    (line,) = refusal(run("score", "answers.csv", "--criteria", tmp_path / "nowhere"))

    assert "no such criteria folder" in line


@pytest.mark.parametrize("option", ["--profile", "--ambition", "--language"])
def test_an_unknown_choice_is_wrong_usage_and_names_the_known(
    run: Run, write_answers: WriteAnswers, option: str
) -> None:
    result = run("score", write_answers([GOOD]), option, "zz")

    assert result.exit_code == 2
    assert "Choose one of: " in result.stderr


def test_the_real_program_shows_no_traceback(write_answers: WriteAnswers) -> None:
    result = program("score", write_answers(["A1,c,coordinator,MC-05,level,7,,,"]))

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "answers.csv:2: level `7` is not on the scale. Use 0 to 4.\n"
