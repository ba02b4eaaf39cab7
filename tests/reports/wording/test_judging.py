"""Judging in words, in both languages."""

import pytest

from assessment.catalogue.effort import judging_effort
from assessment.errors import InvalidInput
from assessment.judging.judgements import CHOICES, NEEDS, Judgement
from locales import translator
from reports.wording import judging

ENGLISH, DUTCH = translator("en"), translator("nl")


def test_a_card_offers_all_that_can_be_chosen_in_that_order() -> None:
    assert tuple(value for value, _ in judging.home_choices(ENGLISH)) == CHOICES
    assert tuple(value for value, _, _ in judging.home_needs(ENGLISH)) == NEEDS


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        (1, "één kaart, ongeveer 1 minuten"),
        (20, "20 kaarten, ongeveer 7 minuten"),
        (70, "70 kaarten, ongeveer 23 minuten"),
    ],
)
def test_the_time_is_twenty_seconds_a_card(cards: int, words: str) -> None:
    assert judging.cards(judging_effort(cards), DUTCH) == words


def test_a_judgement_reads_as_what_was_chosen() -> None:
    assert judging.judged(Judgement("A"), ENGLISH) == "Not judged yet"
    assert judging.judged(Judgement("A", "unknown"), ENGLISH) == "I don't know"
    said = judging.judged(Judgement("A", "partly", "minimal"), ENGLISH)
    assert said == "It applies partly · It is a minimum"


def test_what_cannot_be_saved_says_why() -> None:
    error = InvalidInput("choice", "anything", "")
    assert judging.problem(error, 10, ENGLISH) == "Not saved. That could not be read. Choose again."
