"""What others bring, why they cannot answer any more, and what is shown of them."""

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, keys, shown


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "Laid beside what others"), ("nl", "Leg je die naast")]
)
def test_without_an_invitation_the_page_explains_and_invites(
    open_page: OpenPage, assessment: Assessment, language: str, sentence: str
) -> None:
    app = open_page("invitations", assessment=assessment.id, language=language)
    assert any(sentence in m.value for m in app.markdown)
    assert "open_invitation" in keys(app)


def test_a_closed_assessment_without_invitations_says_that_nobody_was_invited(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    sentences = [m.value for m in open_page("invitations", assessment=assessment.id).markdown]
    assert "Nobody else was invited for this assessment." in sentences


def test_what_is_shown_of_others_can_be_read_before_they_are_invited(
    open_page: OpenPage, assessment: Assessment
) -> None:
    page = shown(open_page("invitations", assessment=assessment.id))

    assert "A link is kept as a fingerprint." in page
    assert "Answers show after closing, from 5 answers of one role to a question." in page
