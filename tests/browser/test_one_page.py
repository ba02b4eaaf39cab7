"""All questions on one page, with the script: the next one at once, and nothing lost or called saved too soon."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import (
    DESKTOP,
    PHONE,
    NewContext,
    begin,
    option,
    own_address,
    press,
    state,
    violations,
)
from tests.support.web.server import Invitations, Server

ANSWERS = re.compile(r"/a/[^/]+/answers$")
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('mentorspiegel-answers:'))"
SENDING = "Nog niet opgeslagen: vraag {}. We blijven het proberen."
LATER = 15_000  # ms in which the next try comes


def one_page(context: BrowserContext, address: str) -> Page:
    """Begin, and wait until the page has all questions."""
    page = begin(context, address)
    has_all(page)
    return page


def has_all(page: Page) -> None:
    page.locator("#answer[data-questions]").wait_for()


def shows(page: Page, number: int) -> None:
    expect(page.get_by_text(f"Vraag {number} van {QUESTIONS}")).to_be_visible()


def chosen(page: Page, number: int) -> None:
    expect(option(page, number).locator("input")).to_be_checked()


def kept(page: Page) -> int:
    return len(page.evaluate(KEPT))


def cut(page: Page) -> None:
    """Let nothing through that is saved."""
    page.route(ANSWERS, lambda route: route.abort())


def choose_each(page: Page, *levels: int) -> None:
    for level in levels:
        option(page, level).click()
        press(page, "Volgende")


def test_one_answers_everything_on_one_page_with_address_title_and_focus_of_each_question(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    first, posts, pages = page.url, [], []
    page.on("request", lambda sent: posts.append(sent) if sent.method == "POST" else None)
    page.on("framenavigated", lambda frame: pages.append(frame.url))
    page.evaluate("window.same = true")
    seen = {(page.url, page.title(), page.locator("h1").inner_text())}
    for level in range(QUESTIONS - 1):
        option(page, level).click()
        press(page, "Volgende")
        expect(page.locator("h1")).to_be_focused()
        shows(page, level + 2)
        seen.add((page.url, page.title(), page.locator("h1").inner_text()))
    assert [len({one[n] for one in seen}) for n in range(3)] == [QUESTIONS] * 3
    assert page.evaluate("window.same")
    expect(page.locator("h1")).to_have_accessible_description(f"Vraag {QUESTIONS} van {QUESTIONS}")
    expect(page.get_by_text(f"Vraag {QUESTIONS - 1}: opgeslagen")).to_be_visible()
    assert len(posts) < QUESTIONS - 1

    page.go_back()
    shows(page, QUESTIONS - 1)
    chosen(page, QUESTIONS - 2)
    page.go_forward()
    shows(page, QUESTIONS)
    page.reload()
    shows(page, QUESTIONS)
    page.goto(first)
    chosen(page, 0)
    assert [a.level for a in invitations.answers(link)] == list(range(QUESTIONS - 1))
    assert kept(page) == 0


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

    page.route(ANSWERS, lose)
    option(page, 1).click()
    expect(state(page)).to_have_text("Niet opgeslagen. We blijven het proberen.", timeout=LATER)
    assert [a.level for a in invitations.answers(link)] == [1]
    cut(page)
    option(page, 3).click()
    page.unroute(ANSWERS)

    expect(state(page)).to_have_text("Opgeslagen", timeout=LATER)
    assert [a.level for a in invitations.answers(link)] == [3]


@pytest.mark.parametrize(
    ("button", "level"), [("Houd wat ik hier heb gekozen", 4), ("Houd wat is opgeslagen", 1)]
)
def test_an_answer_of_another_device_is_asked_about_where_it_is(
    new_context: NewContext, invitations: Invitations, button: str, level: int
) -> None:
    link = invitations.mentee()
    page = one_page(new_context(), link)
    other = new_context().new_page()
    other.goto(page.url)
    option(other, 1).click()
    other.locator("summary").first.click()
    other.get_by_label("Je eigen woorden").fill("Van de ander")
    expect(state(other)).to_have_text("Opgeslagen")
    choose_each(page, 4)

    page.get_by_role("link", name="Naar vraag 1").click()
    expect(page.get_by_role("heading", name="Welk antwoord wil je houden?")).to_be_focused()
    for words in ("Daar opgeslagen", "Van de ander", "Hier gekozen"):
        expect(page.get_by_text(words)).to_be_visible()
    expect(option(page, 0)).to_be_hidden()
    assert violations(page) == []
    assert [a.level for a in invitations.answers(link)] == [1]
    press(page, button)

    expect(state(page)).to_have_text("Opgeslagen")
    expect(page.locator("h1")).to_be_focused()
    chosen(page, level)
    assert [a.level for a in invitations.answers(link)] == [level]


def test_nobody_gets_past_an_answer_that_needs_a_choice(
    new_context: NewContext, invitations: Invitations
) -> None:
    page = one_page(new_context(), invitations.mentee())
    other = new_context().new_page()
    other.goto(page.url)
    option(other, 1).click()
    expect(state(other)).to_have_text("Opgeslagen")
    choose_each(page, 4)

    press(page, "Alle vragen en antwoorden")

    expect(page.get_by_role("heading", name="Welk antwoord wil je houden?")).to_be_visible()
    shows(page, 1)


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


def test_who_finishes_or_begins_anew_leaves_nothing_on_the_device(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.open_link()
    context = new_context()
    page = one_page(context, link)
    cut(page)
    choose_each(page, 0)
    expect(state(page)).to_have_text(SENDING.format("1"), timeout=LATER)
    assert kept(page) == 1
    token = own_address(page).rpartition("/")[2]
    assert token not in json.dumps(page.evaluate("Object.entries(localStorage)"))
    page.close()

    again = context.new_page()
    again.goto(link)
    press(again, "Begin opnieuw")
    again.get_by_role("link", name="Naar de eerste vraag").click()
    has_all(again)
    assert kept(again) == 0
    choose_each(again, *range(QUESTIONS))
    press(again, "Ik ben klaar")
    expect(again.get_by_role("heading", name="Dank je wel")).to_be_visible()
    assert kept(again) == 0


def test_finishing_waits_until_everything_is_saved(
    new_context: NewContext, invitations: Invitations
) -> None:
    link = invitations.mentee()
    context = new_context()
    page = one_page(context, link)
    cut(page)
    choose_each(page, 0)
    expect(state(page)).to_have_text(SENDING.format("1"), timeout=LATER)
    review = context.new_page()
    cut(review)
    review.goto(f"{own_address(page)}/review")
    press(review, "Ik ben klaar")
    expect(review.get_by_text(SENDING.format("1"))).to_be_visible()
    expect(review.get_by_role("heading", name="Jouw antwoorden")).to_be_visible()


@pytest.mark.parametrize(
    ("size", "scheme", "language"),
    [(PHONE, "dark", "nl"), (DESKTOP, "light", "en"), (DESKTOP, "dark", "nl")],
    ids=["phone dark nl", "desktop light en", "desktop dark nl"],
)
def test_another_question_on_the_same_page_has_no_barrier(
    new_context: NewContext,
    invitations: Invitations,
    size: dict[str, int],
    scheme: str,
    language: str,
) -> None:
    page = new_context(viewport=size, color_scheme=scheme, locale=language).new_page()
    page.goto(invitations.mentee())
    page.locator(".button.first").click()
    page.locator(".button.first").click()
    has_all(page)
    for level in (0, 1, 2, 3):
        option(page, level).click()
        page.locator(".button.first").click()
    option(page, 0).click()  # an answer of fear
    expect(page.locator("#care")).to_be_visible()
    page.locator("summary").first.click()

    assert violations(page) == []
    assert page.locator("h1").count() == 1
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
