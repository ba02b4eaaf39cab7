"""Judgements: what may be said on a card, and which cards there are."""

import pytest

from assessment.errors import InvalidInput
from assessment.judging.judgements import MISSING, Judgement, cards, checked_judgement
from assessment.respondents import MAX_COMMENT
from tests.support.invitations import small_catalogue


def test_how_much_it_is_needed_is_kept_of_what_applies() -> None:
    assert checked_judgement(Judgement("MC-01", "partly", "minimal")).need == "minimal"
    assert checked_judgement(Judgement("MC-01", "does_not_apply", "minimal")).need == ""
    assert checked_judgement(Judgement("MC-01", "unknown", "minimal")).need == ""


@pytest.mark.parametrize(
    ("judgement", "rule"),
    [
        (Judgement("MC-01", "perhaps"), "unknown"),
        (Judgement("MC-01", "declined"), "unknown"),
        (Judgement("MC-01", "applies", "urgent"), "unknown"),
        (Judgement("MC-01", "", "minimal"), "missing"),
        (Judgement(MISSING, "applies"), "unknown"),
        (Judgement("MC-01", note="a" * (MAX_COMMENT + 1)), "too_long"),
        (Judgement("MC-01", note="\0"), "characters"),
    ],
)
def test_what_no_card_offers_is_refused(judgement: Judgement, rule: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_judgement(judgement)

    assert refused.value.rule == rule


def test_a_note_alone_is_no_judgement_yet() -> None:
    assert not checked_judgement(Judgement("MC-01", note="later")).is_answered
    assert checked_judgement(Judgement(MISSING, note="een kat 🐈")).note == "een kat 🐈"


def test_whoever_judges_gets_all_cards_of_a_profile() -> None:
    catalogue = small_catalogue()

    assert [c.id for c in cards(catalogue, "full")] == list(catalogue.by_id)
    assert len(cards(catalogue, "short")) == 20
    assert cards(catalogue, "nothing like it") == ()
