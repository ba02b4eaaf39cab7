"""The summary: what the overview on the screen says, in the same order."""

from reports.charts import voice_line
from reports.document.build import build
from reports.document.model import Figure, PicturedItem
from reports.identity import LIGHT
from tests.support.files.documents import blocks, section_text
from tests.support.material import (
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome, catalogue_of, text

WHOLE = build(the_material())


def test_the_summary_opens_as_the_overview_does() -> None:
    said = section_text(WHOLE, "Summary")

    assert said.splitlines()[0].startswith("Mentees see 1 of ")
    assert said.index("Talk about this first") < said.index("This is where it hurts")
    assert said.index("This is where it hurts") < said.index("This stands")
    assert "1 of the 6 minimal criteria reaches its target." in said
    assert "Since last time one criterion went up, 2 went down and 1 stayed the same." in said
    assert "Criterion C-6: Coordinator 3.0 · target 3.0" in said
    assert "Criterion C-1: difference 1.5\n" in said
    assert "Criterion C-1: Coordinator 3.0 · Mentors 3.2 · Mentees 1.7 · target 3.0" in said
    assert "What the marks mean\nCoordinator, Mentors, Mentees, and Target" in said
    assert "These minimal criteria do not reach their target yet: ‘Criterion C-1’" in said
    assert "Client | 2 · Agreed / Partly | 2.1 | 2 of 2 | 3.0 | 2.0" in said


def test_the_short_report_says_it_in_fewer_words() -> None:
    said = section_text(build(the_material(short=True)), "Summary")

    assert "Criterion C-1: difference 1.5" in said
    assert "do not reach their target yet: ‘Criterion C-1’" not in said
    only_camps = an_outcome({"C-1": {"mentee": "0004444"}})
    said = section_text(build(the_material(only_camps, comments={}, short=True)), "Summary")
    assert "Criterion C-1: 4 of the 7 chose 4: two camps" in said


def test_the_radar_is_told_in_words() -> None:
    picture = next(f for f in blocks(WHOLE, Figure) if "perspective" in f.caption)

    assert picture.alt.startswith("Client: 2.1 of 4, target 3.0, last time 2.0.")
    assert picture.alt.endswith("Staff: no score yet, target 3.0.")


def test_every_voice_is_a_mark_on_one_line_as_on_the_screen() -> None:
    lines = blocks(WHOLE, PicturedItem)

    assert [item.text.partition(":")[0] for item in lines][:2] == ["Criterion C-1", "Criterion C-3"]
    [first] = [item for item in lines if item.text.startswith("Criterion C-1")]
    means = {"coordinator": 3.0, "mentor": 3.2, "mentee": 5 / 3}
    catalogue = the_material().outcome.catalogue
    assert first.draw(LIGHT).count('stroke-width="2"') == len(means)
    assert first.draw(LIGHT).startswith(voice_line.voice_line({}, None, catalogue, LIGHT)[:60])


def test_empty_lists_say_why() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "2"}}, target=None)

    said = section_text(build(the_material(outcome, comments={})), "Summary")

    assert "no group yet to lay beside the organisation's own answers" in said
    assert "Nothing else that has a score is below its target." in said
    assert "Nothing is on target yet with all groups seeing it alike." in said
    assert "What the marks mean" not in said


def test_where_it_hurts_the_first_next_step_stands_beside_it() -> None:
    catalogue = catalogue_of(C_1={"next_steps": (text("Ask them"), text("Write it down"))})
    outcome = an_outcome({"C-1": {"coordinator": "1"}}, catalogue)

    said = section_text(build(the_material(outcome, comments={})), "Summary")

    assert "Criterion C-1: Ask them\nCriterion C-1: Coordinator 1.0 · target 3.0" in said
    short = build(the_material(outcome, comments={}, short=True))
    assert "Ask them" not in section_text(short, "Summary")


def test_an_open_assessment_says_that_it_is_not_final() -> None:
    report = build(the_material(the_outcome(is_closed=False)))

    assert "This is the picture so far: 7 of 8 questions answered" in section_text(
        report, "Summary"
    )
    assert "only your own answers are compared" in section_text(report, "Since last time")
    assert (
        section_text(report, "Groups beside each other")
        .splitlines()[1]
        .startswith("What groups outside the organisation answered shows after")
    )
