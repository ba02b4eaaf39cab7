"""Every item with both votes, what was agreed, why, and who sees it differently."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.evenings import a_vote_of_too_few
from tests.support.ui.screens import OpenPage, shown


def test_votes_value_reason_and_dissent_stand_together(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    [session] = workspace.store.sessions.all(example_assessment.project)
    page = shown(open_page("session_review", session=session.id))

    assert "Mentees, first: 6 of the 7 chose 1 or 2: shared" in page
    assert "Mentees, second: 7 of the 7 chose 1 or 2: shared" in page
    assert "<strong>Agreed: Level 2</strong>" in page
    assert "Who sees it differently: Een mentor vindt" in page
    assert "13 for it, 6 can live with it, 1 not yet" in page
    assert "Judged: to talk about" in page
    assert "people changed." in page
    assert "Procesbegeleider" in page
    assert (
        '<h4 class="ms-small-title ms-item">' in page
    )  # apart from what was said of the one before


def test_too_few_votes_are_said_to_be_too_few(open_page: OpenPage, workspace: Workspace) -> None:
    page = shown(open_page("session_review", session=a_vote_of_too_few(workspace).id))

    assert "Too few people voted to show anything." in page
    assert "ms-levels" not in page.partition("</style>")[2]
