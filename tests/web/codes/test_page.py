"""Typing the code of a letter: it leads there, begins nothing, and tells nothing of wrong ones."""

import html

import pytest

from assessment.codes import code_of
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.invitations import reissue, revoke
from assessment.services.responding import PersonalLink
from tests.support.builders import Clock
from tests.support.web.phone import Phone
from tests.support.web.respondents import session_of
from tests.web.conftest import NewPhone
from web.server.headers import SECURITY_HEADERS

TITLE = "Typ de code van je brief"


@pytest.fixture
def code(letter: str) -> str:
    """The code in the letter of a mentee who has not begun."""
    return code_of(letter.removeprefix("/a/"))


def test_a_code_however_typed_leads_to_the_letter_and_begins_with_it(
    phone: Phone, workspace: Workspace, code: str
) -> None:
    assert phone.opens("/a/").page.heading == TITLE

    phone.sends("/a/", code=code.lower().replace("-", " "), language="nl")

    assert (phone.status, phone.address) == (200, f"/a/{code}")
    assert phone.page.heading == "Vragen over Maatjes"
    found = responding.find(workspace, code)
    assert isinstance(found, PersonalLink)
    assert not found.is_used  # looking spends nothing

    phone.sends(f"/a/{code}/begin", language="nl")
    assert session_of(workspace, phone.address).respondent.started_at is not None


def test_a_code_is_used_once_and_leads_back_on_the_same_device(
    phone: Phone, new_phone: NewPhone, code: str, clock: Clock
) -> None:
    phone.sends(f"/a/{code}/begin", language="nl")
    own = phone.address
    clock.forward(minutes=2)

    assert phone.opens(f"/a/{code}").address == own
    other = new_phone().opens(f"/a/{code}")
    assert (other.status, other.page.heading) == (409, "Deze brief is al gebruikt")


def test_a_wrong_replaced_or_revoked_code_is_told_in_the_same_words(
    phone: Phone, workspace: Workspace, letter: str, code: str
) -> None:
    never = phone.opens("/a/222-222-222").response
    assert (never.status_code, phone.page.heading) == (404, TITLE)
    assert "hoort geen brief" in phone.page.text

    opened = responding.find(workspace, letter.removeprefix("/a/"))
    assert isinstance(opened, PersonalLink)
    renewed = code_of(reissue(workspace, opened.respondent).token)
    replaced = phone.opens(f"/a/{code}").response
    revoke(workspace, opened.respondent)
    revoked = phone.opens(f"/a/{renewed}").response
    for response in (replaced, revoked):
        assert response.status_code == 404
        assert response.content == never.content
        assert response.headers == never.headers


@pytest.mark.parametrize("typed", ["", "K7M", "0" * 9, "x" * 500, "<b>"])
def test_what_is_no_code_is_said_at_once_and_stays_on_the_screen(phone: Phone, typed: str) -> None:
    phone.sends("/a/", code=typed)

    assert (phone.status, phone.page.heading) == (422, TITLE)
    assert "geen hele code" in phone.page.text
    kept = html.escape(typed[:40], quote=True)
    assert f'value="{kept}"' in phone.response.text


def test_it_speaks_the_language_that_was_chosen(new_phone: NewPhone, code: str) -> None:
    phone = new_phone("nl")
    assert phone.opens("/a/?lang=en").page.heading == "Type the code of your letter"
    assert phone.sends("/a/", code="x", language="en").page.language == "en"
    phone.sends("/a/", code=code, language="en")
    assert phone.page.heading == "Questions about Maatjes"
    assert new_phone("en").opens("/a/222-222-222?lang=nl").page.language == "nl"


def test_another_website_sends_no_code(phone: Phone, code: str) -> None:
    response = phone.client.request(
        "POST", "/a/", data={"code": code}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403


def test_the_page_carries_the_security_headers(phone: Phone) -> None:
    headers = phone.opens("/a/").response.headers
    assert SECURITY_HEADERS.items() <= dict(headers).items()


def test_guessing_stops_before_the_look_up_until_the_next_minute(
    phone: Phone, letter: str, code: str, clock: Clock
) -> None:
    statuses = [phone.opens("/a/222-222-222").status for _ in range(61)]
    assert statuses == [404] * 60 + [429]
    assert phone.opens(f"/a/{code}").status == 429
    assert phone.opens(letter).status == 200  # who scans goes on

    clock.forward(minutes=1)
    assert phone.opens(f"/a/{code}").status == 200


def test_a_code_waits_as_long_right_or_wrong(
    phone: Phone, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("web.participant.dispatch.SLOW", 7)
    monkeypatch.setattr("web.participant.dispatch.asyncio.sleep", sleep)
    for address in (f"/a/{code}", "/a/222-222-222"):
        phone.opens(address)

    assert waited == [7, 7]


def test_the_script_is_told_too(phone: Phone) -> None:
    response = phone.client.request("GET", "/a/222-222-222", headers={"Accept": "application/json"})
    assert (response.status_code, response.json()) == (404, {"saved": False})
