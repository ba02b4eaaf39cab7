"""The overview: the first sentence, three lists, the floor, and where to go."""

import html

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, following, level, links, shown, speak


def test_what_mentees_see_lower_is_the_first_thing_one_reads(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4), level("MC-01", 1), level("MC-03", 4))
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=5)
    assessments.close_assessment(workspace, assessment.id)

    app = open_page("result", assessment=assessment.id)
    page = shown(app)

    first = "Mentees see the one point that can be compared at least one level lower than you."
    assert first in page
    talk, hurts, stands = (
        page.index(f"<h2>{title}</h2>")
        for title in ("Talk about this first", "This is where it hurts", "This stands")
    )
    assert talk < page.index("criterion=MC-41") < hurts < page.index("criterion=MC-01") < stands
    assert stands < page.index("criterion=MC-03")
    assert 'alt="Coordinator 4.0 · Mentees 1.0 · target 3.0"' in page
    assert "difference 3.0" in page
    ways = links(app)[-3:]
    taken = "Take along a report or a conversation guide"
    assert ways == ["Make agreements", taken, "Tell those who answered"]


def test_alone_the_floor_is_the_first_sentence_and_leads_to_what_does_not_reach_it(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))
    page = shown(open_page("result", assessment=assessment.id))

    assert '<h1 class="ms-first">0 of the ' in page
    assert "part=criteria&amp;show=floor" in page
    assert "no group yet to lay beside" in page
    step = workspace.catalogue.by_id["MC-01"].next_steps[0].in_language("en")
    assert html.escape(step) in page


def test_movement_is_one_short_sentence_that_leads_on(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))
    assessments.close_assessment(workspace, assessment.id)
    second = following(workspace, assessment)
    answer(workspace, second, level("MC-01", 4))

    page = shown(open_page("result", assessment=second.id))

    assert "Since last time: 1 up, 0 down.</a>" in page


def test_with_everything_on_target_nothing_hurts_and_no_floor_is_open(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(level(c.criterion, 4) for c in scope))

    page = shown(open_page("result", assessment=assessment.id))

    assert "minimal criteria reach their target" in page
    assert "Nothing else that has a score is below its target." in page
    assert "show=floor" not in page
