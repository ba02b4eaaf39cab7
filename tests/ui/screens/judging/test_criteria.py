"""Every criterion by group: what groups part on first, the numbers, the notes."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.judges import closed, judge_all
from tests.support.ui.screens import HOSTILE, OpenPage, read_aloud


def test_groups_that_part_come_first_with_numbers_and_words(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreed = ("MC-05", "applies", "minimal")
    judge_all(
        workspace,
        assessment,
        "mentee",
        *[[agreed, ("MC-29", "applies", "minimal", HOSTILE)]] * 5,
    )
    judge_all(workspace, assessment, "mentor", *[[agreed, ("MC-29", "does_not_apply", "")]] * 5)
    page = read_aloud(open_page("judging", assessment=closed(workspace, assessment).id))
    part, one = (workspace.catalogue.by_id[n].title.in_language("en") for n in ("MC-29", "MC-05"))

    assert page.index(f"{part} · to talk about") < page.index(f"{one} · clear: minimal")
    assert "Groups part by 100 %." in page
    assert "&lt;script&gt;" in page
