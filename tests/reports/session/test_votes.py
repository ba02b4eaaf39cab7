"""Votes in words: sentences, tables, what was agreed; too few votes show nothing."""

import pytest

from assessment.session.agreed_values import AgreedValue
from assessment.session.voting.ballots import Ballot
from assessment.session.voting.results import QuestionResult
from assessment.session.voting.votes import TABLES
from locales import translator
from reports.session import votes
from reports.session.material import SessionMaterial

T = translator("en")


def test_both_votes_stand_below_each_other_per_group(evening: SessionMaterial) -> None:
    result = evening.outcome.item("rate", "MC-41")
    assert result is not None
    [table] = votes.vote_tables(evening, result, T)

    assert table.header == ("Vote and group", "0", "1", "2", "3", "4")
    assert [row[0] for row in table.rows] == [
        "First vote: All together",
        "First vote: Mentors",
        "First vote: Mentees",
        "Second vote: All together",
        "Second vote: Mentors",
        "Second vote: Mentees",
    ]
    assert table.rows[1][1:] == ("0", "0", "1", "4", "1")
    assert [spread.name for spread in votes.spreads(evening, result, T)][:2] == [
        "All together, first",
        "Mentors, first",
    ]


def test_a_judgement_has_a_table_for_each_question(evening: SessionMaterial) -> None:
    result = evening.outcome.item("judge", "MC-19")
    assert result is not None
    applies, needed = votes.vote_tables(evening, result, T)

    assert applies.header[1:] == ("Applies", "Partly", "Does not apply")
    assert needed.caption == "How necessary it is"
    assert votes.sentence(result.latest["choice"], T) == "Applies 12"
    assert votes.spreads(evening, result, T) == []


def test_too_few_votes_are_said_to_be_too_few() -> None:
    hidden = QuestionResult(Ballot("choice", ("for", "against")), {}, None)

    assert votes.sentence(hidden, T) == votes.sentence(None, T) == "too few votes to show"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "3"}, "Level 3"),
        ({"value": "against"}, "Against"),
        ({"value": "minimal", "requirement": "minimal", "in_scope": True}, "Minimal"),
        ({"value": "does_not_apply", "in_scope": False}, "Does not apply to us"),
        ({"value": "2", "requirement": "growth"}, "Level 2 · Growth"),
        ({}, "No value"),
    ],
)
def test_an_agreed_value_is_said_once(fields: dict[str, object], said: str) -> None:
    agreed = AgreedValue("S1", "rate", "MC-01", **fields)  # type: ignore[arg-type]

    assert votes.agreed_value(agreed, T) == said
    assert votes.confirmation(agreed, T) == ""


def test_voices_and_options_have_names(evening: SessionMaterial) -> None:
    assert votes.voice_name(evening, TABLES, T) == "Tables"
    assert votes.voice_name(evening, "other_voices", T) == "Other groups together"
    assert votes.option("own words", T) == "own words"
    thesis = evening.outcome.item("thesis", "T-1")
    assert thesis is not None
    assert votes.changed(thesis, T) == "6 people changed."


@pytest.mark.parametrize("choice", ["unknown", "declined", "not_applicable", "yes", "pick"])
def test_nothing_that_can_be_chosen_is_called_by_its_id(choice: str) -> None:
    assert votes.option(choice, translator("en")) != choice
