"""What each group said on a criterion, as far as it may be shown."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown, speak


def test_answers_and_words_of_a_group_are_shown_once_the_group_is_large_enough(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4), level("MC-45", 4))
    speak(workspace, assessment, "mentee", level("MC-41", 1, "<i>Niemand</i>"), times=5)
    speak(workspace, assessment, "mentor", level("MC-41", 2, "Verborgen"), times=2)
    speak(workspace, assessment, "mentee", level("MC-45", 0, "Ook verborgen"), times=2)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id))

    assert '<span class="ms-level-1" style="flex:5">1</span>' in page
    assert "Mentees: 5 of 5 gave the same answer (1)" in page
    assert page.count("&lt;i&gt;Niemand&lt;/i&gt;") == 5
    assert "erborgen" not in page
    assert "ms-level-2" not in page.replace(".ms-level-2", "")
