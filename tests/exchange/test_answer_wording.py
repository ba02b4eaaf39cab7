"""What an answer is called, in the language of the reader."""

import pytest

from assessment.answers import Answer, AnswerState
from assessment.catalogue.reading.loader import load_catalogue
from exchange.answer_wording import answer_words, options, states
from locales import translator
from tests.support.outcomes import ENGLISH, catalogue_of
from tests.support.workspace import CRITERIA

CATALOGUE = catalogue_of(C_1={}, C_2={"scale": "experience"})


def words(criterion: str, state: AnswerState | None, level: int | None = None) -> str:
    answer = Answer(criterion, state, level)
    return answer_words(CATALOGUE, CATALOGUE.by_id[criterion], answer, ENGLISH)


@pytest.mark.parametrize(
    ("criterion", "state", "level", "expected"),
    [
        ("C-1", AnswerState.LEVEL, 2, "2 · Agreed"),
        ("C-2", AnswerState.LEVEL, 2, "2 · Partly"),
        ("C-1", AnswerState.LEVEL, 0, "0 · Absent"),
        ("C-1", AnswerState.NOT_APPLICABLE, None, "Does not apply"),
        ("C-1", AnswerState.UNKNOWN, None, "I don't know"),
        ("C-1", AnswerState.DECLINED, None, "I'd rather not say"),
        ("C-1", None, None, ""),
    ],
)
def test_an_answer_is_called_by_its_scale_or_its_state(
    criterion: str, state: AnswerState | None, level: int | None, expected: str
) -> None:
    assert words(criterion, state, level) == expected


def test_the_options_of_a_scale_are_five_levels_and_then_the_other_states() -> None:
    assert list(options(CATALOGUE, "practice", ENGLISH)) == [
        *("0", "1", "2", "3", "4", "not_applicable", "unknown", "declined"),
    ]


def test_the_states_that_are_no_level_have_words_in_dutch_too() -> None:
    dutch = states(translator("nl"))

    assert set(dutch) == set(AnswerState) - {AnswerState.LEVEL}
    assert not set(dutch.values()) & set(states(ENGLISH).values())


def test_no_two_options_of_a_shipped_scale_are_called_the_same() -> None:
    shipped = load_catalogue(CRITERIA)

    for scale in shipped.scales:
        for language in shipped.languages:
            given = options(shipped, scale.id, translator(language)).values()
            assert len({text.casefold() for text in given}) == len(given)
