"""score: the figures as JSON; of a broken file one line per problem, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyarrow import csv, parquet

from exchange.answers_csv import HEADER
from tests.support.command_line import Run, WriteAnswers, program, refusal


@pytest.fixture
def answers(write_answers: WriteAnswers) -> Path:
    """One coordinator, five mentees who gave a level and one who did not know, three mentors."""
    levels = [("coordinator", 3), *(("mentee", n) for n in (1, 2, 2, 2, 3))]
    levels += [("mentor", n) for n in (4, 4, 4)]
    rows = [f"A1,v{n},{role},MC-41,level,{level},,," for n, (role, level) in enumerate(levels)]
    return write_answers([*rows, "A1,v9,mentee,MC-41,unknown,,,,"])


def scored(run: Run, answers: Path, *options: str) -> dict[str, Any]:
    result = run("score", answers, "--format", "json", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_the_json_has_exactly_the_agreed_keys(run: Run, answers: Path) -> None:
    document = scored(run, answers)
    assessment = document["assessments"]["A1"]

    assert list(document) == ["catalogue", "assessments"]
    assert set(document["catalogue"]) == {"id", "version", "hash"}
    assert set(assessment) == {
        "criteria", "perspectives", "floor", "left_out", "voice_gaps", "discuss_first",
    }  # fmt: skip
    assert assessment["left_out"] is True
    assert set(assessment["perspectives"]["client"]) == {
        "score", "coverage", "scored", "applicable", "provisional",
    }  # fmt: skip
    assert set(assessment["floor"]) == {"met", "of", "open"}


def test_one_criterion_in_json_is_the_example_of_the_design(run: Run, answers: Path) -> None:
    criterion = scored(run, answers)["assessments"]["A1"]["criteria"]["MC-41"]
    roles = criterion.pop("by_role")
    spread = criterion.pop("spread")

    assert criterion == {
        "score": 2.5,
        "applies": True,
        "target": 3,
        "gap": 0.5,
        "priority": {"value": 1.0, "band": "low"},
    }
    assert {name: round(v, 3) if isinstance(v, float) else v for name, v in spread.items()} == {
        "n": 6,
        "neighbour_share": 0.833,
        "word": "shared",
        "consensus": 0.774,
        "agreement": 0.667,
        "sd": 0.687,
        "median": 2.0,
    }
    assert roles["mentee"].pop("spread")["n"] == 5
    assert roles["mentee"] == {
        "shown": True,
        "n": 5,
        "mean": 2.0,
        "levels": [0, 1, 3, 1, 0],
        "not_applicable": 0,
        "unknown": 1,
        "declined": 0,
    }
    assert "mentor" not in roles


def test_what_nobody_answered_is_null(run: Run, answers: Path) -> None:
    criterion = scored(run, answers)["assessments"]["A1"]["criteria"]["MC-05"]

    assert criterion["score"] is criterion["gap"] is criterion["spread"] is None
    assert criterion["by_role"] == {}


def test_ambition_sets_the_targets(run: Run, answers: Path) -> None:
    criteria = scored(run, answers, "--ambition", "exemplary")["assessments"]["A1"]["criteria"]

    assert criteria["MC-41"]["target"] == 4
    assert criteria["MC-41"]["gap"] == 1.5


def test_the_profile_says_which_criteria_count(run: Run, answers: Path) -> None:
    full, short = (
        scored(run, answers, "--profile", profile)["assessments"]["A1"]["criteria"]
        for profile in ("full", "short")
    )

    assert (len(full), len(short)) == (75, 20)


def test_the_threshold_is_a_setting(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "6")

    assert "mentee" not in scored(run, answers)["assessments"]["A1"]["criteria"]["MC-41"]["by_role"]


def test_no_setting_lowers_the_threshold(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "4")

    assert "greater than or equal to 5" in run("score", answers).stderr


def test_parquet_gives_the_same_figures(run: Run, answers: Path) -> None:
    table = csv.read_csv(answers)
    file = answers.with_suffix(".parquet")
    parquet.write_table(table, file)

    assert scored(run, file) == scored(run, answers)


def test_progress_is_written_beside_the_figures(run: Run, answers: Path) -> None:
    result = run("score", answers, "--format", "json", "--progress")

    assert json.loads(result.stdout)["assessments"].keys() == {"A1"}
    assert result.stderr.splitlines()[0] == "Reading answers.csv: 0 %"
    assert result.stderr.splitlines()[-1] == "Scoring: 100 %"


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
