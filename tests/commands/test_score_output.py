"""score: the figures as a table, to read."""

from pathlib import Path

import pytest

from tests.support.command_line import Run, WriteAnswers
from tests.support.criteria_folder import FILES

TABLE = """\
Assessment A1

Perspective  Score  Coverage
Client        2.50       50%  1 of 2  provisional

Phase        Score  Coverage
Preparation   2.50       50%  1 of 2  provisional

Criterion    Score  Target   Gap  Priority  Spread
C-1  Safe     2.50       3  0.50  low       shared
C-2  Useful      -       -     -  -         -

Mean (answers)  coordinator    mentee
C-1                3.00 (1)  2.00 (5)

0 of 1 minimal criteria that apply reach their target.
Open: C-1.
Some answers are not shown: their groups are too small.
Groups apart on C-1: coordinator - mentee = +1.00.
Discuss first: C-1.
"""


@pytest.fixture
def criteria(tmp_path: Path) -> Path:
    """A little catalogue of two criteria."""
    for name, text in FILES.items():
        file = tmp_path / "criteria" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "criteria"


def a_row(respondent: str, role: str, criterion: str, level: int, assessment: str = "A1") -> str:
    return f"{assessment},{respondent},{role},{criterion},level,{level},,,"


def test_the_table_in_full(run: Run, write_answers: WriteAnswers, criteria: Path) -> None:
    rows = [a_row("c", "coordinator", "C-1", 3), a_row("x", "mentor", "C-2", 4)]
    rows += [a_row(f"m{n}", "mentee", "C-1", level) for n, level in enumerate((1, 2, 2, 2, 3))]
    rows += [a_row("y", "mentor", "C-2", 4)]

    result = run("score", write_answers(rows), "--criteria", criteria)

    assert result.stdout == TABLE


def test_what_does_not_apply_is_named(
    run: Run, write_answers: WriteAnswers, criteria: Path
) -> None:
    rows = ["A1,c,coordinator,C-1,not_applicable,,done_by_partner,,"]

    lines = run("score", write_answers(rows), "--criteria", criteria).stdout.splitlines()

    assert "C-1  Safe        -       3    -  does not apply  -" in lines
    assert lines[-2:] == [
        "0 of 0 minimal criteria that apply reach their target.",
        "Does not apply: C-1.",
    ]


def test_one_voice_alone_needs_no_table_of_voices(
    run: Run, write_answers: WriteAnswers, criteria: Path
) -> None:
    answers = write_answers([a_row("c", "coordinator", "C-1", 3)])

    assert "Mean" not in run("score", answers, "--criteria", criteria).stdout


def test_every_assessment_has_a_table(
    run: Run, write_answers: WriteAnswers, criteria: Path
) -> None:
    answers = write_answers([a_row("c", "coordinator", "C-1", 3, name) for name in ("A", "B")])

    shown = run("score", answers, "--criteria", criteria).stdout

    assert [line for line in shown.splitlines() if line.startswith("Assessment")] == [
        "Assessment A",
        "Assessment B",
    ]


def test_titles_are_in_the_language_asked_for(
    run: Run, write_answers: WriteAnswers, criteria: Path
) -> None:
    answers = write_answers([a_row("c", "coordinator", "C-1", 3)])

    shown = run("score", answers, "--criteria", criteria, "--language", "nl").stdout

    assert "C-1  Veilig" in shown


def test_a_name_cannot_steer_the_terminal(
    run: Run, write_answers: WriteAnswers, criteria: Path
) -> None:
    answers = write_answers([a_row("c", "coordinator", "C-1", 3, "\x1b[31mred")])

    shown = run("score", answers, "--criteria", criteria).stdout

    assert "Assessment \\u001b[31mred" in shown


def test_a_long_title_is_cut(run: Run, write_answers: WriteAnswers, criteria: Path) -> None:
    file = criteria / "perspectives" / "client.yaml"
    text = file.read_text(encoding="utf-8").replace("en: Safe}", f"en: {'Safe ' * 20}}}")
    file.write_text(text, encoding="utf-8")
    answers = write_answers([a_row("c", "coordinator", "C-1", 3)])

    shown = run("score", answers, "--criteria", criteria).stdout

    assert "C-1  Safe Safe Safe Safe Safe Safe Safe Saf…   3.00" in shown


def test_a_file_without_answers_says_so(run: Run, write_answers: WriteAnswers) -> None:
    assert run("score", write_answers([])).stdout == "There are no answers in the file.\n"
