"""A coordinator invites others: letters and list to keep, links replaced and revoked."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, NewPerson
from tests.browser.test_whole_audit import make_project
from tests.support.browser import Person
from tests.support.browser_phone import begin, option, press
from tests.support.server import Server

LETTERS, LIST = "Download de brieven", "Download de lijst (CSV)"


def invite(person: Person) -> None:
    make_project(person)
    person.follows("Andere groepen")
    person.presses("Maak de uitnodiging")
    person.sees("10 nieuwe links, één keer te zien")


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def addresses(page: Page) -> list[str]:
    return [row["address"] for row in csv.DictReader(io.StringIO(downloaded(page, LIST)))]


def test_letters_and_list_hold_the_same_links_that_are_kept_nowhere(
    person: Person, server: Server
) -> None:
    invite(person)
    letters, found = downloaded(person.page, LETTERS), addresses(person.page)

    assert len(set(found)) == 10
    assert [letters.count(f'href="{address}"') for address in found] == [1] * 10
    assert letters.count("<svg") == 10
    kept = b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
    tokens = [address.rpartition("/")[2].encode() for address in found]
    assert [token for token in tokens if token in kept] == []

    person.reloads()
    person.does_not_see("één keer te zien")
    person.sees("10 plaatsen: 0 begonnen, 0 klaar")


def test_letters_print_one_or_four_to_a_page(person: Person, tmp_path: Path) -> None:
    invite(person)
    person.chooses("vier per bladzijde")
    four = tmp_path / "letters.html"
    four.write_text(downloaded(person.page, LETTERS), encoding="utf-8")
    page = person.page.context.new_page()
    page.goto(four.as_uri())
    heights = page.locator(".sheet").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert len(heights) == 3
    assert page.locator("article").count() == 10
    article = page.locator("article").first
    assert article.evaluate("e => e.scrollHeight <= e.clientHeight")  # nothing falls off the page


def test_a_link_is_revoked_after_asking_once_more(person: Person) -> None:
    invite(person)
    person.presses("Ik heb ze opgeslagen: haal ze van het scherm")
    person.unfolds("Links")
    person.picks("Nummer van de brief", "3 · niet begonnen")
    person.presses("Trek de link van nummer 3 in…")
    person.sees("niemand kan ze weghalen")
    person.presses("Ja, trek in")
    person.sees("3 · ingetrokken")


def test_pairs_are_invited_on_a_phone_and_nothing_is_wider_than_the_screen(
    new_person: NewPerson,
) -> None:
    person = new_person(size=PHONE)
    make_project(person)
    person.follows("Andere groepen")
    person.presses("Maak de koppels")
    person.sees("10 nieuwe links, één keer te zien")
    person.sees("5 koppels: bij 0 daarvan zijn beiden klaar")
    letters = downloaded(person.page, LETTERS)
    assert letters.count("koppel 1<") == 2
    expect(person.page.get_by_role("button", name=LETTERS)).to_be_visible()
    wide = "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    assert person.page.evaluate(wide) <= PHONE["width"]


def test_mentees_answer_from_their_letters_and_the_coordinator_closes_and_reads(
    person: Person, browser: Browser
) -> None:
    make_project(person)
    person.follows("Andere groepen")
    person.picks("Wie nodig je uit?", "mentees")
    person.presses("Maak de uitnodiging")
    for address in addresses(person.page)[:5]:
        phone = browser.new_context(locale="nl-NL", java_script_enabled=False)
        page = begin(phone, address)
        option(page, 1).click()
        press(page, "Volgende")
        expect(page.get_by_text("Vraag 1: opgeslagen")).to_be_visible()
        phone.close()
    person.follows("Andere groepen")
    person.sees("10 plaatsen: 5 begonnen, 0 klaar")
    person.follows("Resultaat")
    person.does_not_see("antwoorden zijn hetzelfde")

    person.follows("Nakijken")
    person.sees("Voor anderen is sluiten definitief")
    person.presses("Sluit de meting")
    person.main.get_by_text("Hoe ver antwoorden uit elkaar liggen").click()
    person.sees("Mentees: 5 van 5 antwoorden zijn hetzelfde (1)")
