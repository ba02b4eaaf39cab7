"""Nothing that is typed gets lost, whichever way somebody leaves, and no line is ahead of the database."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count

import pytest
from playwright.sync_api import Dialog, expect

from assessment.answers import Answer, AnswerState, Reason
from assessment.services import agreements
from tests.support.builders import an_agreement
from tests.support.web.browser import NewBrowser, Tab
from tests.support.web.server import Invitations, Server
from tests.support.web.text_fields import TextField, drafts, stored, text_fields
from ui import navigation

# a search and a number of files do at once what they do, and an address of an invitation opens what it
# leads to; a name that confirms is typed each time anew
NOT_KEPT = ("search", "criteria_search", "form_number", "erase_name-", "share_invitation")
WITH_FIELDS = (
    navigation.START,
    navigation.AUDIT,
    navigation.SETTINGS,
    navigation.AGREEMENTS,
    navigation.INVITATIONS,
    navigation.SESSIONS,
    navigation.PORTFOLIO,
)
CRITERION = "MC-01"
NOTE = "Wat wil je toelichten?"
NOT_SAVED = "Niet opgeslagen: de server antwoordt niet"
SOCKETS = """(() => {
  const Native = window.WebSocket;
  window.sockets = [];
  window.WebSocket = class extends Native {
    constructor(...given) { super(...given); window.sockets.push(this); }
  };
})()"""
numbers = count(1)

Way = Callable[[Tab, Server], None]


@pytest.fixture
def addresses(invitations: Invitations) -> dict[str, str]:
    """Every screen, with an answer, an agreement and an invitation, so that all fields are there."""
    workspace, assessment = invitations.workspace, invitations.assessment
    left_out = Answer(CRITERION, AnswerState.NOT_APPLICABLE, reason=Reason.OTHER)
    workspace.store.answers.save(workspace.own_respondent(assessment).id, left_out)
    agreement = an_agreement(id="", project=assessment.project, assessment=assessment.id, version=0)
    agreements.save_agreement(workspace, agreement)
    invitations.mentee()
    invitations.pair()
    pages = [
        page for name, page in vars(navigation).items() if name.isupper() and isinstance(page, str)
    ]
    names = {page: page.removeprefix("screens/").removesuffix("/page.py") for page in pages}
    found = {
        page: f"/{name.replace('home', '')}{invitations.query}" for page, name in names.items()
    }
    for page in (navigation.AUDIT, navigation.SETTINGS, navigation.AGREEMENTS):
        found[page] += f"&criterion={CRITERION}"
    found[navigation.START] = "/start?lang=nl"  # with the name of a new project
    return found


@pytest.fixture
def tab(new_browser: NewBrowser) -> Tab:
    """A tab that leaves when the browser asks whether to."""
    opened = new_browser()
    opened.page.add_init_script(SOCKETS)
    opened.page.on("dialog", Dialog.accept)
    return opened


def test_every_text_field_is_on_a_screen_whose_fields_are_kept(
    tab: Tab, addresses: dict[str, str]
) -> None:
    kept = kept_fields(tab, [*addresses.values()])

    assert [field for field in kept if not field.name] == []
    assert {field.address for field in kept} == {addresses[page] for page in WITH_FIELDS}


@pytest.mark.parametrize("page", WITH_FIELDS, ids=lambda page: page.split("/")[1])
def test_every_text_field_of_a_screen_is_kept(
    tab: Tab, server: Server, addresses: dict[str, str], page: str
) -> None:
    fields = kept_fields(tab, [addresses[page]])

    assert fields != []
    texts = {field: field.example(next(numbers)) for field in fields}
    type_unsent(tab, texts)
    tab.reload()
    for field, text in texts.items():
        stands_and_is_saved(tab, server, field, text)


def kept_fields(tab: Tab, pages: list[str]) -> list[TextField]:
    """Return the fields of pages whose text is to be kept."""
    return [field for field in text_fields(tab, pages) if not field.key.startswith(NOT_KEPT)]


def type_unsent(tab: Tab, texts: dict[TextField, str]) -> None:
    """Type in every field of the screen that is open while nothing of it reaches the server."""
    tab.page.evaluate(NOTHING_IS_SENT)
    for field, text in texts.items():
        field.open(tab.page)
        field.type(tab.page, text)
        eventually(tab, lambda text=text: text in drafts(tab.page))  # type: ignore[misc]


def stands_and_is_saved(tab: Tab, server: Server, field: TextField, text: str) -> None:
    """Show that a text stands in its field, and in the database if it belongs there."""
    field.open(tab.page)
    eventually(tab, lambda: field.shown(tab.page) == text)
    if not field.form:
        eventually(tab, lambda: stored(server, text) and text not in drafts(tab.page))
        expect(tab.page.locator(".ms-saved[hidden]")).to_have_count(0)  # no line waits for ever


def eventually(tab: Tab, is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(50):
        if is_so():
            return
        tab.page.wait_for_timeout(100)
    raise AssertionError("not within five seconds")


def shortcut(tab: Tab, _: Server) -> None:
    tab.page.keyboard.press("Alt+ArrowDown")


def back(tab: Tab, _: Server) -> None:
    tab.page.go_back()


def reload_page(tab: Tab, _: Server) -> None:
    tab.page.reload()


def close_and_open_again(tab: Tab, _: Server) -> None:
    context = tab.page.context
    address = tab.page.url
    tab.page.close()
    tab.page = context.new_page()
    tab.page.goto(address)


def language(tab: Tab, _: Server) -> None:
    tab.page.get_by_test_id("stSidebar").get_by_text("English").click()


def elsewhere(tab: Tab, _: Server) -> None:
    tab.main.locator("h1").click()


def cut(tab: Tab, _: Server) -> None:
    tab.page.evaluate("window.sockets.forEach(socket => socket.close())")


def kill(tab: Tab, server: Server) -> None:
    server.kill()
    server.start()


NOTHING_IS_SENT = "window.sockets.forEach(socket => { socket.send = () => {}; })"
WAYS = (shortcut, back, reload_page, close_and_open_again, language, elsewhere, cut, kill)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_is_typed_is_kept_on_every_way_out(
    tab: Tab, server: Server, addresses: dict[str, str], way: Way
) -> None:
    address = addresses[navigation.AUDIT]
    reach = tab.open if way is back else tab.go
    if way is back:
        tab.open(addresses[navigation.QUESTIONS])
    for moment in ("at once", "later"):
        reach(address)
        text = f"{way.__name__} {moment}"
        tab.page.get_by_label(NOTE).click()
        tab.page.keyboard.type(text)
        is_stored = partial(stored, server, text)
        if moment == "later":
            eventually(tab, is_stored)  # whatever comes now
        way(tab, server)
        tab.wait()
        if way is back:
            tab.open(address)
        eventually(tab, is_stored)
        tab.page.get_by_label(NOTE).fill("") if way is elsewhere else None


@contextmanager
def frozen(server: Server) -> Iterator[None]:
    server.freeze()
    try:
        yield
    finally:
        server.thaw()


def test_nothing_is_called_saved_that_the_database_does_not_hold(
    tab: Tab, server: Server, addresses: dict[str, str]
) -> None:
    tab.open(addresses[navigation.AUDIT])
    tab.choose("3 · ")
    line = tab.page.locator(".ms-save")
    expect(line).to_have_text(re.compile(r"✓ Opgeslagen om \d\d:\d\d"))
    asked: list[str] = []
    tab.page.on("dialog", lambda dialog: asked.append(dialog.type))
    with frozen(server):
        tab.main.get_by_text("4 · ").first.click()
        expect(line.locator(".ms-saved")).to_be_hidden(timeout=300)
        expect(line).to_contain_text("Bezig met opslaan")
        expect(line).to_contain_text(NOT_SAVED, timeout=8000)
        tab.page.get_by_label(NOTE).click()
        tab.page.keyboard.type("onder het ijs")
        expect(line).to_contain_text(NOT_SAVED)
        tab.page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))")
        assert drafts(tab.page) == ["onder het ijs"]
    expect(line.locator(".ms-saved")).to_be_visible(timeout=10_000)
    assert stored(server, "onder het ijs")
    eventually(tab, lambda: drafts(tab.page) == [])


def test_a_text_that_did_not_arrive_is_laid_beside_what_was_saved_meanwhile(
    tab: Tab, new_browser: NewBrowser, server: Server, addresses: dict[str, str]
) -> None:
    tab.open(addresses[navigation.AUDIT])
    tab.page.get_by_label(NOTE).click()
    server.freeze()
    tab.page.keyboard.type("van mij")
    tab.page.wait_for_timeout(800)
    address, context = tab.page.url, tab.page.context
    tab.page.close()
    server.kill()
    server.start()
    other = new_browser()
    other.open(address.removeprefix(tab.address))
    other.write(NOTE, "van hen")
    other.shows("Opgeslagen om")

    tab.page = context.new_page()
    tab.page.goto(address)
    tab.wait()

    expect(tab.page.get_by_label(NOTE)).to_have_value("van hen")
    tab.shows("Dit heb je hier eerder getypt")
    tab.shows("van mij")
    tab.page.get_by_role("button", name="Zet mijn tekst terug").click()
    eventually(tab, lambda: stored(server, "van mij") and drafts(tab.page) == [])


def test_what_is_half_typed_in_a_tab_that_is_open_stays_with_that_tab(
    tab: Tab, server: Server, addresses: dict[str, str]
) -> None:
    tab.open(addresses[navigation.AUDIT])
    tab.page.evaluate(NOTHING_IS_SENT)
    tab.page.get_by_label(NOTE).click()
    tab.page.keyboard.type("half get")
    eventually(tab, lambda: drafts(tab.page) == ["half get"])

    other = Tab(tab.page.context.new_page(), tab.address)
    other.open(addresses[navigation.AUDIT])
    other.page.get_by_label(NOTE).click()
    other.page.keyboard.type("van de andere tab")
    eventually(other, lambda: stored(server, "van de andere tab"))
    assert not stored(server, "half get")
    expect(tab.page.get_by_label(NOTE)).to_have_value("half get")
    eventually(other, lambda: drafts(other.page) == ["half get"])  # it heard that its own is saved

    tab.page.close()
    other.reload()
    expect(other.page.get_by_label(NOTE)).to_have_value("van de andere tab")
    other.shows("Dit heb je hier eerder getypt")
    other.page.get_by_role("button", name="Zet mijn tekst terug").click()
    eventually(other, lambda: stored(server, "half get") and drafts(other.page) == [])


def test_a_date_that_is_typed_with_the_calendar_open_is_saved(
    tab: Tab, server: Server, addresses: dict[str, str]
) -> None:
    [due] = [
        field
        for field in text_fields(tab, [addresses[navigation.AGREEMENTS]])
        if field.kind == "date" and not field.form
    ]
    due.type(tab.page, "2031-02-03")
    expect(tab.page.get_by_test_id("stDateInputCalendar")).to_be_visible()
    eventually(tab, lambda: stored(server, "2031-02-03"))
    expect(tab.main.get_by_text("Opgeslagen om").first).to_be_visible()
