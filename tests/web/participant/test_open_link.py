"""The open link: a respondent for everybody who begins, none for who only looks."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.builders import Clock
from tests.support.invitations import QUESTIONS
from tests.support.web.phone import Phone
from tests.support.web.respondents import started
from tests.web.conftest import OURS, NewPhone


def test_a_preview_begins_nothing(
    phone: Phone, workspace: Workspace, assessment: Assessment, open_link: str
) -> None:
    assert phone.opens(open_link).page.heading == "Vragen over Maatjes"
    phone.client.request("HEAD", open_link)

    assert started(workspace, assessment) == 0
    assert list(phone.client.cookies) == []


def test_beginning_gives_an_address_of_ones_own_and_a_cookie_that_no_script_reads(
    phone: Phone, workspace: Workspace, assessment: Assessment, open_link: str
) -> None:
    phone.client.stays()
    phone.sends(f"{open_link}/begin")

    cookie = phone.response.headers["set-cookie"]
    assert phone.status == 303
    assert phone.response.headers["location"].startswith("/a/")
    assert phone.response.headers["location"] != open_link
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/a/;" in cookie
    assert "Secure" not in cookie
    assert started(workspace, assessment) == 1


def test_the_cookie_travels_encrypted_where_pages_do(new_phone: NewPhone, open_link: str) -> None:
    phone = new_phone(address=OURS, public="https://us.example")
    phone.client.stays()

    assert "; Secure" in phone.sends(f"{open_link}/begin").response.headers["set-cookie"]


def test_the_same_device_is_offered_to_go_on(
    phone: Phone, workspace: Workspace, assessment: Assessment, open_link: str
) -> None:
    own = phone.sends(f"{open_link}/begin").address
    phone.sends(f"{own}/begin")
    phone.answers(choice="2")

    page = phone.opens(open_link).page

    assert own in page.links
    assert "Fijn dat je er weer bent" in phone.opens(own).page.text
    assert started(workspace, assessment) == 1


def test_each_device_gets_an_address_of_its_own_until_there_are_no_more(
    new_phone: NewPhone, workspace: Workspace, assessment: Assessment, open_link: str
) -> None:
    first, second, third = new_phone(), new_phone(), new_phone()
    assert first.sends(f"{open_link}/begin").address != second.sends(f"{open_link}/begin").address
    assert third.opens(open_link).status == 409
    assert third.page.heading == "Alle plaatsen zijn bezet"
    assert third.sends(f"{open_link}/begin").status == 409

    assert first.opens(open_link).status == 200  # who has a respondent goes on
    assert started(workspace, assessment) == 2


def test_who_finishes_leaves_no_way_in_for_the_next_one_on_this_device(
    phone: Phone, open_link: str
) -> None:
    own = phone.sends(f"{open_link}/begin").address
    phone.sends(f"{own}/finish")

    assert list(phone.client.cookies) == []
    assert own not in phone.opens(open_link).page.links


def test_a_cookie_of_another_invitation_or_of_nobody_is_worth_nothing(
    phone: Phone, workspace: Workspace, assessment: Assessment, open_link: str
) -> None:
    phone.sends(f"{open_link}/begin")
    ((name, token),) = phone.client.cookies.items()
    other = open_invitation(workspace, assessment.id, "mentor", "few", 2, None, open_link=True)
    phone.client.cookies.set(f"ms_{other.invitation.id[:12]}", token)

    assert f"/a/{token}" not in phone.opens(f"/a/{other.open_token}").page.links
    phone.client.cookies.set(name, "x" * 32)
    assert phone.opens(open_link).page.links == ["?lang=nl", "?lang=en", f"{open_link}/help"]


def test_the_language_is_chosen_before_beginning_and_kept(phone: Phone, open_link: str) -> None:
    assert phone.opens(f"{open_link}?lang=en").page.language == "en"
    assert phone.opens(f"{open_link}?lang=xx").page.language == "nl"

    phone.opens(f"{open_link}?lang=en")
    phone.sends(f"{open_link}/begin", **phone.page.fields)

    assert phone.page.language == "en"


def test_an_odd_language_is_not_kept(phone: Phone, open_link: str) -> None:
    assert phone.sends(f"{open_link}/begin", language="<b>").page.language == "nl"


def test_an_open_link_has_no_other_pages(phone: Phone, open_link: str) -> None:
    assert phone.opens(f"{open_link}/review").status == 404
    assert phone.sends(f"{open_link}/finish").status == 404
    assert phone.sends(open_link).status == 404
    assert open_link in phone.page.links


def test_nobody_begins_in_an_invitation_that_is_over(
    phone: Phone, workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    day = clock.now.date()
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 2, day, open_link=True)
    clock.forward(days=2)

    assert phone.opens(f"/a/{issued.open_token}").status == 410
    assert phone.page.heading == "De laatste dag om te antwoorden is voorbij"
    assert phone.sends(f"/a/{issued.open_token}/begin").status == 410
    assert started(workspace, assessment) == 0


def test_many_beginnings_in_a_minute_have_to_wait(
    new_phone: NewPhone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 200, None, open_link=True)
    statuses = [new_phone().sends(f"/a/{issued.open_token}/begin").status for _ in range(21)]

    assert statuses == [200] * 20 + [429]


def test_the_questions_of_an_open_link_are_counted(phone: Phone, open_link: str) -> None:
    assert f"Er zijn {QUESTIONS} vragen." in phone.opens(open_link).page.text
