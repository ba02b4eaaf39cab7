"""Preparing a session: script, papers, keys, beginning; and erasing it."""

import pytest

from assessment.access.acts import MembershipKind
from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.session.states import SessionState
from tests.support.access import an_organisation
from tests.support.session.evenings import an_evening
from tests.support.session.staff import a_prepared_session
from tests.support.ui.accounts import somebody
from tests.support.ui.screens import OpenPage, headers, links, press, shown


def test_it_has_all_that_comes_before_a_session(open_page: OpenPage, workspace: Workspace) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)

    assert app.title[0].value == "Spiegelmiddag"
    assert headers(app) == ["The script", "On paper", "The keys", "Begin"]

    press(app, f"erase_session:{one.id}:ask")
    press(app, f"erase_session:{one.id}:yes")

    with pytest.raises(NotFound):
        workspace.store.sessions.get(one.id)
    assert app.title[0].value == "There is nothing here (any more)"


def test_one_that_has_ended_leads_to_its_review(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("session_script", session=an_evening(workspace).id)

    assert headers(app) == ["The script", "On paper"]
    assert links(app)[-1] == "Review a session"


def test_who_has_this_session_alone_prepares_it_and_does_not_erase_it(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    one = a_prepared_session(workspace, project=project)
    other = a_prepared_session(workspace, project=project)
    workspace.store.access.organisations.save(an_organisation())
    member = somebody(workspace, MembershipKind.FACILITATOR, session=one.id)
    app = member.opens("session_script", session=one.id, project=project)

    assert headers(app) == ["The script", "On paper", "The keys", "Begin"]
    assert workspace.store.projects.get(project).name in shown(app)
    assert "to discuss first" not in str([box.options for box in app.multiselect])
    assert f"erase_session:{one.id}:ask" not in {button.key for button in app.button}
    press(app, "add_step")
    press(app, "make_keys")
    press(app, "let_in")
    led = workspace.store.sessions.get(one.id)
    assert len(led.script.steps) == len(one.script.steps) + 1
    assert led.state is SessionState.LOBBY
    gone = member.opens("session_script", session=other.id, project=project)
    assert gone.title[0].value == "There is nothing here (any more)"
