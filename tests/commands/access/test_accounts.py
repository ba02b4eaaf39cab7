"""Accounts from the command line."""

import json
import re
from pathlib import Path

import pytest

from assessment.access.acts import MembershipKind
from runtime import open_store
from tests.support.access import a_login, add_account, add_member
from tests.support.command_line import Run, refusal

_LINK = re.compile(r"http://localhost:8501/account/join/\S{32}")


def added(data: Path) -> None:
    store = open_store(f"sqlite:///{data}/mentorspiegel.sqlite3")
    add_account(store)
    store.access.logins.add(a_login())
    store.close()


def test_the_first_admin_gets_an_address_until_there_is_one(run: Run, data: Path) -> None:
    first, second = run("accounts", "first-admin"), run("accounts", "first-admin")

    assert _LINK.search(first.output)
    assert _LINK.search(second.output)
    assert first.output != second.output


@pytest.mark.parametrize("command", [("first-admin",), ("reset-link", "u1@example.org")])
def test_the_address_has_the_port_of_the_screens_that_are_served(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    run("demo")
    added(data)
    assert "http://localhost:8765/account/join/" in run("accounts", *command, "--port", 8765).output

    monkeypatch.setenv("MENTORSPIEGEL_PORT", "8766")
    assert "http://localhost:8766/account/join/" in run("accounts", *command).output
    monkeypatch.setenv("MENTORSPIEGEL_PUBLIC_URL", "https://spiegel.example")
    output = run("accounts", *command, "--port", 8765).output
    assert "https://spiegel.example/account/join/" in output
    assert run("accounts", *command, "--port", 0).exit_code == 2


def test_once_there_is_an_admin_it_says_how_others_come_in(run: Run, data: Path) -> None:
    run("demo")
    store = open_store(f"sqlite:///{data}/mentorspiegel.sqlite3")
    add_member(store, MembershipKind.SERVER_ADMIN, None)
    store.close()

    [line] = refusal(run("accounts", "first-admin"))

    assert line.startswith("There is a server admin who can sign in.")
    assert "accounts reset-link ADDRESS" in line


def test_accounts_are_listed_disabled_enabled_and_signed_out(run: Run, data: Path) -> None:
    run("demo")
    assert run("accounts", "list").output == "There are no accounts.\n"
    added(data)

    assert "u1@example.org" in run("accounts", "list").output
    assert run("accounts", "sign-out", "U1@example.org").exit_code == 0
    assert run("accounts", "disable", "u1@example.org").exit_code == 0
    (found,) = json.loads(run("accounts", "list", "--format", "json").output)
    assert (found["enabled"], found["can_sign_in"], found["server_admin"]) == (False, True, False)
    assert "disabled" in run("accounts", "list").output
    assert run("accounts", "enable", "u1@example.org").exit_code == 0


def test_who_lost_every_way_in_gets_an_address(run: Run, data: Path) -> None:
    run("demo")
    added(data)

    assert _LINK.search(run("accounts", "reset-link", "u1@example.org").output)


def test_an_account_that_is_not_there_is_told(run: Run) -> None:
    run("demo")
    for command in ("disable", "enable", "reset-link", "sign-out"):
        result = run("accounts", command, "nobody@example.org")
        assert (result.exit_code, "There is no account" in result.output) == (1, True)
