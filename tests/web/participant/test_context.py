"""Who asks for a page: their address, their language, what they may see."""

from collections.abc import Mapping

import pytest
from starlette.requests import Request

from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink, PersonalLink
from settings import Settings
from tests.support.web.requests import a_request
from tests.support.web.respondents import session_of
from web.participant.context import (
    OpenLinkContext,
    PersonalLinkContext,
    SessionContext,
)

SETTINGS = Settings(public_url="https://us.example/")


def of_session(
    workspace: Workspace, address: str, request: Request, form: Mapping[str, str] | None = None
) -> SessionContext:
    session = session_of(workspace, address)
    return SessionContext(workspace, SETTINGS, request, form or {}, session)


@pytest.mark.parametrize(
    ("below", "page"), [("", ""), ("/review", "review"), ("/q/MC-01", "q/MC-01"), ("//x", "/x")]
)
def test_it_names_the_page_below_the_address(
    workspace: Workspace, mentee: str, below: str, page: str
) -> None:
    context = of_session(workspace, mentee, a_request(f"{mentee}{below}"))

    assert (context.page, context.at(page)) == (page, f"{mentee}{below}")
    assert context.full_address == f"https://us.example{mentee}"


def test_it_knows_what_is_asked(workspace: Workspace, mentee: str) -> None:
    context = of_session(workspace, mentee, a_request(mentee, accept_language="en"))

    assert context.project == "Maatjes"
    assert (context.role, context.role_name) == ("mentee", "mentee")
    assert (context.total, context.minutes) == (len(context.criteria), 2)
    assert (context.until, context.threshold) == (None, 5)
    assert (context.in_pairs, context.is_open) == (False, True)


def test_a_respondent_reads_the_language_that_they_chose_whatever_is_asked_for(
    workspace: Workspace, mentee: str
) -> None:
    request = a_request(mentee, accept_language="nl", query="lang=nl")
    of_session(workspace, mentee, request).choose_language("language:en")

    context = of_session(workspace, mentee, request)

    assert (context.language, context.t.language) == ("en", "en")


@pytest.mark.parametrize("button", ["en", "language:", "language:xx", "", "next"])
def test_other_buttons_choose_no_language(workspace: Workspace, mentee: str, button: str) -> None:
    of_session(workspace, mentee, a_request(mentee)).choose_language(button)

    assert session_of(workspace, mentee).respondent.language == ""


def test_a_browser_is_answered_in_its_language_and_any_other_in_ours(
    workspace: Workspace, mentee: str
) -> None:
    for accepted, language in (("en-GB,nl;q=0.1", "en"), ("fr", "nl"), ("", "nl")):
        request = a_request(mentee, accept_language=accepted)
        assert of_session(workspace, mentee, request).language == language


def test_whoever_opens_a_link_chooses_the_language_in_its_address(
    workspace: Workspace, letter: str, open_link: str
) -> None:
    for query, language in (("lang=en", "en"), ("lang=xx", "nl"), ("lang=", "nl"), ("", "nl")):
        request = a_request(letter, query=query, accept_language="nl")
        personal = responding.find(workspace, letter.removeprefix("/a/"))
        everybody = responding.find(workspace, open_link.removeprefix("/a/"))
        assert isinstance(personal, PersonalLink)
        assert isinstance(everybody, OpenLink)

        assert PersonalLinkContext(workspace, SETTINGS, request, {}, personal).language == language
        assert OpenLinkContext(workspace, SETTINGS, request, {}, everybody).language == language


def test_a_form_asks_for_a_language_that_there_is(workspace: Workspace, mentee: str) -> None:
    request = a_request(mentee, method="POST", accept_language="nl")
    for posted, language in (("en", "en"), ("xx", "nl"), ("<b>", "nl")):
        context = of_session(workspace, mentee, request, {"language": posted})
        assert (context.is_post, context.posted_language) == (True, language)


def test_all_languages_are_offered_when_the_catalogue_has_none_of_them(
    workspace: Workspace, mentee: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = of_session(workspace, mentee, a_request(mentee, accept_language="en"))
    monkeypatch.setitem(vars(context.session.catalogue), "languages", ("fr",))

    assert context.languages == ("nl", "en")
    assert context.language == "en"


def test_a_page_that_there_is_not_leads_back(workspace: Workspace, mentee: str) -> None:
    response = of_session(workspace, mentee, a_request(f"{mentee}/nowhere")).no_page()

    assert response.status_code == 404
    assert f'href="{mentee}"' in bytes(response.body).decode()
