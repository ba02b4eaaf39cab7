"""What people do on the pages of participants."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

NewContext = Callable[..., BrowserContext]


def option(page: Page, number: int) -> Locator:
    return page.locator("label.option").nth(number)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def state(page: Page) -> Locator:
    return page.locator("#state")


def begin(context: BrowserContext, address: str) -> Page:
    """Begin with a letter and go to the first question."""
    page = context.new_page()
    page.goto(address)
    press(page, "Start")
    page.get_by_role("link", name="Naar de eerste vraag").click()
    page.wait_for_load_state()
    return page


def own_address(page: Page) -> str:
    """Return the address of the person whose question is open."""
    return page.url.partition("/q/")[0]


def answer_all(page: Page, levels: list[int]) -> None:
    for level in levels:
        option(page, level).click()
        press(page, "Volgende")
    press(page, "Ik ben klaar")
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
