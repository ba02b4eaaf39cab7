"""The look back of who judges: every card with what was said, and the way to it."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.invitations import own, session
from tests.support.session.judges import invite_judges
from tests.support.web.phone import Phone


def test_the_look_back_leads_to_every_card_and_says_what_was_just_saved(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    token = own(workspace, invite_judges(workspace, assessment, profile="few").links[0].token)
    asked = [criterion.id for criterion in session(workspace, token).criteria]
    phone.opens(f"/a/{token}/q/{asked[1]}").answers("review", choice="partly", note="Soms.")

    assert "Kaart 2: opgeslagen" in phone.page.text
    assert "Dit hoort er een beetje bij" in phone.page.text
    assert {f"/a/{token}/q/{name}" for name in asked} <= set(phone.page.links)
    assert f"/a/{token}/missing" in phone.page.links
    assert "opgeslagen" not in phone.opens(f"/a/{token}/review?saved={asked[0]}").page.text
    assert "opgeslagen" not in phone.opens(f"/a/{token}/review?saved=nothing").page.text
