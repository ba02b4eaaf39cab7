"""The three questions of judging, answered as far as they can be."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.judges import Said, closed, judge_all
from tests.support.ui.screens import OpenPage, read_aloud


def test_what_is_clear_what_to_talk_about_and_what_is_missing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    core = sorted(workspace.catalogue.core)[0]
    said: list[Said] = [
        ("MC-05", "applies", "minimal"),
        ("MC-29", "does_not_apply", ""),
        (core, "applies", "minimal"),
        ("MC-66", "applies", "minimal"),
        ("", "", "", "Tijd om elkaar te leren kennen."),
    ]
    judge_all(workspace, assessment, "mentee", *[said] * 6)
    judge_all(workspace, assessment, "mentor", *[[("MC-29", "does_not_apply", "")]] * 2)
    page = read_aloud(open_page("judging", assessment=closed(workspace, assessment).id))

    assert "three quarters of those who chose" in page
    assert "Is it a minimum? Clear: yes (3)" in page
    assert "(core: it stays)" in page
    assert "Does it apply? Clear: not here (1)" in page
    assert "Not clear: to talk about (0)" in page
    assert "what may wait?" in page
    assert "Tijd om elkaar te leren kennen." in page
    assert "Something is not shown" in page


def test_nothing_missing_is_said_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    judge_all(workspace, assessment, "mentee", *[[("MC-05", "applies", "desirable")]] * 5)
    page = read_aloud(open_page("judging", assessment=closed(workspace, assessment).id))

    assert "Nothing that may be shown." in page
