"""Stopping reminders from a mail."""

from assessment.access.accounts import Account
from assessment.services.context import Workspace
from tests.support.web.phone import Phone
from web.server.forms import FORM


def test_reminders_are_stopped_by_a_button_and_not_by_opening_the_address(
    browser: Phone, workspace: Workspace, account: Account
) -> None:
    outbox = workspace.store.access.outbox
    outbox.stop_token(account.id, "tok")
    browser.opens("/account/stop/tok")
    assert (browser.status, outbox.stop_token(account.id, "x")) == (200, "tok")

    one_click = {"Content-Type": FORM, "Sec-Fetch-Site": "none"}
    body = "List-Unsubscribe=One-Click"
    browser.client.request("POST", "/account/stop/tok", content=body, headers=one_click)
    browser.sends("/account/stop/tok")
    assert "You get no reminders any more" in browser.page.text
    assert outbox.stop_token(account.id, "x") is None


def test_a_token_that_is_not_known_stops_nothing(browser: Phone) -> None:
    assert browser.sends("/account/stop/x").status == 410
