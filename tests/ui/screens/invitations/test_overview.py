"""Invitations in one look: until when, for how many, closed or open."""

from dataclasses import replace
from datetime import timedelta

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, line, press, shown


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
