"""What a form would change, in lines for a terminal, and who is asked."""

from pathlib import Path

import pytest

from assessment.answers import Answer, AnswerState, Reason
from commands.common import Failure
from commands.forms_output import LONGEST, answer_line, asked, lines
from exchange.forms.import_plan import LineChange, Note, Plan, Remark, Step, Target
from tests.support.builders import a_respondent, an_assessment
from tests.support.command_line import Run, refusal
from tests.support.files.filled_forms import conflict, fill, form, project, stored
from tests.support.files.forms import LEVEL, VOICE_COLUMNS, two_criteria

__all__ = ["project"]  # a fixture

CATALOGUE = two_criteria()


def a_plan(*steps: Step, notes: tuple[Note, ...] = (), is_anonymous: bool = False) -> Plan:
    target = Target(
        an_assessment(),
        CATALOGUE,
        a_respondent(),
        CATALOGUE.criteria,
        {},
        is_anonymous=is_anonymous,
    )
    return Plan(target, steps, notes, unchanged=1)


def a_step(change: LineChange = LineChange.CONFLICT) -> Step:
    filled = Answer("C-1", LEVEL, 3, comment="ja")
    return Step("C-1", change, Answer("C-1", LEVEL, 1), filled, "Q!E7")


def test_every_change_and_every_remark_has_its_line() -> None:
    steps = [a_step(change) for change in LineChange]
    notes = (*(Note(remark) for remark in Remark), Note(Remark.NO_LINE, "C-2"))
    written = list(lines(a_plan(*steps, notes=notes)))

    assert len(written) == len(notes) + 3 * len(steps) + 1
    assert written[0].startswith("Form: made for another assessment")
    assert written[len(notes) - 1] == "C-2: its line is gone from the form, stays as it is."
    assert "C-1 (Q!E7): changed here and in the form" in written
    assert written[-3:-1] == ["  now:  level 1", "  form: level 3 | ja"]
    assert written[-1] == "4 to change, 1 unchanged, 2 to decide."


def test_the_answers_of_an_anonymous_respondent_are_counted_and_not_shown() -> None:
    assert list(lines(a_plan(a_step(), is_anonymous=True))) == [
        "1 to change, 1 unchanged, 1 to decide."
    ]


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (Answer("C-1"), "no answer"),
        (Answer("C-1", comment="note"), "no answer | note"),
        (Answer("C-1", LEVEL, 0), "level 0"),
        (
            Answer("C-1", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "own", "words", "map"),
            "not applicable | other | own | words | map",
        ),
        (Answer("C-1", AnswerState.UNKNOWN, comment="\x1b[31mred"), "unknown | \\u001b[31mred"),
    ],
)
def test_an_answer_stands_on_one_line_that_steers_no_terminal(answer: Answer, line: str) -> None:
    assert answer_line(answer) == line


def test_a_long_answer_is_cut() -> None:
    assert len(answer_line(Answer("C-1", LEVEL, 1, comment="a" * 500))) == LONGEST


def test_where_nobody_can_be_asked_nothing_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commands.forms_output.is_terminal", lambda: False)

    with pytest.raises(Failure, match="1 lines have to be decided, and nothing was written"):
        asked(a_plan(a_step()))


@pytest.mark.parametrize(("typed", "expected"), [("take\n", "1 daar"), ("\n", "4 hier")])
def test_on_a_terminal_each_conflict_is_asked_about(
    run: Run,
    project: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    expected: str,
) -> None:
    file = conflict(run, project, tmp_path)
    monkeypatch.setattr("commands.forms_output.is_terminal", lambda: True)
    result = run("offline", "read", file, typed=typed)

    assert "MC-41 (keep, take, both)" in result.stdout
    assert stored(run, project, tmp_path) == expected


def test_what_an_anonymous_voice_answered_is_not_printed(
    run: Run, project: str, tmp_path: Path
) -> None:
    blank = form(run, project, tmp_path / "m.xlsx", "--role", "mentee")
    first = fill(blank, VOICE_COLUMNS, MC_41={"answer": 0, "comment": "geheim"})

    assert (
        run("offline", "read", first).stdout
        == "1 to change, 11 unchanged, 0 to decide.\nWritten: 1.\n"
    )
    for guess in (0, 4):
        second = fill(blank, VOICE_COLUMNS, MC_41={"answer": guess, "comment": "geheim"})
        for more in ((), ("--preview",), ("--conflicts", "take")):
            assert refusal(run("offline", "read", second, *more)) == [
                f"{second.name}: this form was read in already, and an anonymous form is read in "
                "once. Nothing was changed."
            ]
