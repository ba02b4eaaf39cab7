"""Who looks at a preview."""

from collections.abc import Callable, Iterator

import pytest
from starlette.applications import Starlette

from assessment.services.context import Workspace
from settings import Settings
from tests.support.web.phone import Browser, Phone
from web.preview.routes import preview_route

NewViewer = Callable[[str], Phone]


@pytest.fixture
def new_viewer(workspace: Workspace) -> Iterator[NewViewer]:
    """Makes browsers that look at previews, in a language."""
    opened: list[Browser] = []

    def make(language: str) -> Phone:
        app = Starlette(routes=[preview_route(lambda: workspace, Settings)])
        opened.append(Browser(app, "http://localhost", {"Accept-Language": language}))
        return Phone(opened[-1])

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def viewer(new_viewer: NewViewer) -> Phone:
    return new_viewer("nl")
