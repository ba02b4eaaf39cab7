"""All questions on one page, with the script: the next one at once, two devices, nothing left behind."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import (
    DESKTOP,
    PHONE,
    NewContext,
    option,
    own_address,
    press,
    state,
    violations,
)
from tests.support.web.one_page import (
    LATER,
    SENDING,
    choose_each,
    chosen,
    cut,
    has_all,
    kept,
    one_page,
    shows,
)
from tests.support.web.server import Invitations


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


def test_who_deletes_everything_leaves_nothing_on_the_device(
    new_context: NewContext, invitations: Invitations
) -> None:
    page = one_page(new_context(), invitations.mentee())
    cut(page)
    option(page, 1).click()
    expect(state(page)).to_contain_text("Niet opgeslagen", timeout=LATER)
    page.goto(f"{own_address(page)}/delete")
    assert kept(page) == 1
    press(page, "Verwijder mijn antwoorden voorgoed")

    expect(page.get_by_text("Je antwoorden zijn verwijderd.")).to_be_visible()
    assert kept(page) == 0


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
