"""Previews are read-only, carry the security headers, and are no pages of participants."""

from starlette.applications import Starlette

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.assessments import Assessment
from assessment.errors import DatabaseUnavailable
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from settings import Settings
from tests.support.access import add_member, an_office
from tests.support.web.phone import Browser, Phone
from web.preview.routes import preview_route
from web.server.gate import LOGIN_HEADER
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


def opened_for(workspace: Workspace, membership: Membership) -> str:
    account = workspace.store.access.accounts.get(membership.account)
    return sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login.id


def test_asvs_8_4_1_a_preview_is_for_the_organisation_that_asks(
    workspace: Workspace, viewer: Phone, assessment: Assessment
) -> None:
    ours, theirs = (
        an_office(workspace),
        an_office(workspace, "ORG2"),
    )  # the first one got the project
    admin = add_member(workspace.store, MembershipKind.SERVER_ADMIN, None)
    address = f"/preview/{assessment.id}/mentee/few"

    def asked_by(login: str) -> int:
        headers = {LOGIN_HEADER.decode(): login}
        return viewer.client.request("GET", address, headers=headers).status_code

    assert asked_by(opened_for(workspace, ours.owner)) == 200
    assert asked_by(opened_for(workspace, theirs.owner)) == 404
    assert asked_by(opened_for(workspace, admin)) == 404
    assert asked_by("") == 404
