"""Respondents on a phone: without JavaScript, with a bad network, on two devices, as a pair."""

import pytest
from playwright.sync_api import expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import (
    NewContext,
    answer_all,
    begin,
    option,
    own_address,
    press,
    state,
)
from tests.support.web.server import Invitations, Server


def test_a_mentee_answers_without_javascript(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    page = begin(new_context(java_script_enabled=False), address)
    option(page, 3).click()
    page.locator("summary").first.click()
    page.get_by_label("Je eigen woorden").fill("Zij belt altijd terug.")
    press(page, "Volgende")
    expect(page.get_by_text("Vraag 1: opgeslagen")).to_be_visible()
    press(page, "Terug")
    expect(option(page, 3).locator("input")).to_be_checked()
    expect(page.get_by_label("Je eigen woorden")).to_have_value("Zij belt altijd terug.")
    press(page, "Volgende")
    for number in (0, 4, 6, 7):
        option(page, number).click()
        press(page, "Volgende")
    expect(page.get_by_text(f"{QUESTIONS} van {QUESTIONS} vragen beantwoord")).to_be_visible()
    press(page, "Ik ben klaar")
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()

    assert [(a.state, a.level) for a in invitations.answers(address)] == [
        ("level", 3),
        ("level", 0),
        ("level", 4),
        ("unknown", None),
        ("declined", None),
    ]


def test_a_choice_is_saved_at_once_and_says_so(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    page = begin(new_context(), address)
    assert state(page).inner_text() == ""

    option(page, 2).click()

    expect(state(page)).to_have_text("Opgeslagen")
    assert [a.level for a in invitations.answers(address)] == [2]


def test_words_are_saved_while_they_are_typed(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    page = begin(new_context(), address)
    page.locator("summary").first.click()
    page.get_by_label("Je eigen woorden").press_sequentially("Fijn om te praten")

    expect(state(page)).to_have_text("Opgeslagen")
    assert [a.comment for a in invitations.answers(address)] == ["Fijn om te praten"]


def test_next_right_after_choosing_loses_nothing(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    answer_all(begin(new_context(), address), [4, 3, 2, 1, 0])

    assert [a.level for a in invitations.answers(address)] == [4, 3, 2, 1, 0]
    assert {a.version for a in invitations.answers(address)} == {1}


def test_a_network_that_goes_away_loses_nothing_and_pretends_nothing(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    context = new_context()
    page = begin(context, address)
    option(page, 1).click()
    expect(state(page)).to_have_text("Opgeslagen")

    context.set_offline(True)
    option(page, 4).click()
    expect(state(page)).to_have_text("Niet opgeslagen. We blijven het proberen.")
    press(page, "Volgende")
    expect(page.get_by_text(f"Vraag 2 van {QUESTIONS}")).to_be_visible()
    expect(state(page)).to_have_text("Nog niet opgeslagen: vraag 1. We blijven het proberen.")
    expect(page.get_by_text("Vraag 1: opgeslagen")).to_be_hidden()
    assert [a.level for a in invitations.answers(address)] == [1]

    context.set_offline(False)
    expect(page.get_by_text("Vraag 1: opgeslagen")).to_be_visible()
    expect(state(page)).to_have_text("")
    assert [a.level for a in invitations.answers(address)] == [4]


def test_without_a_network_one_stays_with_the_questions(
    new_context: NewContext, invitations: Invitations
) -> None:
    context = new_context()
    page = begin(context, invitations.mentee())
    option(page, 1).click()
    expect(state(page)).to_have_text("Opgeslagen")
    context.set_offline(True)

    press(page, "Alle vragen en antwoorden")

    expect(state(page)).to_contain_text("Opgeslagen, maar er is nu geen verbinding.")
    expect(page.get_by_text(f"Vraag 1 van {QUESTIONS}")).to_be_visible()


def test_leaving_with_an_answer_that_is_not_saved_is_warned_of(
    new_context: NewContext, invitations: Invitations
) -> None:
    context = new_context()
    page = begin(context, invitations.mentee())
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    context.set_offline(True)
    option(page, 1).click()
    expect(state(page)).to_contain_text("Niet opgeslagen")

    page.close(run_before_unload=True)
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert not page.is_closed()


def test_a_server_that_is_killed_loses_nothing_and_pretends_nothing(
    new_context: NewContext, invitations: Invitations, server: Server
) -> None:
    address = invitations.mentee()
    page = begin(new_context(), address)
    server.kill()
    option(page, 3).click()
    expect(state(page)).to_contain_text("Niet opgeslagen")
    server.start()

    expect(state(page)).to_have_text("Opgeslagen", timeout=40_000)
    assert [a.level for a in invitations.answers(address)] == [3]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_two_devices_never_overwrite_each_other_silently(
    new_context: NewContext, invitations: Invitations, *, script: bool
) -> None:
    address = invitations.mentee()
    one = begin(new_context(), address)
    two = new_context(java_script_enabled=script).new_page()
    two.goto(one.url)
    option(one, 1).click()
    expect(state(one)).to_have_text("Opgeslagen")

    option(two, 4).click()
    if not script:
        press(two, "Volgende")

    expect(two.get_by_role("heading", name="Welk antwoord wil je houden?")).to_be_visible()
    assert [a.level for a in invitations.answers(address)] == [1]
    press(two, "Houd wat ik hier heb gekozen")
    saved = "Opgeslagen" if script else "Vraag 1: opgeslagen"
    expect(two.get_by_text(saved, exact=True)).to_be_visible()
    assert [a.level for a in invitations.answers(address)] == [4]


def test_one_stops_and_goes_on_with_another_device(
    new_context: NewContext, invitations: Invitations, server: Server
) -> None:
    page = begin(new_context(), invitations.mentee())
    option(page, 1).click()
    press(page, "Stoppen en later verder")
    told = page.locator(".address").inner_text()

    other = new_context().new_page()
    other.goto(told.replace("localhost", "127.0.0.1"))
    other.get_by_role("link", name="Ga verder").click()

    assert told.startswith(f"http://localhost:{server.participants_port}/a/")
    expect(other.get_by_text(f"Vraag 2 van {QUESTIONS}")).to_be_visible()


def test_a_personal_link_leads_on_where_it_began_and_tells_others_nothing(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    device, other = new_context(java_script_enabled=False), new_context(java_script_enabled=False)
    page = begin(device, link)
    option(page, 1).click()
    press(page, "Volgende")

    page.goto(link)
    expect(page.get_by_text(f"1 van {QUESTIONS} vragen beantwoord")).to_be_visible()
    told = page.locator(".address").inner_text()
    expect(page.get_by_role("button", name="Kopieer het adres")).to_have_count(0)

    stranger = other.new_page()
    stranger.goto(link)
    expect(stranger.get_by_role("heading", name="Deze brief is al gebruikt")).to_be_visible()
    expect(stranger.get_by_text("vragen beantwoord")).to_have_count(0)
    stranger.goto(told.replace("localhost", "127.0.0.1"))
    stranger.get_by_role("link", name="Ga verder").click()
    expect(stranger.get_by_text(f"Vraag 2 van {QUESTIONS}")).to_be_visible()


def test_the_own_address_is_copied(new_context: NewContext, invitations: Invitations) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(invitations.mentee())
    press(page, "Start")
    press(page, "Kopieer het adres")

    expect(page.get_by_text("Gekopieerd")).to_be_visible()


def test_changing_the_language_loses_nothing(
    new_context: NewContext, invitations: Invitations
) -> None:
    page = begin(new_context(), invitations.mentee())
    option(page, 2).click()
    press(page, "English")

    expect(page.get_by_text(f"Question 1 of {QUESTIONS}")).to_be_visible()
    expect(option(page, 2).locator("input")).to_be_checked()
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_group_shares_one_link_and_each_device_goes_on_where_it_was(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.open_link()
    contexts = new_context(), new_context()
    addresses = []
    for context in contexts:
        page = begin(context, link)
        addresses.append(own_address(page))
        option(page, 3).click()
        expect(state(page)).to_have_text("Opgeslagen")
    assert addresses[0] != addresses[1]

    page = contexts[0].new_page()
    page.goto(link)
    page.get_by_role("link", name="Ga verder waar ik was").click()
    assert page.url == addresses[0]
    assert [cookie.get("httpOnly") for cookie in contexts[0].cookies()] == [True]


def test_a_pair_meets(new_context: NewContext, invitations: Invitations) -> None:
    mentor, mentee = invitations.pair()
    one, two = begin(new_context(), mentor), begin(new_context(), mentee)
    of_one = own_address(one)
    answer_all(one, [0, 1, 4, 4, 2])
    expect(one.get_by_text("Zodra de ander ook klaar is")).to_be_visible()
    answer_all(two, [4, 3, 4, 4, 2])

    two.get_by_role("link", name="Naar onze antwoorden").click()
    expect(two.get_by_role("heading", name="Waar jullie het anders zien")).to_be_visible()
    two.get_by_label("Eén afspraak van jullie samen").fill("Elke maandag bellen")
    press(two, "Sla op wat wij afspreken")
    expect(two.get_by_text("Opgeslagen: wat jullie afspreken.")).to_be_visible()
    press(two, "Ja, die van mij mogen meetellen")

    one.goto(f"{of_one}/pair")
    expect(one.get_by_label("Eén afspraak van jullie samen")).to_have_value("Elke maandag bellen")
    expect(one.get_by_text("De ander: ja, ze mogen meetellen")).to_be_visible()
    press(one, "Ja, die van mij mogen meetellen")
    expect(one.get_by_text("Jullie hebben allebei ja gezegd")).to_be_visible()


def test_a_closed_invitation_says_so_to_who_was_choosing(
    new_context: NewContext, invitations: Invitations
) -> None:
    page = begin(new_context(), invitations.mentee())
    invitations.close()
    option(page, 1).click()

    expect(page.get_by_role("heading", name="Deze uitnodiging is gesloten")).to_be_visible()
