"""A whole session on its pages, without JavaScript; and what every page of it keeps to."""

import re

import pytest

from tests.support.session.going import Going, joins
from tests.support.session.pages import NewVisitor, Visitor
from tests.support.session.room import Room

PHONE_BYTES = 12_000


def test_two_votes_a_talk_and_an_agreed_value_need_buttons_alone(session: Going) -> None:
    phone, screen = session.phones[0], session.screen
    session.press("Begin the session").whole_vote("yes", "no")
    session.press("Next")
    assert phone.shows("Two talks a year")
    session.press("Next").whole_vote("for", "against", "depends", word="best")
    assert screen.shows("Who can speak for the smallest group?")
    session.press("Talk in pairs")
    assert phone.shows("Talk with the person beside you.")
    session.whole_vote("for", start="Vote again")
    assert phone.shows("You chose the same twice.")
    session.press("Save what is agreed", value="for", reason="Because it counts", for_it="6")
    assert phone.shows("Because it counts")
    assert screen.shows("6 for it")
    session.press("Next", "Start the vote").rate("3", "2", "unknown")
    assert phone.shows("You have answered everything.")
    session.press("Close the vote", "Show the result", "Next")
    session.whole_vote("applies", need="minimal")
    assert screen.shows("clear: minimal")


def test_tables_notes_agreements_and_the_end_need_buttons_alone(session: Going) -> None:
    phone, screen = session.phones[0], session.screen
    session.to("tables").press("Start the vote")
    phone.presses("This phone answers for our table", table="4")
    phone.presses("Save my answer", choice="2")
    assert phone.shows("You answer for table 4.")
    assert screen.opens(screen.address).shows("1 of 1 tables")
    session.press("Close the vote", "Show the result", "Next", "Start: everybody writes")
    phone.presses("Send", text="Time to talk")
    assert phone.shows("Sent. Thank you.")
    session.press("Close the vote", "Show the result", "Show to everybody", "Let everybody choose")
    phone.presses("Choose this")
    assert phone.shows("Chosen, saved")
    session.press("Close the vote", "Show the result", "Next")
    agreement = {"text": "Call everybody", "owner": "coordinator", "due": "2027-03-01"}
    session.press("Save this agreement", **agreement)
    assert phone.shows("Call everybody coordinator · 1 March 2027")
    session.press("Next").whole_vote("yes").press("End the session for everybody")
    assert phone.shows("You can read the result here for 30 days.")
    assert screen.shows("Call everybody")


def test_pages_are_light_and_say_in_which_language_they_are(session: Going) -> None:
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")

    for page in (session.phones[0], session.control, session.screen):
        assert page.page.language == "en"
        assert page.response.headers["cache-control"] == "no-store"
        assert "script-src 'self'" in page.response.headers["content-security-policy"]
        assert "http-equiv" not in page.response.text
        assert "style=" not in page.response.text
    assert len(session.phones[0].response.content) < PHONE_BYTES


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_nothing_changes_by_another_method(session: Going, method: str) -> None:
    for address in (session.phone_address, f"/control/{session.room.keys.control}/do", "/join"):
        assert session.control.client.request(method, address).status_code == 405


def test_nothing_changes_by_a_link(session: Going) -> None:
    before = session.room.session
    for path in ("do", "hands", "agreed", "notes"):
        assert session.control.opens(f"/control/{session.room.keys.control}/{path}").status == 404
    for path in ("vote", "join", "leave"):
        session.phones[0].opens(f"{session.phone_address}/{path}")

    assert session.room.session == before
    assert session.phones[0].opens(session.phone_address).shows("You are in.")


def test_a_form_of_another_website_changes_nothing(session: Going) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"}
    address = f"/control/{session.room.keys.control}/do"
    answer = session.control.client.request(
        "POST", address, headers=headers, content="command=start"
    )

    assert answer.status_code == 403
    assert session.room.session.started_at is None


def test_a_form_that_is_too_long_is_refused(session: Going) -> None:
    assert session.phones[0].sends(f"{session.phone_address}/note", text="x" * 40_000).status == 413


def test_no_level_is_anywhere_before_the_result_is_shown(session: Going) -> None:
    """Not on the control either: pages and state are the same whatever people choose."""
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")
    seen = []
    for level in ("0", "4"):
        for phone in session.phones[1:]:
            phone.opens(f"{session.phone_address}/i/MC-41").presses("Next", choice=level)
        session.look()
        pages = (session.control, session.screen, session.phones[0])
        texts = [re.sub(r"\d:\d\d", "", page.response.text) for page in pages]
        seen.append([*texts, *(page.state().text for page in pages)])

    assert seen[0] == seen[1]


def test_phones_and_control_can_be_on_different_processes(
    session: Going, new_visitor: NewVisitor, room: Room
) -> None:
    other = joins(new_visitor(process="two"), room)
    session.press("Begin the session", "Start the vote")

    other.opens(session.phone_address).presses("Save my answer", choice="yes")

    assert other.shows("Saved")
    assert session.screen.opens(session.screen.address).shows("1 of 7 answered")


def test_a_wrong_address_leads_to_the_page_for_codes(visitor: Visitor) -> None:
    for address in (
        "/control/x",
        f"/screen/{'x' * 32}",
        f"/s/{'x' * 32}",
        f"/control/{'x' * 32}/state",
    ):
        assert visitor.opens(address).status == 404
        assert visitor.page.links.get("Typ een code") == "/join"
