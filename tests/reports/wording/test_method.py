"""The method in sentences holds to the rules that scores are made by."""

from assessment.answers import AnswerState
from assessment.scoring.rules import MINIMAL_FACTOR, THIN_COVERAGE
from reports.wording import method
from tests.support.outcomes import ENGLISH, catalogue_of

CATALOGUE = catalogue_of(C_1={})


def test_every_state_of_an_answer_is_explained() -> None:
    states = method.states(ENGLISH)

    assert len(states) == len(AnswerState) + 1  # and not answered yet
    assert "never counts as 0" in states[-1]


def test_the_steps_name_the_figures_of_the_rules() -> None:
    said = " ".join(method.steps(CATALOGUE, ENGLISH))

    assert f"below {THIN_COVERAGE:.0%}".replace("%", " %") in said
    assert MINIMAL_FACTOR == 2
    assert "doubled for a minimal criterion" in said
    assert "no total of everything, on purpose" in said


def test_privacy_says_from_how_many_levels_a_group_is_shown() -> None:
    assert "from 7 levels given" in method.privacy(CATALOGUE, 7, ENGLISH)[1]


def test_groups_are_called_as_the_catalogue_calls_them() -> None:
    plurals = [role.plural.in_language("en") for role in CATALOGUE.roles]

    assert f"each group ({', '.join(plurals)})" in method.steps(CATALOGUE, ENGLISH)[0]
    assert all(name in method.privacy(CATALOGUE, 5, ENGLISH)[0] for name in plurals[2:])
