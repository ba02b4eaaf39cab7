"""What does not apply or was not asked, and why."""

from dataclasses import replace

from reports.document.build import build
from tests.support.files.documents import section_text, titles
from tests.support.material import (
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_what_was_left_out_has_its_reason() -> None:
    said = section_text(WHOLE, "What does not apply")

    assert "Criterion C-5 | A partner does this: The town · yet answered: Mentees 5" in said
    assert "Changed by this project" in said
    assert "Criterion C-2 | growth · no target | growth · target 3 | We just began" in said
    assert "One criterion of the catalogue was not part of this assessment." in said


def test_a_choice_against_a_criterion_is_told() -> None:
    outcome = the_outcome()
    choice = replace(outcome.choices["C-2"], in_scope=False)
    changed = replace(outcome, choices={"C-2": choice})

    said = section_text(build(the_material(changed)), "What does not apply")

    assert "Criterion C-2 | growth · no target | not asked | We just began" in said


def test_a_reason_without_a_change_is_told_too() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})
    explained = {"C-1": replace(outcome.choices["C-1"], reason="We looked at it")}

    said = section_text(
        build(the_material(replace(outcome, choices=explained))), "What does not apply"
    )

    assert "Criterion C-1 | – | minimal · target 3 | We looked at it" in said


def test_the_short_report_tells_what_was_changed() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}, "C-2": {"coordinator": "3"}})
    choices = {**outcome.choices, "C-2": replace(outcome.choices["C-2"], in_scope=False)}
    material = the_material(replace(outcome, choices=choices), short=True)

    said = section_text(build(material), "How to read this")

    assert "Changed by this project: ‘Criterion C-2’." in said


def test_where_all_applies_there_is_no_such_part() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})

    assert "What does not apply" not in titles(build(the_material(outcome)))
