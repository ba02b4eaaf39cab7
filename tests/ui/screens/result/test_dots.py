"""The marks of voices come with their words and with a legend of those that are shown."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown, speak


def test_the_legend_names_shown_voices_and_the_target_and_no_other(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "mentor", level("MC-41", 1), times=5)
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=2)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id))

    legend = page.partition('<ul class="ms-legend">')[2].partition("</ul>")[0]
    assert [name in legend for name in ("Coordinator", "Mentors", "Target", "Mentees")] == [
        True,
        True,
        True,
        False,
    ]
    assert 'alt="Coordinator 4.0 · Mentors 1.0 · target 3.0"' in page
    assert "data:image/svg+xml;base64," in page
