"""One criterion: what to talk about stands below the dots."""

import pytest

from assessment.services.context import Workspace
from tests.support.ui.portfolio import opened
from tests.support.ui.screens import OpenPage, headers


def test_questions_and_own_words_stand_below(open_page: OpenPage, workspace: Workspace) -> None:
    app = opened(open_page, workspace, "criterion")
    assert headers(app)[1:] == ["To talk about", "What projects wrote themselves"]


def test_many_projects_stand_in_pages_here_too(
    open_page: OpenPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.portfolio.context.PAGE", 2)
    app = opened(open_page, workspace, "criterion")
    app.number_input(key="criterion_from").set_value(7).run()

    assert not app.exception
    assert headers(app)[1:] == ["To talk about"]  # the last one wrote nothing itself
