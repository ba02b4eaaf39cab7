"""Since last time: what moved, and what cannot be compared."""

from dataclasses import replace

from reports.document.build import build
from tests.support.files.documents import section_text, titles
from tests.support.material import (
    the_catalogue,
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_movement_is_told_with_what_cannot_be_compared() -> None:
    said = section_text(WHOLE, "Since last time")

    assert (
        "Went up\nCriterion | Last time | Now | Change\nCriterion C-1 * | 2.0 | 2.6 | +0.6" in said
    )
    assert "Went down" in said
    assert "Stayed the same" in said
    assert "Criterion C-4 | no score last time" in said
    assert "* Other groups answered than last time." in said


def test_each_voice_is_compared_with_itself() -> None:
    answers = {"C-1": {"coordinator": "1", "mentor": "11111"}}
    catalogue = the_catalogue()
    before = an_outcome(answers, catalogue)
    now = an_outcome({"C-1": {"coordinator": "2", "mentor": "33333"}}, catalogue, previous=before)

    said = section_text(build(the_material(now)), "Since last time")

    assert "Per group, on what both times may show:" in said
    assert "Mentors, on one criterion: 1 up, 0 down, 0 the same" in said


def test_when_the_previous_one_is_open_again_only_own_answers_are_compared() -> None:
    outcome = replace(the_outcome(), moves_alone=True)

    said = section_text(build(the_material(outcome)), "Since last time")

    assert "The previous assessment is open again" in said


def test_the_first_time_there_is_no_movement() -> None:
    report = build(the_material(the_outcome(before=False)))

    assert "Since last time" not in titles(report)
    assert "Since last time" not in section_text(report, "Summary")


def test_without_other_speakers_there_is_no_mark() -> None:
    catalogue = the_catalogue()
    before = an_outcome({"C-1": {"coordinator": "1"}}, catalogue)
    now = an_outcome({"C-1": {"coordinator": "3"}}, catalogue, previous=before)

    assert "*" not in section_text(build(the_material(now)), "Since last time")
