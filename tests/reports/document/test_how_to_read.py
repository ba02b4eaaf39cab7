"""How to read a report, whole and in short."""

from reports.document.build import build
from tests.support.files.documents import section_text
from tests.support.material import (
    the_material,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_how_to_read_explains_the_scales_that_were_used() -> None:
    said = section_text(WHOLE, "How to read this")

    assert "The levels of the scale ‘practice’" in said
    assert "The levels of the scale ‘experience’" in said
    assert "0 · Absent" in said


def test_one_scale_stands_alone() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})

    assert "experience" not in section_text(build(the_material(outcome)), "How to read this")


def test_the_short_report_explains_in_a_few_sentences() -> None:
    report = build(the_material(short=True))

    said = section_text(report, "How to read this")

    assert "Levels of ‘practice’: 0 Absent, 1 One person, 2 Agreed, 3 Done, 4 Improved." in said
    assert "no total score, on purpose" in said
