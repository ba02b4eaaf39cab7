"""Who goes to another screen from this program begins at its heading; a first load takes no focus."""

from playwright.sync_api import expect

from tests.support.web.browser import Tab, make_project


def test_every_screen_that_one_goes_to_begins_at_its_heading(tab: Tab) -> None:
    tab.open("/?lang=nl")
    assert tab.page.evaluate("document.activeElement === document.body")

    begins_at_heading_after(tab, "Nieuw project")
    make_project(tab)
    begins_at_heading_after(tab, "Start")  # the first question is read out as the others are
    tab.choose("3 · ")
    for step in ("Andere groepen", "Nakijken", "Uitkomst", "Alle criteria"):
        begins_at_heading_after(tab, step)

    tab.page.get_by_test_id("stSidebar").get_by_text("English").click()
    tab.shows("All criteria")
    expect(tab.main.locator("h1")).not_to_be_focused()  # the same screen in other words
    for step in ("Agreements", "Settings", "My projects"):
        begins_at_heading_after(tab, step)


def begins_at_heading_after(tab: Tab, name: str) -> None:
    """Follow a link or press a button with the keyboard, and see where one comes out."""
    way = tab.page.get_by_role("link", name=name).or_(tab.page.get_by_role("button", name=name))
    before = tab.page.url
    way.first.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.page).not_to_have_url(before)
    tab.wait()
    expect(tab.main.locator("h1")).to_be_focused()
    expect(tab.main.locator("h1")).to_be_in_viewport()
