"""A printed letter: one begins with it, and after that nobody reads anything with it."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import close_invitation, invitations_of, open_invitation
from assessment.services.pairs import PairLinks
from tests.support.builders import Clock
from tests.support.invitations import QUESTIONS, own
from tests.support.web.phone import Phone
from tests.support.web.respondents import started
from tests.web.conftest import BOTH_WAYS, NewPhone

pytestmark = BOTH_WAYS

USED = "Deze brief is al gebruikt"
SECRET = "Wat alleen ik weet"
PAGES = ("", "about", "review", "pause", "thanks", "delete", "pair", "q/MC-41", "begin", "language")


def test_the_letter_says_that_it_opens_once(phone: Phone, letter: str) -> None:
    assert "Zodra je begint, werkt deze brief niet meer." in phone.opens(letter).page.text
    assert f"Er zijn {QUESTIONS} vragen." in phone.page.text


def test_looking_begins_nothing(
    phone: Phone, workspace: Workspace, assessment: Assessment, letter: str
) -> None:
    phone.opens(letter).opens(f"{letter}/begin")
    for page in ("", "/begin"):
        phone.client.request("HEAD", f"{letter}{page}")

    assert started(workspace, assessment) == 0
    assert list(phone.client.cookies) == []


def test_who_begins_sees_the_own_address_before_the_first_question(
    new_phone: NewPhone, letter: str
) -> None:
    phone = new_phone(public="https://us.example").sends(f"{letter}/begin")

    assert phone.page.heading == "Je kunt nu beginnen"
    assert f"https://us.example{phone.address}" in phone.page.text
    assert "Dit adres is alleen van jou. Bewaar het." in phone.page.text
    phone.opens(phone.page.links[0])
    assert f"Vraag 1 van {QUESTIONS}" in phone.page.text


def test_beginning_gives_an_address_that_was_not_printed_and_a_cookie_that_no_script_reads(
    phone: Phone, workspace: Workspace, assessment: Assessment, letter: str
) -> None:
    phone.client.stays()
    phone.sends(f"{letter}/begin")

    cookie, (line,) = phone.response.headers["set-cookie"], invitations_of(workspace, assessment)
    assert phone.status == 303
    assert phone.response.headers["location"].startswith("/a/")
    assert phone.response.headers["location"] != letter
    assert cookie.startswith(f"ms_{line.links[0].respondent[:12]}=")
    for part in ("HttpOnly", "SameSite=lax", "Path=/a/;"):
        assert part in cookie
    assert "Secure" not in cookie
    assert line.links[0].state == "started"


def test_the_cookie_travels_encrypted_where_pages_do(new_phone: NewPhone, letter: str) -> None:
    phone = new_phone(public="https://us.example")
    phone.client.stays()

    assert "; Secure" in phone.sends(f"{letter}/begin").response.headers["set-cookie"]


def test_the_same_device_goes_on_from_the_letter(phone: Phone, letter: str) -> None:
    address = phone.sends(f"{letter}/begin").address
    phone.sends(f"{address}/begin")
    phone.answers(choice="2")

    assert phone.opens(letter).address == address
    assert phone.sends(f"{letter}/begin").address == address
    assert "Fijn dat je er weer bent" in phone.page.text


def test_another_device_gets_a_calm_page_and_goes_on_with_the_own_address(
    new_phone: NewPhone, letter: str
) -> None:
    first, other = new_phone("en"), new_phone("nl")
    address = first.sends(f"{letter}/begin").address
    first.sends(f"{address}/begin")
    first.answers(choice="2", comment=SECRET)

    for page in PAGES:
        other.opens(f"{letter}/{page}".rstrip("/"))
        assert (other.status, other.page.heading) == (409, "This letter was used already")
        assert (other.page.links, other.page.actions) == ([f"{letter}/help"], [])
        assert address not in other.response.text
    assert f"1 of {QUESTIONS} questions answered" in other.opens(address).page.text


def test_a_second_tap_locks_nobody_out(new_phone: NewPhone, letter: str) -> None:
    lost, second = new_phone(), new_phone()  # a browser throws the first reply away
    first = lost.sends(f"{letter}/begin").address
    address = second.sends(f"{letter}/begin").address

    assert address != first
    second.sends(f"{address}/begin")
    assert f"Vraag 1 van {QUESTIONS}" in second.page.text
    assert lost.opens(first).status == 404
    assert lost.opens(letter).page.heading == USED


def test_a_letter_begins_no_second_time_after_an_answer_or_a_minute(
    new_phone: NewPhone, letter: str, clock: Clock
) -> None:
    phone = new_phone()
    address = phone.sends(f"{letter}/begin").address
    clock.forward(seconds=61)
    assert new_phone().sends(f"{letter}/begin").page.heading == USED
    assert phone.opens(address).status == 200


def test_who_finishes_leaves_no_way_in_for_the_next_one_on_this_device(
    phone: Phone, letter: str
) -> None:
    address = phone.sends(f"{letter}/begin").address
    phone.sends(f"{address}/finish")

    assert list(phone.client.cookies) == []
    assert phone.opens(letter).page.heading == USED


def test_a_cookie_of_another_letter_is_worth_nothing(
    phone: Phone, workspace: Workspace, assessment: Assessment, letter: str
) -> None:
    own(workspace, letter.removeprefix("/a/"))
    issued = open_invitation(workspace, assessment.id, "mentor", "few", 1, None, personal=1)
    other = own(workspace, issued.links[0].token)
    line = invitations_of(workspace, assessment)[0]
    phone.client.cookies.set(f"ms_{line.links[0].respondent[:12]}", other)

    assert phone.opens(letter).page.heading == USED


def test_the_language_is_chosen_before_beginning_and_kept(
    phone: Phone, new_phone: NewPhone, letter: str
) -> None:
    phone.opens(f"{letter}?lang=en")
    phone.sends(f"{letter}/begin", **phone.page.fields)

    assert phone.page.language == "en"
    assert new_phone("nl").opens(letter).page.language == "en"
    assert new_phone("en").opens(f"{letter}?lang=nl").page.language == "nl"


def test_a_letter_has_no_other_pages(phone: Phone, letter: str) -> None:
    for page in ("review", "q/MC-41", "language", "about"):
        assert phone.opens(f"{letter}/{page}").status == 404
        assert letter in phone.page.links
    for page in ("finish", "language", "delete", "q/MC-41", ""):
        assert phone.sends(f"{letter}/{page}".rstrip("/")).status == 404


def test_an_invitation_that_is_over_says_so(
    phone: Phone, workspace: Workspace, assessment: Assessment, letter: str
) -> None:
    (line,) = invitations_of(workspace, assessment)
    close_invitation(workspace, line.invitation.id)

    assert phone.opens(letter).status == 410
    assert phone.sends(f"{letter}/begin").page.heading == "Deze uitnodiging is gesloten"
    assert started(workspace, assessment) == 0


def test_a_letter_of_an_invitation_that_expired_says_so(
    phone: Phone, workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    day = clock.now.date()
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 1, day, personal=1)
    clock.forward(days=2)

    phone.opens(f"/a/{issued.links[0].token}")

    assert phone.page.heading == "De laatste dag om te antwoorden is voorbij"


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_with_both_letters_of_a_pair_nobody_reads_what_they_said(
    new_phone: NewPhone,
    workspace: Workspace,
    assessment: Assessment,
    pair: PairLinks,
    *,
    closed: bool,
) -> None:
    letters = [f"/a/{link.token}" for link in (pair.first, pair.second)]
    for letter in letters:
        phone = new_phone()
        address = phone.sends(f"{letter}/begin").address.partition("/q/")[0]
        phone.sends(f"{address}/begin")
        for _ in range(QUESTIONS):
            phone.answers(choice="3", comment=SECRET)
        phone.sends(f"{address}/finish")
        assert phone.status == 200
    if closed:
        for line in invitations_of(workspace, assessment):
            close_invitation(workspace, line.invitation.id)

    printer = new_phone()
    for letter in letters:
        for page in (*PAGES, "agreement", "share", "finish"):
            for look in (printer.opens, printer.sends):
                text = look(f"{letter}/{page}".rstrip("/")).response.text
                assert SECRET not in text
                assert printer.status in (404, 409, 410)
    assert list(printer.client.cookies) == []
