"""What is said of voices: who answered, where they part, what is not shown."""

import re
from dataclasses import replace

import pytest

from reports import tables
from reports.wording import results, voices
from tests.support.outcomes import DUTCH, ENGLISH, an_outcome, catalogue_of, text


@pytest.mark.parametrize(
    ("signs", "said"),
    [
        ("3", "one answer: level 3"),
        ("33", "2 of the 2 chose 3"),
        ("2333", "4 of the 4 chose 2 or 3"),
        ("02333", "4 of the 5 chose 2 or 3: shared"),
        ("00044", "3 of the 5 chose 0: two camps"),
        ("01122", "4 of the 5 chose 1 or 2: shared"),
        ("01234", "2 of the 5 chose 0 or 1: spread out"),
    ],
)
def test_spread_is_one_sentence_and_from_five_answers_one_word(signs: str, said: str) -> None:
    voice = an_outcome({"C-1": {"coordinator": signs}}).result.criteria["C-1"].voices["coordinator"]
    assert voice.levels is not None
    assert voice.spread is not None
    assert voices.spread_sentence(voice.levels, voice.spread, ENGLISH) == said


def test_all_shown_answers_together_leave_out_what_is_not_shown() -> None:
    found = an_outcome({"C-1": {"coordinator": "3", "mentee": "22222", "mentor": "0"}})
    said = voices.together_sentence(found.result.criteria["C-1"], ENGLISH)
    assert said == "All shown answers together: 6 of the 6 chose 2 or 3: shared."


def test_without_answers_nothing_is_said_of_spread() -> None:
    found = an_outcome({"C-1": {"coordinator": "?"}}).result.criteria["C-1"]
    assert voices.together_sentence(found, ENGLISH) == ""


def test_means_stand_side_by_side_and_the_largest_difference_is_named() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "4", "mentor": "33333", "mentee": "11112"}})
    gap = voices.largest_gap(outcome, "C-1")
    assert gap is not None
    result = outcome.result.criteria["C-1"]
    assert voices.means(outcome, result, ENGLISH) == "Coordinator 4.0 · Mentors 3.0 · Mentees 1.2"
    assert (
        voices.difference(outcome, gap, ENGLISH)
        == "Largest difference 2.8: Coordinator and Mentees."
    )


def test_no_flagged_difference_is_none() -> None:
    assert voices.largest_gap(an_outcome({"C-1": {"coordinator": "4"}}), "C-1") is None


def test_pooled_voices_have_a_name() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "4", "mentor": "333", "mentee": "33"}})
    means = voices.means(outcome, outcome.result.criteria["C-1"], ENGLISH)
    assert means == "Coordinator 4.0 · Other groups together 3.0"


@pytest.mark.parametrize(("mentees", "shown"), [("1111", False), ("11111", True)])
def test_other_voices_are_shown_from_five_answers(mentees: str, shown: bool) -> None:
    outcome = an_outcome({"C-1": {"coordinator": "4", "mentee": mentees}})
    assert voices.others_shown(outcome) is shown


def test_that_something_is_not_shown_is_explained_without_number_role_or_question() -> None:
    outcome = an_outcome(
        {
            "C-1": {"coordinator": "4", "mentee": "111"},
            "C-2": {"mentor": "1"},
            "C-3": {"coordinator": "2"},
        }
    )
    told = voices.left_out(outcome, ENGLISH)
    assert told.startswith(
        "Some answers are not shown. Answers of mentors, mentees, and partners are"
    )
    assert not re.search(r"Criterion|\b[1-4]\b", told)
    assert "mentors (nl), mentees (nl) en partners (nl)" in voices.left_out(outcome, DUTCH)
    assert voices.left_out(an_outcome({"C-3": {"coordinator": "2"}}), ENGLISH) == ""


def test_who_answered_what_does_not_apply_is_said() -> None:
    outcome = an_outcome(
        {"C-1": {"coordinator": "-", "mentee": "2222222"}, "C-2": {"coordinator": "-"}}
    )
    assert voices.yet_answered(outcome, "C-1", ENGLISH) == "yet answered: Mentees 7"
    assert voices.yet_answered(outcome, "C-2", ENGLISH) == ""


def test_who_answered_is_counted_per_role() -> None:
    catalogue = catalogue_of(C_1={})
    outcome = an_outcome({"C-1": {"mentee": "22", "coordinator": "1"}}, catalogue)
    assert voices.participation(outcome, ENGLISH) == "Who answered: Coordinator 1 · Mentees 2."
    nobody = replace(outcome, participation={})
    assert voices.participation(nobody, ENGLISH) == "Nobody has answered yet."


def test_each_voice_says_how_it_moved() -> None:
    then = an_outcome({"C-1": {"coordinator": "2", "mentee": "11111"}, "C-2": {"coordinator": "2"}})
    now = an_outcome(
        {"C-1": {"coordinator": "3", "mentee": "11111"}, "C-2": {"coordinator": "1"}}, previous=then
    )
    assert [voices.movement(now, role, ENGLISH) for role in now.voice_movement] == [
        "Coordinator, on 2 criteria: 1 up, 1 down, 0 the same",
        "Mentees, on one criterion: 0 up, 0 down, 1 the same",
    ]
    moved = tables.voice_movement(now, "coordinator", ENGLISH)
    assert moved.caption == "What moved for coordinator"
    assert moved.rows == (
        ("Criterion C-1", "2.0", "3.0", "+1.0"),
        ("Criterion C-2", "2.0", "1.0", "−1.0"),
    )
    assert tables.voice_movement(now, "mentee", ENGLISH).rows == ()


def test_speakers_are_compared_as_far_as_movement_hears_them() -> None:
    then = an_outcome({"C-1": {"coordinator": "2"}})
    now = an_outcome({"C-1": {"coordinator": "3", "mentee": "11111"}}, previous=then)
    assert results.has_other_speakers(now, "C-1")
    assert not results.has_other_speakers(replace(now, moves_alone=True), "C-1")


def test_a_difference_beside_a_shared_pool_is_explained_and_nothing_else_is() -> None:
    outcome = an_outcome(
        {
            "C-1": {"coordinator": "4", "mentee": "22222222"},
            "C-2": {"coordinator": "4", "mentee": "00044"},
            "C-3": {"coordinator": "3", "mentee": "33333"},
            "C-4": {"coordinator": "?"},
        }
    )
    said = {
        name: voices.two_truths(outcome, result, ENGLISH)
        for name, result in outcome.result.criteria.items()
    }

    assert said.pop("C-1").startswith("Both are true")
    assert set(said.values()) == {""}


@pytest.mark.parametrize(
    ("mentees", "is_told"), [("03333", True), ("13333", False), ("0333", False)]
)
def test_an_answer_of_fear_that_is_shown_says_what_to_do_and_not_to_look_for_who(
    mentees: str, is_told: bool
) -> None:
    afraid, other = {"en": "I am afraid.", "nl": "Ik ben bang.", "care": True}, text("Other.")
    catalogue = catalogue_of(
        C_1={"also_asked": ("mentee",), "rubric_for": {"mentee": (afraid, *(other,) * 4)}}
    )
    outcome = an_outcome({"C-1": {"coordinator": "0", "mentee": mentees}}, catalogue)

    said = voices.in_need(outcome, outcome.result.criteria["C-1"], ENGLISH)

    assert ("Do not look for who it was." in said) is is_told
    assert bool(said) is is_told
