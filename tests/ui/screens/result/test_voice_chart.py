"""The groups beside each other: picture, words and table."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    everybody_says,
    level,
    shown,
    speak,
)


def test_where_one_group_is_heard_alone_there_is_no_picture_of_groups(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 3))
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1))
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert any("there is nothing to compare" in m.value for m in app.markdown)
    assert "A level or more apart" not in [s.value for s in app.subheader]


def test_the_groups_go_by_phase_too_and_stay_so_in_another_language(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=5)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    alternative = app.get("plotly_chart")[1].proto.alt
    assert alternative == "Client: coordinator 4.0, mentees 1.0."
    assert alternative in shown(app)

    app.segmented_control(key="voices_by:en").set_value("phase").run()
    app.segmented_control(key="language").set_value("nl").run()

    assert app.segmented_control(key="voices_by:nl").value == "phase"
    assert app.get("plotly_chart")[1].proto.alt.endswith("coördinator 4,0, mentees 1,0.")
