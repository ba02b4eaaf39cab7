"""Closing asks twice, and says first who is not done, what becomes final and what does not."""

from assessment.assessments import Assessment
from assessment.services import pairs, responding
from assessment.services.context import Workspace
from tests.support.invitations import own
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    everybody_says,
    keys,
    level,
    links,
    press,
    shown,
)


def test_the_first_step_names_by_role_and_number_who_is_not_done(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:2], level("MC-41", 3))
    session = responding.find(workspace, own(workspace, issued.links[2].token))
    assert isinstance(session, responding.RespondentSession)
    responding.write(workspace, session, level("MC-41", 2))
    pairs.make_pairs(workspace, whole.id, 2, None)

    page = shown(open_page("closing", assessment=whole.id))

    assert "Mentees: one is still busy, 2 did not begin" in page
    assert "Pairs: 2 are not done" in page
    assert "their links stop" in page
    assert "you can reopen them under Settings" in page


def test_closing_takes_a_second_step_that_can_be_refused(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    an_invitation(workspace, assessment)
    app = press(open_page("closing", assessment=assessment.id), "ask_close")
    assert not workspace.store.assessments.get(assessment.id).is_closed
    assert "For others that is final" in shown(app)
    assert "Mentees: 5 did not begin." in shown(app)

    press(app, "keep_open")
    assert "close" not in keys(app)

    press(press(app, "ask_close"), "close")
    assert workspace.store.assessments.get(assessment.id).is_closed
    assert app.title[0].value == "Closed. Now:"
    assert "Make agreements" in links(app)


def test_without_others_nothing_becomes_final(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("closing", assessment=assessment.id)
    assert [part.value for part in app.subheader] == ["This does not become final"]

    press(app, "ask_close")
    assert "You can reopen your own answers later." in shown(app)


def test_when_everybody_is_done_that_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    everybody_says(workspace, an_invitation(workspace, assessment).links, level("MC-41", 3))
    app = open_page("closing", assessment=assessment.id)
    assert any("Everybody who was invited is done." in part.value for part in app.markdown)
