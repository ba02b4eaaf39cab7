"""Letters on the screen of the coordinator: a new one only for who has not begun."""

from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.context import Workspace
from tests.support.screens import an_invitation, everybody_says, level
from tests.ui.conftest import OpenPage
from tests.ui.screens.invitations.test_page import keys, opened, press


def test_a_letter_that_was_used_gets_no_new_link_and_it_says_why(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    place = f"link:{issued.invitation.id}"
    app = opened(open_page, whole)
    app.selectbox(key=f"{place}:en").set_value(1).run()

    assert f"{place}:1:reissue:ask" not in keys(app)
    assert f"{place}:1:revoke:ask" in keys(app)
    assert any("A new letter would open their answers" in c.value for c in app.caption)


def test_who_begins_while_the_coordinator_asks_keeps_the_seat(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    place = f"link:{issued.invitation.id}"
    app = opened(open_page, whole)
    app.selectbox(key=f"{place}:en").set_value(2).run()
    press(app, f"{place}:2:reissue:ask")
    everybody_says(workspace, issued.links[1:2], level("MC-41", 2))
    press(app, f"{place}:2:reissue:yes")

    assert app.error[0].value.startswith("Somebody has begun with this letter.")
    assert not app.get("download_button")


def test_a_lost_letter_that_nobody_used_gets_a_new_link(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    place = f"link:{issued.invitation.id}"
    app = opened(open_page, whole)
    app.selectbox(key=f"{place}:en").set_value(2).run()
    press(app, f"{place}:2:reissue:ask")
    press(app, f"{place}:2:reissue:yes")
    assert responding.find(workspace, issued.links[1].token) is None
    assert responding.find(workspace, issued.links[0].token) is not None
    assert app.header[0].value == "One new link, shown once"


def test_all_who_have_not_begun_get_new_links_at_once(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    app = opened(open_page, whole)
    press(app, f"link:{issued.invitation.id}:unused:ask")
    press(app, f"link:{issued.invitation.id}:unused:yes")
    assert app.header[0].value == "4 new links, shown once"
    found = [responding.find(workspace, link.token) is None for link in issued.links]
    assert found == [False, True, True, True, True]
