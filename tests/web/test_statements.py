"""What a page of a respondent asks of the database does not grow with what is in it."""

import pytest
from starlette.applications import Starlette

from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from settings import Settings
from tests.support.invitations import own
from tests.support.size.growing import Growing
from tests.support.size.statements import statements
from tests.support.web.phone import Browser
from tests.support.web.respondents import session_of
from web.participant.render import HELP
from web.participant.routes import PAGES, participants_route
from web.preview.routes import preview_route

MANY = 49  # more than the one of everything there is


@pytest.fixture
def growing(workspace: Workspace) -> Growing:
    world = Growing(workspace)
    world.grow(1)
    return world


def addresses(workspace: Workspace, world: Growing) -> list[str]:
    """Return the addresses of all pages that only show something."""
    issued = open_invitation(workspace, world.open, "mentee", "short", 9, None, personal=1)
    mentee = f"/a/{own(workspace, issued.links[0].token)}"
    link = open_invitation(workspace, world.open, "partner", "short", 9, None, open_link=True)
    criterion = session_of(workspace, mentee).criteria[0].id
    seen = f"/preview/{world.open}/mentee/short"
    return [
        *(
            f"{mentee}{path.removeprefix('/{token}')}".format(criterion=criterion)
            for method, path, _ in PAGES
            if method == "GET"
        ),
        *(f"/a/{link.open_token}", "/a/", f"/a/{HELP}", "/a/nobody"),
        *(seen, f"{seen}/q/{criterion}", f"{seen}/end", f"{seen}/{HELP}"),
    ]


def test_no_page_asks_more_when_there_is_more(workspace: Workspace, growing: Growing) -> None:
    settings = Settings()
    routes = [
        participants_route(lambda: workspace, lambda: settings),
        preview_route(lambda: workspace, lambda: settings),
    ]
    phone = Browser(Starlette(routes=routes), "http://us.example", {"Accept-Language": "nl"})
    wanted = addresses(workspace, growing)

    def asked() -> dict[str, int]:
        numbers = {}
        for address in wanted:
            with statements(workspace.store) as found:
                phone.request("GET", address)
            numbers[address] = len(found)
        return numbers

    asked()  # what is remembered from then on is not asked again
    few = asked()
    growing.grow(MANY)

    assert asked() == few
    phone.close()
