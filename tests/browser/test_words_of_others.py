"""In a real browser words of others are words: no link, no picture, no request (each test watches)."""

import json
from datetime import UTC, datetime

from assessment.catalogue.model import Catalogue
from assessment.services import assessments, projects
from storage import open_store
from tests.support.builders import a_project
from tests.support.invitations import a_workspace, small_catalogue
from tests.support.web.browser import Tab
from tests.support.web.server import Server

MARKS = (
    "![x](http://foreign.example/x.png) [y](http://foreign.example) http://foreign.example "
    "www.foreign.example a@foreign.example <img src=//foreign.example> :material/home:"
)
LEADING = "[href*='foreign'], [src*='foreign'], [srcset*='foreign'], a[href^='mailto']"


def with_marks(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the same marks in every text."""
    text = catalogue.snapshot

    def marked(value: object) -> object:
        if isinstance(value, dict) and value and value.keys() <= set(catalogue.languages):
            return dict.fromkeys(value, MARKS)
        if isinstance(value, dict):
            return {name: marked(inside) for name, inside in value.items()}
        return [marked(inside) for inside in value] if isinstance(value, list) else value

    return Catalogue.model_validate(marked(json.loads(text)))


def test_no_screen_links_to_or_asks_of_another_server(tab: Tab, server: Server) -> None:
    store = open_store(f"sqlite:///{server.database}", clock=lambda: datetime.now(UTC))
    workspace = a_workspace(store, with_marks(small_catalogue()), lambda: datetime.now(UTC))
    project = projects.create_project(workspace, a_project(id="", name=MARKS, contact=MARKS))
    profile, ambition = workspace.catalogue.profiles[0].id, workspace.catalogue.ambitions[0].id
    assessment = assessments.start_assessment(
        workspace, project.id, name=MARKS, profile=profile, ambition=ambition
    )
    store.close()
    here = f"?project={project.id}&assessment={assessment.id}"

    for page in (
        "",
        "questions",
        "audit",
        "closing",
        "result",
        "agreements",
        "invitations",
        "start",
    ):
        tab.go(f"/{page}{here}")
        assert "foreign.example" in tab.page.inner_text("body"), page
        leading = tab.page.locator(LEADING)
        assert [leading.nth(n).evaluate("e => e.outerHTML") for n in range(leading.count())] == []
