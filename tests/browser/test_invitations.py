"""A coordinator invites others: letters and list to keep, links replaced and revoked."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.support.web.browser import (
    PHONE,
    NewBrowser,
    Tab,
    begin,
    make_project,
    name_contact,
    option,
    press,
)
from tests.support.web.server import Invitations, Server

LETTERS, LIST = "Download de brieven", "Download de lijst (CSV)"


def invite(tab: Tab, invitations: Invitations) -> None:
    tab.open(f"/invitations{invitations.query}")
    tab.press("Maak de uitnodiging")
    tab.shows("10 nieuwe links, één keer te zien")


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()


def rows(page: Page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(downloaded(page, LIST).decode("utf-8-sig"))))


def addresses(page: Page) -> list[str]:
    return [row["address"] for row in rows(page)]


def test_letters_and_list_hold_the_same_links_that_are_kept_nowhere(
    tab: Tab, server: Server, invitations: Invitations
) -> None:
    invite(tab, invitations)
    letters, links = PdfReader(io.BytesIO(downloaded(tab.page, LETTERS))), rows(tab.page)

    assert len({row["address"] for row in links}) == len(letters.pages) == 10
    for sheet, row in zip(letters.pages, links, strict=True):
        leads = {note.get_object()["/A"]["/URI"] for note in sheet["/Annots"]}
        assert leads == {row["address"]}
        assert row["code"] in sheet.extract_text()
    kept = b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
    secrets = [row["address"].rpartition("/")[2] for row in links] + [r["code"] for r in links]
    assert [secret for secret in secrets if secret.encode() in kept] == []

    tab.reload()
    tab.lacks("één keer te zien")
    tab.shows("10 plaatsen: 0 begonnen, 0 klaar")


def test_four_letters_stand_on_a_page(tab: Tab, invitations: Invitations) -> None:
    invite(tab, invitations)
    tab.choose("vier per bladzijde")
    assert len(PdfReader(io.BytesIO(downloaded(tab.page, LETTERS))).pages) == 3


def test_a_link_is_revoked_after_asking_once_more(tab: Tab, invitations: Invitations) -> None:
    invite(tab, invitations)
    tab.press("Ik heb ze opgeslagen: haal ze van het scherm")
    tab.unfold("Links")
    tab.pick("Nummer van de brief", "3 · niet begonnen")
    tab.press("Trek de link van nummer 3 in…")
    tab.shows("houdt een eigen adres")
    tab.press("Ja, trek in")
    tab.shows("3 · ingetrokken")


def test_pairs_are_invited_on_a_phone_and_nothing_is_wider_than_the_screen(
    new_browser: NewBrowser, invitations: Invitations
) -> None:
    tab = new_browser(size=PHONE)
    tab.open(f"/invitations{invitations.query}")
    tab.press("Maak de koppels")
    tab.shows("10 nieuwe links, één keer te zien")
    tab.shows("5 koppels: bij 0 daarvan zijn beiden klaar")
    letters = PdfReader(io.BytesIO(downloaded(tab.page, LETTERS)))
    assert sum("koppel 1" in sheet.extract_text() for sheet in letters.pages) == 2
    expect(tab.page.get_by_role("button", name=LETTERS)).to_be_visible()
    wide = "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    assert tab.page.evaluate(wide) <= PHONE["width"]


def test_mentees_answer_from_their_letters_and_the_coordinator_closes_and_reads(
    tab: Tab, browser: Browser
) -> None:
    make_project(tab)
    tab.follow("Andere groepen")
    name_contact(tab)
    tab.pick("Wie nodig je uit?", "mentees")
    tab.press("Maak de uitnodiging")
    for address in addresses(tab.page)[:5]:
        phone = browser.new_context(locale="nl-NL", java_script_enabled=False)
        page = begin(phone, address)
        option(page, 1).click()
        press(page, "Volgende")
        expect(page.get_by_text("Vraag 1: opgeslagen")).to_be_visible()
        phone.close()
    tab.follow("Andere groepen")
    tab.shows("10 plaatsen: 5 begonnen, 0 klaar")
    tab.follow("Uitkomst")
    tab.lacks("kozen")

    tab.follow("Nakijken")
    tab.shows("Mentees: 5 zijn nog bezig, 5 zijn niet begonnen")
    tab.press("Sluit de meting…")
    tab.shows("Voor anderen is dat definitief")
    tab.press("Ja, sluit")
    tab.follow("Bekijk de uitkomst")
    tab.main.locator(".ms-list a").first.click()
    tab.wait()
    tab.shows("Mentees: 5 van de 5 kozen 1")
