"""A file of answers as an outcome with the words of voices."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assessment.answers import Answer, AnswerState, Reason
from assessment.choices import Choice
from assessment.services.outcome import Outcome
from exchange.answer_files.read import read_assessment
from exchange.answers_csv import Row, write_answers
from exchange.csv_outcomes import Setting, outcome
from tests.support.builders import NOW
from tests.support.catalogues import a_catalogue, raw_file, rows_of

CATALOGUE = a_catalogue("C-1", "C-2")
CHOICES = {name: Choice(name, target=3) for name in CATALOGUE.by_id}


def read(rows: list[Row], **setting: Any) -> dict[str, Outcome]:
    """Write the rows to a file, and return every assessment that a report could be made of."""
    given = {"profile": "full", "ambition": "floor", "threshold": 5, "at": NOW, **setting}
    held_against = Setting(CATALOGUE, given.pop("choices", CHOICES), **given)
    with TemporaryDirectory() as folder:
        file = raw_file(Path(folder), write_answers(rows))
        found = {}
        for name in dict.fromkeys(row.assessment for row in rows):
            tally, quoted = read_assessment(file, CATALOGUE, name, lambda _: None)
            found[name] = outcome(tally, name, quoted, held_against)
    return found


def one(rows: list[Row]) -> Outcome:
    return read(rows)["A1"]


def row(respondent: str, role: str, criterion: str = "C-1", **answer: Any) -> Row:
    fields = {"state": AnswerState.LEVEL, "level": 3, **answer}
    return Row("A1", respondent, role, Answer(criterion, **fields))


def signs(answers: Mapping[str, Mapping[str, str]]) -> list[Row]:
    return rows_of(answers)


def test_every_assessment_has_an_outcome_of_its_own() -> None:
    other = Row("A2", "r", "coordinator", Answer("C-1", AnswerState.LEVEL, 1))

    found = read([row("r", "coordinator"), other])

    assert list(found) == ["A1", "A2"]
    assert found["A1"].result.criteria["C-1"].score == 3
    assert found["A2"].result.criteria["C-1"].score == 1


def test_it_counts_as_closed_with_what_it_was_held_against() -> None:
    assessment = one([row("r", "coordinator")]).assessment

    assert (assessment.closed_at, assessment.profile, assessment.ambition) == (NOW, "full", "floor")
    assert assessment.catalogue_hash == CATALOGUE.content_hash


def test_participation_counts_voices_that_answered() -> None:
    rows = signs({"C-1": {"coordinator": "3", "mentee": "222"}})
    note = row("mentor-1", "mentor", state=None, level=None, comment="only a note")

    assert one([*rows, note]).participation == {"coordinator": 1, "mentee": 3}


def test_the_own_voice_is_who_is_asked_everything_and_answered_most() -> None:
    rows = [
        row("f", "facilitator", level=0, comment="facilitator"),
        row("k2", "coordinator", level=1, comment="second"),
        row("k1", "coordinator", level=4, comment="first"),
        row("k1", "coordinator", "C-2", level=4),
    ]

    found = one(rows)

    assert found.answers["C-1"].comment == "first"
    assert found.comments == {"C-1": {"coordinator": ("second",), "facilitator": ("facilitator",)}}


def test_another_voice_of_the_organisation_fills_what_is_open() -> None:
    note = row("k", "coordinator", state=None, level=None, comment="later")
    rows = [note, row("f", "facilitator", level=2)]

    assert one(rows).answers["C-1"].level == 2


def test_what_does_not_apply_is_listed() -> None:
    away = row(
        "k",
        "coordinator",
        state=AnswerState.NOT_APPLICABLE,
        level=None,
        reason=Reason.OTHER,
        reason_text="Not here",
    )

    (left_out,) = one([away]).left_out

    assert left_out.answer.reason_text == "Not here"


def test_comments_of_shown_groups_are_sorted_by_their_own_text() -> None:
    texts = ("c", "a", "", "b", "a")
    rows = [row(f"m{n}", "mentee", comment=text) for n, text in enumerate(texts)]

    assert one(rows).comments == {"C-1": {"mentee": ("a", "a", "b", "c")}}


def test_comments_of_hidden_groups_stay_out() -> None:
    few = [row(f"m{n}", "mentee", comment="secret") for n in range(4)]
    silent = row("p", "partner", state=AnswerState.UNKNOWN, level=None, comment="secret")
    pooled = [row(f"q{n}", "mentor", comment="secret") for n in range(3)]

    assert one([*few, silent]).comments == {}
    assert one([*few, *pooled]).comments == {}


def test_evidence_and_reasons_of_others_go_along() -> None:
    rows = [
        row("k", "coordinator"),
        row(
            "f",
            "facilitator",
            state=AnswerState.NOT_APPLICABLE,
            level=None,
            reason_text="reason",
            comment="comment",
            evidence="evidence",
        ),
    ]

    assert one(rows).comments == {"C-1": {"facilitator": ("comment", "evidence", "reason")}}


def test_a_criterion_out_of_scope_has_no_comments() -> None:
    choices = {"C-1": Choice("C-1", in_scope=False), "C-2": Choice("C-2")}
    rows = [row(f"m{n}", "mentee", comment="x") for n in range(5)]

    assert read(rows, choices=choices)["A1"].comments == {}
