"""All questions on one page when something breaks: nothing is lost or called saved too soon."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import (
    NewContext,
    begin,
    option,
    own_address,
    press,
    state,
    violations,
)
from tests.support.web.one_page import (
    ANSWERS,
    LATER,
    SENDING,
    choose_each,
    chosen,
    cut,
    kept,
    one_page,
    shows,
)
from tests.support.web.server import Invitations, Server


def test_a_cut_in_the_middle_of_the_queue_loses_nothing_and_calls_nothing_saved(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    cut(page)
    choose_each(page, 1, 2, 3)
    page.locator("summary").first.click()
    page.get_by_label("Je eigen woorden").fill("Midden in een tunnel")
    expect(state(page)).to_have_text(SENDING.format("1, 2, 3, 4"), timeout=LATER)
    assert kept(page) == 4
    assert invitations.answers(link) == []
    assert violations(page) == []

    page.unroute(ANSWERS)
    expect(state(page)).to_have_text("Opgeslagen", timeout=LATER)
    expect(page.get_by_text("Vraag 3: opgeslagen")).to_be_visible()
    given = invitations.answers(link)
    assert [a.level for a in given] == [1, 2, 3, None]
    assert given[3].comment == "Midden in een tunnel"
    assert kept(page) == 0


@pytest.mark.parametrize("page_after", ["", "/review"], ids=["the question", "the look back"])
def test_what_was_not_sent_is_there_after_a_reload_and_is_sent_then(
    new_context: NewContext, invitations: Invitations, server: Server, page_after: str
) -> None:
    link = invitations.mentee()
    context = new_context()
    page = one_page(context, link)
    first = page.url
    server.kill()
    choose_each(page, 1, 4)
    expect(state(page)).to_have_text(SENDING.format("1, 2"), timeout=LATER)
    page.close()
    server.start()

    again = context.new_page()
    cut(again)
    again.goto(f"{own_address(page)}{page_after}" if page_after else first)
    waiting = again.get_by_text(SENDING.format("1, 2"))
    expect(waiting).to_be_visible(timeout=LATER)
    assert violations(again) == []
    if not page_after:
        chosen(again, 1)
    again.unroute(ANSWERS)

    expect(waiting).to_be_hidden(timeout=LATER)
    if page_after:
        expect(again.get_by_text(f"2 van {QUESTIONS} vragen beantwoord")).to_be_visible()
    else:
        expect(state(again)).to_have_text("Opgeslagen")
    assert [a.level for a in invitations.answers(link)] == [1, 4]
    assert kept(again) == 0


def test_a_reply_that_got_lost_is_no_other_device(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    option(page, 3).click()
    expect(state(page)).to_have_text("Opgeslagen")
    page.route(ANSWERS, lose)
    option(page, 1).click()
    expect(state(page)).to_have_text("Niet opgeslagen. We blijven het proberen.", timeout=LATER)
    assert [a.level for a in invitations.answers(link)] == [1]
    cut(page)
    option(page, 3).click()
    page.unroute(ANSWERS)

    expect(state(page)).to_have_text("Opgeslagen", timeout=LATER)
    assert [a.level for a in invitations.answers(link)] == [3]


def test_a_server_that_is_killed_and_started_gets_the_whole_queue(
    new_context: NewContext, invitations: Invitations, server: Server
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    choose_each(page, 0)
    server.kill()
    choose_each(page, 1, 2, 3)
    expect(state(page)).to_contain_text("Nog niet opgeslagen: vraag", timeout=LATER)
    server.start()

    expect(state(page)).to_have_text("", timeout=40_000)
    assert [a.level for a in invitations.answers(link)] == [0, 1, 2, 3]


def test_closing_meanwhile_says_what_came_too_late(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    cut(page)
    choose_each(page, 0, 1)
    invitations.close()
    page.unroute(ANSWERS)

    expect(page.get_by_role("heading", name="Deze uitnodiging is gesloten")).to_be_visible(
        timeout=LATER
    )
    expect(page.get_by_text("Te laat, dus niet opgeslagen: vraag 1, 2.")).to_be_visible()
    assert violations(page) == []
    assert invitations.answers(link) == []


def test_without_a_place_to_keep_anything_it_works_and_asks_before_it_is_closed(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"
    )
    page = one_page(context, link)
    choose_each(page, 0, 1)
    expect(page.get_by_text("Vraag 2: opgeslagen")).to_be_visible()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    cut(page)
    option(page, 2).click()
    page.get_by_role("link", name="Voelt iets niet veilig?").click()
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert [a.level for a in invitations.answers(link)] == [0, 1]


def test_without_the_questions_each_is_a_page_as_before(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    context = new_context()
    context.route(re.compile("/questions$"), lambda route: route.abort())
    page = begin(context, link)
    loaded: list[str] = []
    page.on("load", lambda: loaded.append(page.url))
    for number, level in enumerate((3, 2), 2):
        option(page, level).click()
        press(page, "Volgende")
        shows(page, number)
        expect(page.get_by_text(f"Vraag {number - 1}: opgeslagen")).to_be_visible()

    assert len(loaded) == 2
    assert [a.level for a in invitations.answers(link)] == [3, 2]


def test_words_that_do_not_fit_stay_and_are_not_called_saved(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    page.locator("summary").first.click()
    words = page.get_by_label("Je eigen woorden")
    words.evaluate("field => field.removeAttribute('maxlength')")
    words.fill("x" * 2001)
    expect(state(page)).to_contain_text("hoogstens 2000 tekens")
    press(page, "Alle vragen en antwoorden")
    assert len(words.input_value()) == 2001
    assert invitations.answers(link) == []

    words.fill("x" * 2000)
    expect(state(page)).to_have_text("Opgeslagen")
