"""Every address below /a/ goes through the same checks and carries the same headers."""

from collections.abc import Mapping

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from assessment.services.context import Workspace
from settings import Settings
from tests.support.web.phone import FORM, Browser, Phone
from tests.support.web.respondents import session_of
from web.participant.routes import PAGES, code_route, nothing_route, participants_route
from web.server.headers import SECURITY_HEADERS


def ask(
    phone: Phone, method: str, address: str, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    content = b"a=1" if method == "POST" else None
    sent = {**(FORM if method == "POST" else {}), **(headers or {})}
    return phone.client.request(method, address, content=content, headers=sent)


def addresses(workspace: Workspace, mentee: str) -> list[str]:
    """Return the address of every page, and of one that there is not."""
    first = session_of(workspace, mentee).criteria[0].id
    paths = {path.removeprefix("/{token}") for _, path, _ in PAGES}
    return [f"{mentee}{path}".format(criterion=first) for path in sorted(paths | {"/nowhere"})]


def test_every_response_carries_the_security_headers(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.client.stays()
    for address in addresses(workspace, mentee):
        for method in ("GET", "HEAD", "POST", "PUT"):
            headers = ask(phone, method, address).headers

            assert SECURITY_HEADERS.items() <= dict(headers).items()


def test_no_page_of_others_writes_anywhere(phone: Phone, workspace: Workspace, mentee: str) -> None:
    before = session_of(workspace, mentee).respondent
    for address in addresses(workspace, mentee):
        for site in ("cross-site", "same-site"):
            assert ask(phone, "POST", address, {"Sec-Fetch-Site": site}).status_code == 403

    assert session_of(workspace, mentee).respondent == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused_everywhere(
    phone: Phone, workspace: Workspace, mentee: str, method: str
) -> None:
    for address in (*addresses(workspace, mentee), "/a/x", "/a/"):
        response = ask(phone, method, address)

        assert response.status_code == 405
        assert response.headers["allow"] == "GET, HEAD, POST"


def test_a_look_at_the_head_only_reads(phone: Phone, workspace: Workspace, mentee: str) -> None:
    before = session_of(workspace, mentee).respondent
    as_it_is = {"Accept-Encoding": "identity"}
    for address in addresses(workspace, mentee):
        head, get = (ask(phone, method, address, as_it_is) for method in ("HEAD", "GET"))

        assert (head.status_code, head.content) == (get.status_code, b"")
        assert head.headers["content-length"] == str(len(get.content))
    assert session_of(workspace, mentee).respondent == before


def test_a_slash_at_the_end_makes_no_difference(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    for address in addresses(workspace, mentee):
        plain = ask(phone, "GET", address)
        for ending in ("/", "//"):
            response = ask(phone, "GET", address + ending)

            assert (response.status_code, response.content) == (plain.status_code, plain.content)


def test_an_address_above_is_none_of_ours(workspace: Workspace) -> None:
    async def other(_request: object) -> PlainTextResponse:
        return PlainTextResponse("not ours")

    ours = participants_route(lambda: workspace, Settings)
    app = Starlette(routes=[ours, Route("/{path:path}", other)])
    browser = Browser(app, "http://us.example", {})

    for path in ("/", "/a", "/ab/c", "/b/a/x"):
        assert browser.request("GET", path).text == "not ours"
    assert browser.request("GET", "/a/").status_code == 200
    browser.close()


def test_the_short_address_leads_to_the_page_for_codes(workspace: Workspace) -> None:
    app = Starlette(routes=[code_route(), participants_route(lambda: workspace, Settings)])
    browser = Browser(app, "http://us.example", {"Accept-Language": "nl"})
    browser.stays()
    response = browser.request("GET", "/a")
    assert (response.status_code, response.headers["location"]) == (308, "/a/")
    assert SECURITY_HEADERS.items() <= dict(response.headers).items()
    browser.close()


@pytest.mark.parametrize("path", ["/", "/result", "/a-static/x/y", "/_stcore/health", "/b"])
def test_beside_the_pages_there_is_nothing_and_that_carries_the_headers_too(path: str) -> None:
    client = Browser(Starlette(routes=[nothing_route()]), "http://us.example", {})
    for method in ("GET", "POST", "PUT"):
        response = client.request(method, path)

        assert response.status_code == 404
        assert SECURITY_HEADERS.items() <= dict(response.headers).items()
    client.close()
