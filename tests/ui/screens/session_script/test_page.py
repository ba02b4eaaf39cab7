"""Preparing a session: script, papers, keys, beginning; and erasing it."""

import pytest

from assessment.errors import NotFound
from assessment.services.context import Workspace
from tests.support.session.evenings import an_evening
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, headers, links, press


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
