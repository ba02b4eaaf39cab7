"""A group session in six windows: control, screen, and four phones, one of them without JavaScript."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from assessment.catalogue.model import Text
from assessment.services.session import watching
from assessment.session.script import StepKind
from storage import open_store
from tests.support.invitations import a_workspace, small_catalogue
from tests.support.session.room import Room, a_room, a_step
from tests.support.web.browser import PHONE, SCHEMES, NewContext, option, violations
from tests.support.web.page_checks import NARROW
from tests.support.web.server import Server

PROJECTOR = {"width": 1920, "height": 1080}
SMALLEST_TEXT = 1080 / 25  # px
TIMES_OUT = 8_000  # ms
FITS = "document.documentElement.scrollHeight <= innerHeight"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter(e => e.textContent.trim() && e.checkVisibility() && !e.closest('svg'))
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
UP_TO_DATE = "v => document.body.dataset.v === v"
WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def room(server: Server) -> Iterator[Room]:
    """A session whose lobby is open, with fourteen people who answer by themselves."""

    def now() -> datetime:
        return datetime.now(UTC)

    told = Text({"nl": "Twee gesprekken per jaar", "en": "Two talks a year"})
    store = open_store(f"sqlite:///{server.database}", clock=now)
    yield a_room(
        a_workspace(store, small_catalogue(), now),
        a_step(StepKind.WELCOME),
        a_step(StepKind.LAST_TIME, items=("a1",), texts={"a1": told}),
        a_step(StepKind.THESIS, items=("T-1",), prompts=(told,)),
        a_step(StepKind.RATE, items=("MC-41", "MC-05"), at_own_pace=True),
        a_step(StepKind.JUDGE, items=("MC-41",)),
        a_step(StepKind.MISSING),
        a_step(StepKind.AGREE),
        a_step(StepKind.CHECKOUT),
        roles=["mentor"] * 6 + ["mentee"] * 5 + ["partner"] * 3,
    )
    store.close()


@dataclass
class Windows:
    """The pages of a session, and the people beside them."""

    room: Room
    control: Page
    screen: Page
    phones: list[Page]

    def __post_init__(self) -> None:
        self.bots = list(self.room.people)
        self.wrong: dict[tuple[str, str], list[str]] = {}
        self._schemes = cycle(SCHEMES)

    def press(self, *names: str) -> None:
        for name in names:
            self.control.get_by_role("button", name=name, exact=True).first.click()

    def answer(self, *choices: str, **fields: str) -> None:
        """Let those beside the pages answer what is open."""
        for number, person in enumerate(self.bots):
            for item in self.room.session.open_items:
                self.room.vote(person, choices[number % len(choices)], item=item, **fields)

    def check(self, name: str) -> None:
        """Note every barrier on control, screen and a phone."""
        scheme, v = next(self._schemes), watching.pulse(self.room.workspace, self.room.id).v
        for who, page in (
            ("control", self.control),
            ("screen", self.screen),
            ("phone", self.phones[0]),
        ):
            page.wait_for_function(UP_TO_DATE, arg=str(v))
            page.emulate_media(color_scheme=scheme)
            found = violations(page)
            if page.evaluate(WIDE):
                found.append("too wide")
            if who == "screen" and not (
                page.evaluate(FITS) and page.evaluate(SMALLEST) >= SMALLEST_TEXT
            ):
                found.append("does not fit, or cannot be read from afar")
            if found:
                self.wrong[name, who] = found


@pytest.fixture
def windows(room: Room, new_context: NewContext) -> Windows:
    control = new_context(viewport={"width": 1280, "height": 900}).new_page()
    control.goto(f"/control/{room.keys.control}")
    screen = new_context(viewport=PROJECTOR).new_page()
    screen.goto(f"/screen/{room.keys.screen}")
    phones = [
        new_context(java_script_enabled=number != 3, viewport=NARROW).new_page()
        for number in range(4)
    ]
    for phone, role in zip(phones, ("Mentor", "Mentee", "Partner", "Mentor"), strict=True):
        join(phone, room, role)
    return Windows(room, control, screen, phones)


def join(phone: Page, room: Room, role: str) -> None:
    """Scan the code and press a role."""
    phone.goto(f"/s/{room.keys.join_token}")
    phone.get_by_role("button", name=role, exact=True).click()
    phone.get_by_role("link", name="Ga verder", exact=True).click()


def sees(page: Page, text: str) -> None:
    """Wait until a page shows something by itself."""
    expect(page.get_by_text(text).first).to_be_visible(timeout=TIMES_OUT)


def test_a_whole_session_goes_by_itself_and_has_no_barrier(windows: Windows) -> None:
    screen, phone, without = windows.screen, windows.phones[0], windows.phones[3]
    sees(screen, "18 aanwezig")
    windows.check("lobby")
    windows.press("Begin de sessie")
    sees(phone, "Welkom")
    windows.check("welcome")
    windows.press("Begin de stemming")
    sees(phone, "is dit je eerste groepssessie")
    windows.check("voting")
    for each in windows.phones[:3]:
        option(each, 0).click()
        sees(each, "Opgeslagen")
    without.get_by_role("link", name="Kijk opnieuw").click()
    option(without, 2).click()
    without.get_by_role("button", name="Sla mijn antwoord op").click()
    sees(without, "Opgeslagen")
    sees(screen, "4 van 18 antwoordden")
    show_what_was_chosen(windows)
    go_through_a_thesis(windows)
    go_through_criteria(windows)
    go_to_the_end(windows)

    assert windows.wrong == {}


def show_what_was_chosen(windows: Windows) -> None:
    """Close the first vote and show it, also to who has no JavaScript."""
    screen, phone, without = windows.screen, windows.phones[0], windows.phones[3]
    windows.answer("yes", "no")
    windows.press("Sluit de stemming")
    sees(phone, "De uitslag komt zo")
    windows.check("closed")
    windows.press("Laat de uitslag zien")
    sees(phone, "Wat de groep zegt")
    sees(screen, "Per groep")
    windows.check("shown")
    without.get_by_role("link", name="Kijk opnieuw").click()
    sees(without, "Wat de groep zegt")
    windows.press("Volgende")
    sees(phone, "Twee gesprekken per jaar")


def go_through_a_thesis(windows: Windows) -> None:
    """Vote, talk, vote again, agree."""
    screen, phone, word = windows.screen, windows.phones[0], "beste"
    windows.press("Volgende", "Begin de stemming")
    sees(phone, "Het aantal koppels")
    windows.answer("for", "against", "depends", word=word)
    windows.press("Sluit de stemming", "Laat de uitslag zien")
    sees(screen, "Wie kan spreken voor de kleinste groep?")
    windows.press("Praat met z'n tweeën")
    sees(phone, "Praat met wie naast je zit")
    windows.check("talk")
    windows.press("Stem opnieuw")
    expect(phone.locator("#vote")).to_be_visible()
    option(phone, 1).click()
    sees(phone, "Opgeslagen")
    windows.answer("for", "depends", word=word)
    windows.press("Sluit de stemming", "Laat de uitslag zien")
    sees(screen, "Daarna")
    windows.check("shown again")
    windows.control.get_by_label("Waarom?").fill("Omdat het telt")
    windows.press("Sla op wat is afgesproken")
    sees(phone, "Omdat het telt")
    windows.check("agreed")


def go_through_criteria(windows: Windows) -> None:
    """Rate at one's own pace, look at what parts most, and judge."""
    screen, phone = windows.screen, windows.phones[1]
    windows.press("Volgende", "Begin de stemming")
    sees(phone, "1 van 2")
    windows.check("own pace")
    for number in (1, 2):
        sees(phone, f"{number} van 2")  # the next question is a page of its own
        option(phone, 3).click()
        phone.locator(".go .first").click()
    sees(phone, "Je hebt alles beantwoord")
    windows.answer("0", "4", "3")
    windows.press("Sluit de stemming", "Laat de uitslag zien")
    sees(screen, "Wat de groep zegt")
    windows.check("overview")
    windows.control.get_by_role("button", name=re.compile("^Praat over")).first.click()
    sees(screen, "twee kampen")
    windows.check("one item")
    windows.press("Volgende", "Begin de stemming")
    sees(phone, "Geldt voor ons")
    windows.check("judge")
    windows.answer("applies", "partly", need="minimal")
    windows.press("Sluit de stemming", "Laat de uitslag zien")
    sees(screen, "duidelijk: minimaal")
    windows.check("judged")


