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
    assert "Criterion C-2 | growth | We just began" in said
    assert "One criterion of the catalogue was not part of this assessment." in said


def test_a_choice_against_a_criterion_is_told() -> None:
    outcome = the_outcome()
    choice = replace(outcome.choices["C-2"], in_scope=False)
    changed = replace(outcome, choices={"C-2": choice})

    said = section_text(build(the_material(changed)), "What does not apply")

    assert "Criterion C-2 | not asked | We just began" in said


def test_where_all_applies_there_is_no_such_part() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})

    assert "What does not apply" not in titles(build(the_material(outcome)))
