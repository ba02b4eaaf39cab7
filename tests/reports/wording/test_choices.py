"""Words for fixed choices: every choice has one, and a role is named as its place asks."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest

from assessment.agreements import AgreementStatus
from assessment.answers import Reason
from assessment.catalogue.effort import Effort
from assessment.projects import Kind, Minors, Stage
from assessment.scoring.explanation import StaysOut
from assessment.scoring.movement import NotComparable
from assessment.scoring.visibility import OTHER_VOICES
from reports.wording import choices
from tests.support.catalogues import a_criterion, a_study
from tests.support.outcomes import DUTCH, ENGLISH, catalogue_of, text

CATALOGUE = catalogue_of(C_1={})


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (choices.reasons, Reason),
        (choices.omissions, StaysOut),
        (choices.not_comparable, NotComparable),
        (choices.kinds, Kind),
        (choices.minors, Minors),
        (choices.stages, Stage),
        (choices.statuses, AgreementStatus),
    ],
)
def test_every_choice_has_words_of_its_own(
    words: Callable[..., dict[Any, str]], kind: type[StrEnum]
) -> None:
    said = words(ENGLISH)

    assert set(said) == set(kind)
    assert len(set(said.values())) == len(kind)


@pytest.mark.parametrize(
    ("role", "number", "name"),
    [
        ("mentee", 1, "Mentee"),
        ("mentee", 6, "Mentees"),
        ("mentee", None, "Mentees"),
        ("coordinator", 1, "Coordinator"),
        (OTHER_VOICES, 5, "Other groups together"),
    ],
)
def test_a_voice_is_one_person_or_a_group(role: str, number: int | None, name: str) -> None:
    assert choices.voice(CATALOGUE, role, number, ENGLISH) == name


def test_within_a_sentence_the_own_voice_is_one_person() -> None:
    assert choices.group(CATALOGUE, "coordinator", ENGLISH) == "coordinator"
    assert choices.group(CATALOGUE, "mentor", ENGLISH) == "mentors"


def test_a_title_is_in_the_language_asked_for() -> None:
    assert choices.criterion_title(CATALOGUE, "C-1", DUTCH) == "Criterion C-1 (nl)"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"evidence": "research"}, "Backed by research"),
        ({"evidence": "practice"}, "Known from practice"),
        ({"evidence": "one_source"}, "Named by one source"),
        ({"evidence": "law"}, "Asked by a law"),
        (
            {"evidence": "one_source", "origin": "standards", "supported_by": ("EEP4",)},
            "Named by one standard",
        ),
    ],
)
def test_evidence_is_named_by_its_strength(fields: dict[str, Any], words: str) -> None:
    said = choices.evidence(a_criterion("C-1", **fields), ENGLISH)

    assert said is not None
    assert said[0] == words


def test_without_evidence_nothing_is_said_of_it() -> None:
    assert choices.evidence(a_criterion("C-1"), ENGLISH) is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Effort(1, 2), "one question, about 2 minutes"),
        (Effort(8, 89), "8 questions, about 89 minutes"),
        (Effort(30, 90), "30 questions, about 1.5 hours"),
        (Effort(70, 194), "70 questions, about 3 hours"),
    ],
)
def test_how_much_is_asked_is_said_in_minutes_or_in_hours(asked: Effort, said: str) -> None:
    assert choices.effort(asked, ENGLISH) == said


def test_the_size_of_a_project_counts_pairs_only_where_there_are_pairs() -> None:
    assert choices.size_label(catalogue_of(C_1={}), ENGLISH) == "People in a year"


def test_a_study_is_told_with_what_others_doubt() -> None:
    said = "DuBois (2002), Effects. It helped."

    assert choices.study(a_study(), ENGLISH) == said
    assert (
        choices.study(a_study(doubts=text("Not always.")), ENGLISH) == f"{said} Doubts: Not always."
    )