def go_to_the_end(windows: Windows) -> None:
    """Write, choose, agree, pause and end."""
    screen, phone = windows.screen, windows.phones[0]
    windows.press("Volgende", "Begin: iedereen schrijft")
    phone.locator("textarea").fill("Tijd 🙂 שלום")
    phone.get_by_role("button", name="Verstuur").click()
    sees(phone, "Verstuurd")
    windows.check("writing")
    windows.press("Sluit de stemming", "Laat de uitslag zien", "Laat het iedereen zien")
    sees(screen, "Tijd")
    windows.press("Laat iedereen kiezen")
    phone.get_by_role("button", name="Kies dit").click()
    sees(phone, "Gekozen, opgeslagen")
    windows.check("choosing")
    windows.press("Sluit de stemming", "Laat de uitslag zien", "Volgende")
    windows.control.get_by_label("Wat gaan jullie doen?").fill("Iedereen bellen")
    windows.press("Sla deze afspraak op")
    sees(phone, "Iedereen bellen")
    windows.check("agreements")
    windows.press("Pauze")
    sees(phone, "Even pauze")
    windows.check("pause")
    windows.press("Ga verder")
    windows.control.locator("summary", has_text="Beëindig de sessie").click()
    windows.press("Beëindig de sessie voor iedereen")
    phone.get_by_role("link", name="Kijk opnieuw").click()  # in a pause it asks every 15 s
    sees(phone, "Dank je wel")
    windows.check("end")


