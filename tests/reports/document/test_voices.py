"""Groups beside each other: means, differences, what is not shown."""

from dataclasses import replace

from reports.document.build import build
from tests.support.catalogues import levels
from tests.support.files.documents import section_text, titles
from tests.support.material import (
    MADE_AT,
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome, catalogue_of

WHOLE = build(the_material())


def test_voices_stand_beside_each_other() -> None:
    said = section_text(WHOLE, "Groups beside each other")

    assert "Criterion | Coordinator | Mentors | Mentees | Difference" in said
    assert "Client | 2.0 (2) | 3.2 (1) | 1.8 (2)" in said
    assert "Criterion C-1 | 3.0 (1) | 3.2 (5) | 1.7 (6) | 1.5" in said
    assert "Criterion C-3 | 4.0 (1) | 1.7 (7) | – | 2.3" in said
    assert "Largest difference 2.3: Coordinator and Mentors." in said
    assert "Mentees 1.7: 5 of the 6 chose 1 or 2: shared." in said
    assert "Questions that open the talk\nWhat happened?" in said
    assert said.count("Some answers are not shown.") == 1
    assert "Criterion C-4" not in said


def test_hidden_and_pooled_voices_have_their_own_words() -> None:
    outcome = the_outcome(
        {"C-1": {"coordinator": "?", "mentor": "333", "mentee": "33", "partner": "44444"}},
        before=False,
    )

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    row = "Criterion C-1 | – | 4.0 (5) | 3.0 (5) | –"
    assert "Criterion | Coordinator | Partners | Other groups together | Difference" in said
    assert row in said


def test_groups_that_read_other_words_see_them_side_by_side() -> None:
    own = {"rubric": levels("They"), "rubric_for": {"mentee": levels("I")}}
    signs = {"C-1": {"coordinator": "3", "mentor": "33333", "mentee": "00000"}}
    outcome = an_outcome(signs, catalogue_of(C_1={"also_asked": ("mentor", "mentee"), **own}))

    closed = replace(outcome, assessment=replace(outcome.assessment, closed_at=MADE_AT))

    said = section_text(build(the_material(closed)), "Groups beside each other")

    assert "The levels, in the words that each group read" in said
    assert "Level | Coordinator and mentor | Mentee" in said
    assert "0 · Absent | They 0 | I 0" in said


def test_where_voices_agree_nothing_has_to_be_talked_about() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3", "mentor": "33333"}}, before=False)
    material = the_material(outcome, agreements=[])

    long, short = build(material), build(replace(material, short=True))

    assert "No groups differ clearly." in section_text(long, "Groups beside each other")
    assert "Talk about this first" not in titles(short)


def test_where_no_two_voices_are_heard_there_is_nothing_to_lay_beside() -> None:
    signs = {"C-1": {"coordinator": "?", "mentor": "33333"}, "C-2": {"coordinator": "3"}}
    outcome = the_outcome(signs, before=False)

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "Mean of each group from 0 to 4" not in said
    assert "Criterion C-1 | – | 3.0 (5)" in said


def test_two_camps_in_one_group_have_no_difference_between_voices() -> None:
    outcome = the_outcome({"C-2": {"mentee": "0004444"}, "C-1": {"coordinator": "3"}})

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "All shown answers together: 4 of the 7 chose 4: two camps." in said
    assert "Largest difference" not in said


def test_alone_there_are_no_voices_to_compare() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3"}}, before=False)

    assert "Groups beside each other" not in titles(build(the_material(outcome)))


def test_where_nobody_is_shown_only_that_is_said() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3", "mentor": "33"}}, before=False)

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "Some answers are not shown." in said
    assert "Talk about this first" not in said
