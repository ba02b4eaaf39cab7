"""Previews are read-only, carry the security headers, and are no pages of participants."""

from starlette.applications import Starlette

from assessment.assessments import Assessment
from assessment.errors import DatabaseUnavailable
from assessment.services.context import Workspace
from settings import Settings
from tests.support.web.phone import Browser, Phone
from web.preview.routes import preview_route
from web.server.headers import SECURITY_HEADERS
from web.server.local_only import is_open


def test_a_preview_is_only_read(viewer: Phone, assessment: Assessment) -> None:
    for below in ("", "/q/MC-01", "/end"):
        address = f"/preview/{assessment.id}/mentee/few{below}"
        assert viewer.client.request("POST", address).status_code == 405


def test_every_response_carries_the_security_headers(viewer: Phone, assessment: Assessment) -> None:
    for address in (f"/preview/{assessment.id}/mentee/few", "/preview/x/y/z"):
        headers = viewer.opens(address).response.headers
        assert SECURITY_HEADERS.items() <= dict(headers).items()


def test_a_preview_is_not_open_to_everybody() -> None:
    assert not is_open({"type": "http", "path": "/preview/a1/mentee/few"})


def test_a_database_that_does_not_answer_is_told() -> None:
    def broken() -> Workspace:
        raise DatabaseUnavailable("no database")

    browser = Browser(Starlette(routes=[preview_route(broken, Settings)]), "http://localhost", {})
    assert browser.request("GET", "/preview/a1/mentee/few").status_code == 503
    browser.close()
