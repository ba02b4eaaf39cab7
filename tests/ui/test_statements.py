"""What a screen asks of the database does not grow with what is in it."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.context import Workspace
from tests.support.size.growing import CRITERION, Growing
from tests.support.size.statements import statements
from tests.support.ui.screens import MAIN
from ui import navigation
from ui.screens.result import parts

MOST_AT_HOME = 5
MANY = 24  # with the one of everything there is more than one page of projects holds


@pytest.fixture
def growing(workspace: Workspace) -> Growing:
    world = Growing(workspace)
    world.grow(1)
    return world


def screens(world: Growing) -> dict[str, dict[str, str]]:
    """Return the addresses of all screens, by what they show: the page and what its address carries."""
    of_open, of_closed = {"assessment": world.open}, {"assessment": world.closed}
    pages = {path.split("/")[1] for path in navigation.titles()}
    shown = {f"{page}, open": {"page": page, **of_open} for page in pages}
    shown |= {f"{page}, closed": {"page": page, **of_closed} for page in pages}
    shown |= {
        f"result, {part}": {"page": "result", **of_closed, "part": part} for part in parts.titles()
    }
    for page in ("audit", "result"):
        shown[f"{page}, one criterion"] = {"page": page, **of_closed, "criterion": CRITERION}
    return shown


def asked(app: AppTest, workspace: Workspace, page: str, **places: str) -> list[str]:
    """Return what a screen asks when it was open already."""
    app.switch_page(f"screens/{page}/page.py")
    for name in ("assessment", "part", "criterion"):
        app.query_params.pop(name, None)
    for name, value in places.items():
        app.query_params[name] = value
    app.run()
    with statements(workspace.store) as found:
        app.run()
    assert not app.exception, app.exception
    # whether there are accounts is looked up every few seconds, whatever screen it is
    return [statement for statement in found if "FROM accounts" not in statement]


@pytest.mark.no_cover  # the tests of every screen measure what runs here three hundred times
def test_no_screen_asks_more_when_there_is_more(workspace: Workspace, growing: Growing) -> None:
    app = AppTest.from_file(MAIN, default_timeout=60)
    app.query_params["lang"] = "nl"
    app.run()
    shown: dict[str, Any] = screens(growing)
    few = {name: asked(app, workspace, **places) for name, places in shown.items()}
    growing.grow(MANY)
    many = {name: asked(app, workspace, **places) for name, places in shown.items()}

    assert {name: len(found) for name, found in many.items()} == {
        name: len(found) for name, found in few.items()
    }
    assert len(many["home, open"]) <= MOST_AT_HOME
