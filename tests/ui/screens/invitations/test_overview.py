"""Invitations in one look: until when, for how many, closed or open."""

from dataclasses import replace
from datetime import timedelta

from assessment.assessments import Assessment
from assessment.services import pairs
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    everybody_says,
    level,
    line,
    press,
    shown,
)


def test_an_invitation_gets_another_last_day_and_number_of_people(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    fields = f"invitation:{issued.invitation.id}"
    app = open_page("invitations", assessment=whole.id)
    assert "open until you close the assessment" in shown(app)
    last = workspace.now().astimezone().date() + timedelta(days=9)
    app.date_input(key=f"{fields}:until:0").set_value(last).run()
    app.number_input(key=f"{fields}:max_respondents:0").set_value(30).run()
    assert not app.exception
    stored = line(workspace, whole).invitation
    assert (stored.until, stored.max_respondents) == (last, 30)


def test_an_invitation_closes_and_opens_by_hand(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = press(open_page("invitations", assessment=whole.id), f"close_{issued.invitation.id}")
    assert line(workspace, whole).invitation.closed_at is not None
    press(app, f"reopen_{issued.invitation.id}")
    assert line(workspace, whole).invitation.closed_at is None


def test_an_invitation_whose_last_day_has_passed_says_so(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    past = workspace.now().astimezone().date() - timedelta(days=1)
    workspace.store.invitations.save(replace(issued.invitation, until=past))  # as time goes by
    assert f"ended on {past.day} " in shown(open_page("invitations", assessment=whole.id))


def test_an_invitation_is_thrown_away_whole_after_asking_once_more(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:2], level("MC-41", 2))
    app = open_page("invitations", assessment=whole.id)
    name = f"throw_away:{issued.invitation.id}"

    press(app, f"{name}:ask")
    assert "gone for good, of everybody" in shown(app)
    assert workspace.store.answers.participation(whole.id) == {"mentee": 2}
    press(app, f"{name}:yes")

    assert workspace.store.invitations.all(whole.id) == []
    assert workspace.store.answers.participation(whole.id) == {}


def test_pairs_are_thrown_away_together(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    pairs.make_pairs(workspace, whole.id, 1, None)
    first, _ = workspace.store.invitations.all(whole.id)
    app = open_page("invitations", assessment=whole.id)

    press(app, f"throw_away:{first.id}:ask")
    press(app, f"throw_away:{first.id}:yes")

    assert workspace.store.invitations.all(whole.id) == []


def test_a_storm_on_an_open_link_is_told(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole, open_link=True)
    assert not open_page("invitations", assessment=whole.id).warning
    workspace.store.invitations.note_storm(issued.invitation.id)

    app = open_page("invitations", assessment=whole.id)

    assert any("through the open link within a minute" in part.value for part in app.warning)
