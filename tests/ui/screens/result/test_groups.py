"""Where groups differ, and nothing of them before it may be shown."""

import json
import re

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import assessments, pairs
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    both_are_done,
    everybody_says,
    headers,
    hear,
    level,
    links,
    shown,
    speak,
)

WRITTEN = "<script>alert(1)</script>\nNiemand belt"


def test_groups_that_differ_stand_by_difference_and_small_groups_are_not_shown(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id, part="groups")
    page = shown(app)
    assert headers(app) == ["Where groups differ", "What is not shown"]
    apart = [float(found) for found in re.findall(r'data-label="Difference">([\d.]+)<', page)]
    assert len(apart) > 5
    assert apart == sorted(apart, reverse=True)
    assert "Coordinator 4.0 · Mentors 3.0 · Mentees 1.9" in page
    assert 'data-label="All answers together">' in page
    assert page.count("Some answers are not shown.") == 1
    assert (
        "The word, such as ‘shared’, is about all answers together" in page
    )  # a difference beside it
    means = r'data-label="Mentees" class="ms-figure">\d\.\d \(\d+\)<'  # stacked where it is narrow
    assert len(re.findall(means, page)) == 2  # where mentees were asked and may be shown
    assert "ms-scroll" not in page.replace(".ms-scroll", "")
    [figure] = app.get("plotly_chart")
    assert "<b>Mentees</b><br>Client: 2.5" in json.loads(figure.proto.spec)["data"][3]["hovertext"]
    assert figure.proto.alt.startswith("Client: coordinator ")


def test_where_one_group_is_heard_alone_there_is_nothing_to_compare(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 3))
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1))
    assessments.close_assessment(workspace, assessment.id)

    app = open_page("result", assessment=assessment.id, part="groups")

    assert any("there is nothing to compare" in m.value for m in app.markdown)
    assert 'data-label="Difference">–</td>' in shown(app)


def test_without_other_groups_there_is_a_way_to_invite_them_as_long_as_it_is_open(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 3))
    app = open_page("result", assessment=assessment.id, part="groups")
    assert "Invite other groups" in links(app)

    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id, part="groups")
    assert "Invite other groups" not in links(app)
    assert any("Only the organisation itself" in m.value for m in app.markdown)


def test_while_open_the_result_shows_participation_and_no_word_of_others(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 3))
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1, WRITTEN))
    [pair] = pairs.make_pairs(workspace, assessment.id, 1, None)
    both_are_done(workspace, pair)
    page = shown(open_page("result", assessment=assessment.id, part="groups"))
    assert "Mentees, 5 places: 5 began, 5 done" in page
    assert "One pair: in 1 of them both are done" in page
    assert "Niemand belt" not in page


def test_a_closed_result_lays_groups_beside_each_other(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1, WRITTEN)
    app = open_page("result", assessment=assessment.id, part="groups")
    page = shown(app)
    assert "Mean of each group from 0 to 4" in page
    assert "Client: coordinator 4.0, mentees 1.0." in page
    assert "Niemand belt" not in page

    app.segmented_control(key="voices_by:en").set_value("phase").run()
    assert not app.exception
    assert "Client:" not in shown(app)
    app.segmented_control(key="language").set_value("nl").run()
    assert app.segmented_control(key="voices_by:nl").value == "phase"
    assert "coördinator 4,0, mentees 1,0." in shown(app)


def test_where_nothing_of_others_may_be_shown_only_that_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-45", AnswerState.UNKNOWN), level("MC-01", 3))
    speak(workspace, assessment, "mentee", level("MC-45", 3), times=2)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id, part="groups")
    assert headers(app) == ["What is not shown"]