def test_an_answer_that_cannot_be_sent_stays_marked_and_is_sent_again(windows: Windows) -> None:
    phone = windows.phones[1]
    windows.press("Begin de sessie", "Begin de stemming")
    sees(phone, "is dit je eerste groepssessie")

    phone.context.set_offline(True)
    option(phone, 1).click()
    sees(phone, "Niet opgeslagen. We blijven het proberen.")
    phone.context.set_offline(False)

    sees(phone, "Opgeslagen")


def test_who_is_writing_keeps_the_page_and_is_told_that_the_group_moved_on(
    windows: Windows,
) -> None:
    phone, other = windows.phones[0], windows.phones[1]
    windows.press("Begin de sessie")
    sees(phone, "Welkom")
    phone.locator("summary").click()
    phone.locator("textarea").fill("Ik wil nog zeggen")
    windows.press("Begin de stemming")
    sees(other, "is dit je eerste groepssessie")

    sees(phone, "De groep is verder.")
    expect(phone.locator("textarea")).to_have_value("Ik wil nog zeggen")
    phone.get_by_role("link", name="Ga mee").click()
    sees(phone, "is dit je eerste groepssessie")


def test_the_pages_before_joining_have_no_barrier(room: Room, new_context: NewContext) -> None:
    page = new_context(viewport=PHONE).new_page()
    at, wrong = f"/s/{room.keys.join_token}", {}
    for address in ("/join", at, f"{at}/phrase", f"/control/{room.keys.control}/keys", "/s/222222"):
        page.goto(address)
        if found := violations(page):
            wrong[address] = found
    page.goto(at)
    page.get_by_role("button", name="Mentor", exact=True).click()
    if found := violations(page):
        wrong["joined"] = found

    assert wrong == {}
