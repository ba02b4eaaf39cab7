"""The links of an invitation: a new one only for who has not begun, and revoking."""

from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    everybody_says,
    keys,
    level,
    line,
    press,
    shown,
)


def test_a_letter_that_was_used_gets_no_new_link_and_it_says_why(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    link = f"link:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key=f"{link}:en").set_value(1).run()

    assert f"{link}:1:reissue:ask" not in keys(app)
    assert f"{link}:1:revoke:ask" not in keys(app)
    assert any("A new letter would open their answers" in c.value for c in app.caption)


def test_who_begins_while_the_coordinator_asks_keeps_the_link(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    link = f"link:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key=f"{link}:en").set_value(2).run()
    press(app, f"{link}:2:reissue:ask")
    everybody_says(workspace, issued.links[1:2], level("MC-41", 2))
    press(app, f"{link}:2:reissue:yes")

    assert app.error[0].value.startswith("Somebody has begun with this letter:")
    assert not app.get("download_button")


def test_a_lost_letter_that_nobody_used_gets_a_new_link(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    link = f"link:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key=f"{link}:en").set_value(2).run()
    press(app, f"{link}:2:reissue:ask")
    press(app, f"{link}:2:reissue:yes")
    assert responding.find(workspace, issued.links[1].token) is None
    assert responding.find(workspace, issued.links[0].token) is not None
    assert app.header[0].value == "One new link, shown once"


def test_all_who_have_not_begun_get_new_links_at_once(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    app = open_page("invitations", assessment=whole.id)
    press(app, f"link:{issued.invitation.id}:unused:ask")
    press(app, f"link:{issued.invitation.id}:unused:yes")
    assert app.header[0].value == "4 new links, shown once"
    replaced = [responding.find(workspace, link.token) is None for link in issued.links]
    assert replaced == [False, True, True, True, True]


def test_revoking_asks_once_more_and_leaves_who_began_alone(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    link = f"link:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    assert "<li>1 · done</li><li>2 · not begun</li>" in shown(app)

    app.selectbox(key=f"{link}:en").set_value(1).run()
    assert f"{link}:1:revoke:ask" not in keys(app)

    app.selectbox(key=f"{link}:en").set_value(2).run()
    press(app, f"{link}:2:revoke:ask")
    assert "keeps their own address" in shown(app)
    press(app, f"{link}:2:revoke:no")
    assert responding.find(workspace, issued.links[1].token) is not None

    press(app, f"{link}:2:revoke:ask")
    press(app, f"{link}:2:revoke:yes")
    assert responding.find(workspace, issued.links[1].token) is None
    assert "<li>2 · revoked</li>" in shown(app)
    assert f"{link}:2:revoke:ask" not in keys(app)


def test_more_links_can_be_made_as_far_as_an_invitation_has_places(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = open_page("invitations", assessment=whole.id)
    app.number_input(key=f"more_links:{issued.invitation.id}:5").set_value(2).run()
    press(app, f"add:{issued.invitation.id}")
    assert [link.number for link in line(workspace, whole).links] == [1, 2, 3, 4, 5, 6, 7]

    app.number_input(key=f"more_links:{issued.invitation.id}:7").set_value(200).run()
    press(app, f"add:{issued.invitation.id}")
    assert app.error[0].value == "An invitation is for 1 to 200 people."


def test_the_link_for_all_is_made_renewed_and_revoked(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole, personal=0, open_link=True)
    assert issued.open_token is not None
    link = f"open_link:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    press(app, f"{link}:renew:ask")
    press(app, f"{link}:renew:yes")
    assert responding.find(workspace, issued.open_token) is None
    assert "/a/" in app.code[0].value

    press(app, f"{link}:revoke:ask")
    press(app, f"{link}:revoke:yes")
    assert line(workspace, whole).invitation.open_hash is None

    press(app, f"{link}:new")
    assert line(workspace, whole).invitation.open_hash is not None
