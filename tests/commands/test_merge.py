"""Forms put together on the command line."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from exchange.answers_csv import HEADER
from tests.support.command_line import CRITERIA, Run
from tests.support.files.filled_forms import fill, form, project, stored

__all__ = ["project"]  # a fixture


def test_forms_are_merged_to_talk_about_and_to_read(run: Run, project: str, tmp_path: Path) -> None:
    blank = form(run, project, tmp_path / "f.xlsx")
    one = fill(blank, MC_41={"answer": 3, "comment": "ja"}, MC_44=2)
    other = fill(blank, MC_41=1, MC_44=2)
    out = tmp_path / "merged.xlsx"

    result = run("merge", one, other, "-o", out)

    assert result.stdout.splitlines()[:2] == [
        f"Respondent 1: {one.name}",
        f"Respondent 2: {other.name}",
    ]
    assert "MC-41: the respondents differ\n  1: level 3 | ja\n  2: level 1\n" in result.stdout
    decided = fill(out, MC_41=2)
    assert run("offline", "read", decided).stdout.endswith("Written: 2.\n")
    assert stored(run, project, tmp_path) == "2 ja"


def test_merged_voices_can_be_a_file_of_answers(run: Run, project: str, tmp_path: Path) -> None:
    blank = form(run, project, tmp_path / "f.xlsx")
    out = tmp_path / "merged.csv"
    run("merge", fill(blank, MC_41=3), fill(blank, MC_41=1), "-o", out)
    rows = list(csv.DictReader(out.read_text().splitlines()))

    assert tuple(rows[0]) == HEADER
    assert [(row["respondent"], row["level"]) for row in rows] == [
        ("voice-1", "3"),
        ("voice-2", "1"),
    ]
    assert run("score", out).exit_code == 0


def test_forms_of_an_older_catalogue_are_merged_with_what_the_database_keeps(
    run: Run, project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = form(run, project, tmp_path / "f.xlsx")
    newer = tmp_path / "criteria"
    shutil.copytree(CRITERIA, newer)
    header = newer / "catalogue.yaml"
    header.write_text(re.sub(r'version: "[^"]+"', 'version: "9999.1"', header.read_text()))
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(newer))

    result = run("merge", fill(blank, MC_41=3), fill(blank, MC_41=3), "-o", tmp_path / "m.xlsx")

    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["merge", "a.xlsx", "-o", "out.pdf"], ["merge", "-o", "out.xlsx"]],
)
def test_wrong_usage_ends_with_exit_code_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
