"""The question page under the hands: the way on in sight, keys, focus, and all of an option chooses."""

import re

import pytest
from playwright.sync_api import Locator, expect

from assessment.answers import Answer, AnswerState
from assessment.services.assessments import close_assessment, start_assessment
from tests.support.web.browser import DESKTOP, PHONE, NewBrowser, Tab, make_project, violations
from tests.support.web.server import Invitations

CRITERION = "MC-01"
NOTE = "Wat wil je toelichten?"


def heading(tab: Tab) -> Locator:
    return tab.main.locator("h1")


def line(tab: Tab) -> Locator:
    return tab.page.locator(".ms-save")


def option(tab: Tab, number: int) -> Locator:
    return tab.main.locator("input[type=radio]").nth(number)


def counted(tab: Tab, done: int) -> None:
    expect(tab.page.get_by_text(f"{done} van 20 vragen beantwoord").first).to_be_attached()


def test_a_question_is_answered_without_a_mouse_and_without_scrolling(tab: Tab) -> None:
    make_project(tab)
    tab.press("Start")
    first = heading(tab).inner_text()
    expect(tab.main.get_by_role("button", name="Volgende", exact=True)).to_be_in_viewport(ratio=1)
    expect(tab.main.get_by_role("radiogroup", name=first, exact=True)).to_be_visible()

    tab.page.keyboard.press("3")
    expect(option(tab, 3)).to_be_checked()
    expect(line(tab)).to_have_text(re.compile(r"^✓ Opgeslagen om \d\d:\d\d$"))
    counted(tab, 1)

    tab.page.keyboard.press("ArrowRight")
    expect(heading(tab)).not_to_have_text(first)
    expect(heading(tab)).to_be_focused()
    tab.page.keyboard.press("w")
    expect(option(tab, 6)).to_be_checked()
    counted(tab, 2)

    tab.page.get_by_label(NOTE).click()
    tab.page.keyboard.type("3 keer n")
    expect(option(tab, 6)).to_be_checked()
    tab.page.keyboard.press("ArrowLeft")
    expect(heading(tab)).not_to_have_text(first)
    tab.page.keyboard.press("Alt+ArrowUp")
    expect(heading(tab)).to_have_text(first)
    expect(option(tab, 3)).to_be_checked()

    tab.main.get_by_test_id("stRadioCaption").nth(1).click(force=True)
    expect(option(tab, 1)).to_be_checked()
    expect(line(tab)).to_contain_text("✓ Opgeslagen om")
    assert violations(tab.page) == []

    faster_than_the_questions_come(tab)
    expect(heading(tab)).to_have_text(first)


def faster_than_the_questions_come(tab: Tab) -> None:
    for key in ("2", "ArrowRight", "0", "ArrowRight", "4"):
        tab.page.keyboard.press(key)
    for level in (4, 0, 2):
        expect(option(tab, level)).to_be_checked(timeout=10_000)
        if level != 2:
            tab.page.keyboard.press("Alt+ArrowUp")


def test_on_a_phone_the_way_on_is_in_sight_and_nothing_hides_behind_it(
    new_browser: NewBrowser,
) -> None:
    tab = new_browser(size=PHONE)
    make_project(tab)
    tab.press("Start")
    onward = tab.main.get_by_role("button", name="Volgende", exact=True)
    expect(onward).to_be_in_viewport(ratio=1)
    tab.main.get_by_label(NOTE).focus()
    note, bar = (
        tab.main.get_by_label(NOTE).bounding_box(),
        tab.page.locator(".st-key-bar").bounding_box(),
    )
    assert note is not None
    assert bar is not None
    assert note["y"] + note["height"] <= bar["y"]
    assert bar["height"] < PHONE["height"] / 5
    tab.page.set_viewport_size({"width": 320, "height": 640})
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(onward).to_be_in_viewport(ratio=1)
    tab.page.set_viewport_size(DESKTOP)


@pytest.mark.parametrize(("size", "in_sight"), [(DESKTOP, 7), (PHONE, 1)], ids=["desktop", "phone"])
def test_what_was_answered_last_time_leaves_the_choices_in_sight(
    new_browser: NewBrowser, invitations: Invitations, size: dict[str, int], in_sight: int
) -> None:
    workspace, first = invitations.workspace, invitations.assessment
    long = "Vorig jaar lag het plan er, maar niemand keek ernaar. " * 6
    before = Answer(CRITERION, AnswerState.LEVEL, 2, comment=long, evidence=long)
    workspace.store.answers.save(workspace.own_respondent(first).id, before)
    close_assessment(workspace, first.id)
    now = start_assessment(workspace, first.project, name="Lente", profile="full", ambition="floor")
    tab = new_browser(size=size)
    tab.open(f"/audit?lang=nl&assessment={now.id}&project={now.project}&criterion={CRITERION}")

    bar = tab.page.locator(".st-key-bar").bounding_box()
    assert bar is not None
    boxes = [one.bounding_box() for one in tab.main.get_by_test_id("stRadioCaption").all()]
    assert (
        sum(one is not None and one["y"] + one["height"] <= bar["y"] for one in boxes) >= in_sight
    )
    expect(tab.main.get_by_role("radio", name="2 · ")).to_have_accessible_name(
        re.compile("vorige keer")
    )
    tab.unfold("Vorige keer (Najaar)")
    tab.press("Neem over wat hier nog leeg is")
    expect(option(tab, 2)).to_be_checked()
