"""The cookie: which device goes on where, and what it gives away."""

from http.cookies import SimpleCookie

import pytest
from starlette.responses import Response

from assessment.errors import TooOften
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink
from settings import Settings
from tests.support.web.requests import a_request
from tests.support.web.respondents import session_of
from web.participant import cookie
from web.participant.context import OpenLinkContext


def context_of(
    workspace: Workspace, open_link: str, sent: str = "", public: str = ""
) -> OpenLinkContext:
    """Return the context of a device that opens an open link with cookies."""
    link = responding.find(workspace, open_link.removeprefix("/a/"))
    assert isinstance(link, OpenLink)
    request = a_request(open_link, cookie=sent)
    return OpenLinkContext(workspace, Settings(public_url=public), request, {}, link)


def test_a_device_goes_on_with_what_it_remembers(
    workspace: Workspace, open_link: str, mentee: str
) -> None:
    session = session_of(workspace, mentee)
    token = mentee.removeprefix("/a/")
    for link in (session.invitation.id, session.respondent.id):
        response = Response()
        cookie.remember(response, context_of(workspace, open_link), link, token)
        sent = response.headers["set-cookie"].partition(";")[0]

        assert cookie.own_address(context_of(workspace, open_link, sent), link) == mentee
        assert not cookie.own_address(
            context_of(workspace, open_link, sent, "https://x.example"), link
        )
        assert cookie.own_address(context_of(workspace, open_link), link) == ""
        assert cookie.own_address(context_of(workspace, open_link, sent), f"x{link}") == ""


@pytest.mark.parametrize("of", ["nobody", "a letter", "another invitation"])
def test_a_token_that_opens_no_session_of_the_link_is_worth_nothing(
    workspace: Workspace, open_link: str, letter: str, mentee: str, of: str
) -> None:
    """`letter` has begun as `mentee`; its token opens a used letter."""
    link = responding.find(workspace, open_link.removeprefix("/a/"))
    assert isinstance(link, OpenLink)
    tokens = {"nobody": "x" * 32, "a letter": letter[3:], "another invitation": mentee[3:]}
    sent = f"ms_{link.invitation.id[:12]}={tokens[of]}"

    assert cookie.own_address(context_of(workspace, open_link, sent), link.invitation.id) == ""


def test_no_code_is_looked_up_by_a_cookie(workspace: Workspace, open_link: str) -> None:
    """Else one could try codes as fast as pages come, beside the half second and the counter."""
    link = responding.find(workspace, open_link.removeprefix("/a/"))
    assert isinstance(link, OpenLink)
    sent = f"ms_{link.invitation.id[:12]}=K7M-4QX-9RT"
    for _ in range(responding.MOST_WRONG_CODES):
        responding.count_unknown(workspace, "K7M-4QX-9RT")
    with pytest.raises(TooOften):
        responding.find(workspace, "K7M-4QX-9RT")

    assert cookie.own_address(context_of(workspace, open_link, sent), link.invitation.id) == ""


WAYS = pytest.mark.parametrize(
    ("public", "before"), [("https://us.example", "__Secure-"), ("", "")], ids=["https", "http"]
)


@WAYS
def test_no_script_and_no_other_site_gets_it(
    workspace: Workspace, open_link: str, public: str, before: str
) -> None:
    response = Response()
    cookie.remember(response, context_of(workspace, open_link, public=public), "link-id", "token")

    (morsel,) = SimpleCookie(response.headers["set-cookie"]).values()
    assert (morsel.key, morsel.value) == (f"{before}ms_link-id", "token")
    assert (morsel["path"], morsel["samesite"], morsel["httponly"]) == ("/a/", "lax", True)
    assert (morsel["max-age"], bool(morsel["secure"])) == (str(30 * 24 * 60 * 60), bool(before))


@WAYS
def test_it_is_forgotten_under_the_name_that_it_was_remembered_by(
    workspace: Workspace, mentee: str, open_link: str, public: str, before: str
) -> None:
    everybody = responding.find(workspace, open_link.removeprefix("/a/"))
    assert isinstance(everybody, OpenLink)
    own = f"/a/{responding.begin_open_link(workspace, everybody)}"
    personal, joined = session_of(workspace, mentee), session_of(workspace, own)
    for session, link in ((personal, personal.respondent.id), (joined, joined.invitation.id)):
        response = Response()
        cookie.forget(response, Settings(public_url=public), session.respondent)

        (morsel,) = SimpleCookie(response.headers["set-cookie"]).values()
        assert (morsel.key, morsel.value) == (f"{before}ms_{link[:12]}", "")
        assert bool(morsel["secure"]) == bool(before)
        assert (morsel["path"], morsel["max-age"]) == ("/a/", "0")
