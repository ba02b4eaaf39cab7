"""The summary: floor, movement, gaps and strengths."""

from reports.document.build import build
from reports.document.model import Figure
from tests.support.files.documents import blocks, section_text
from tests.support.material import (
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_the_summary_says_floor_movement_gaps_and_strengths() -> None:
    said = section_text(WHOLE, "Summary")

    assert "1 of the 6 minimal criteria reaches its target." in said
    assert "Since last time one criterion went up, 2 went down and 1 stayed the same." in said
    assert "Criterion C-6: score 3.0, target 3, minimal" in said
    assert "Criterion C-2: score 1.5, target 3, still missing: 1.5, growth" in said
    assert "These minimal criteria do not reach their target yet: ‘Criterion C-1’" in said
    assert "Client | 2 · Agreed / Partly | 2.1 | 2 of 2 | 3.0 | 2.0" in said


def test_the_radar_is_told_in_words() -> None:
    picture = next(f for f in blocks(WHOLE, Figure) if "perspective" in f.caption)

    assert picture.alt.startswith("Client: 2.1 of 4, target 3.0, last time 2.0.")
    assert picture.alt.endswith("Staff: no score yet, target 3.0.")


def test_without_gaps_or_strengths_the_summary_says_so() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "2"}}, target=2)

    said = section_text(build(the_material(outcome, comments={})), "Summary")

    assert "Nothing that has a score is below its target." in said
    assert "Nothing has a score of 3 or more yet without being below its target." in said
    assert "The floor" not in said


def test_an_open_assessment_says_that_it_is_not_final() -> None:
    report = build(the_material(the_outcome(is_closed=False)))

    assert "This is the picture so far: 7 of 8 questions answered" in section_text(
        report, "Summary"
    )
    assert "only your own answers are compared" in section_text(report, "Since last time")
    assert (
        section_text(report, "Groups beside each other")
        .splitlines()[1]
        .startswith("What they answered shows after closing")
    )
