"""Accounts without a screen: the first admin, and what helps who lost a way in."""

import json
from pathlib import Path

import click

from assessment.access.accounts import checked_address
from assessment.catalogue.reading.text_file import printable
from assessment.errors import LastOne, NotFound
from assessment.services.access import joining, server
from assessment.services.access.joining import NewAccountLink
from assessment.services.access.server import AccountLine
from assessment.services.context import Workspace
from commands.common import Failure, aligned, data_option, format_option, port_option, settings
from commands.database import check_present, open_workspace
from settings import Settings

THERE_IS_ONE = (
    "There is a server admin who can sign in. That one invites others, on the screen Server. "
    "Who lost every way in gets a new one by: accounts reset-link ADDRESS"
)


@click.group()
def accounts() -> None:
    """Begin with accounts, list them, and help who cannot sign in."""


@accounts.command("first-admin")
@port_option
@data_option
def first_admin(port: int | None, data: Path | None) -> None:
    """Print the address on which the first server admin begins. It works once, for 7 days.

    Asked again it prints another address, and the former one is dead. From the first account on, everybody signs in.
    """
    given = settings(port=port, data=data)
    with open_workspace(given) as workspace:
        try:
            new = joining.first_admin_link(workspace)
        except LastOne as error:
            raise Failure(THERE_IS_ONE) from error
    click.echo(f"Open this address within 7 days; it works once:\n{_address(given, new)}")


@accounts.command("list")
@format_option
@data_option
def list_accounts(form: str, data: Path | None) -> None:
    """List the accounts: address, name, whether it can sign in, when it was last seen."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        lines = server.all_accounts(workspace)
    if form == "json":
        click.echo(json.dumps([_facts(line) for line in lines], ensure_ascii=False, indent=2))
    else:
        rows = [("id", "address", "name", "state", "last seen"), *map(_row, lines)]
        click.echo("\n".join(aligned(rows, {0, 1, 2, 3, 4})) if lines else "There are no accounts.")


@accounts.command("disable")
@click.argument("address")
@data_option
def disable(address: str, data: Path | None) -> None:
    """Let the account with this ADDRESS in no more; its logins end at once."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        server.disable_account(workspace, _account(workspace, address))
    click.echo("It is let in no more. To undo it: accounts enable.")


@accounts.command("enable")
@click.argument("address")
@data_option
def enable(address: str, data: Path | None) -> None:
    """Let the account with this ADDRESS in again."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        server.enable_account(workspace, _account(workspace, address))
    click.echo("It may sign in again.")


@accounts.command("reset-link")
@click.argument("address")
@port_option
@data_option
def reset_link(address: str, port: int | None, data: Path | None) -> None:
    """Print where the account with this ADDRESS chooses new ways to sign in. It works once, for 10 minutes."""
    given = settings(port=port, data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        new = joining.reset_link(workspace, _account(workspace, address))
    click.echo(
        f"Give this address to whom it is for; it works once, for 10 minutes:\n{_address(given, new)}"
    )


@accounts.command("sign-out")
@click.argument("address")
@data_option
def sign_out(address: str, data: Path | None) -> None:
    """End all logins of the account with this ADDRESS."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        server.sign_out_account(workspace, _account(workspace, address))
    click.echo("It is signed out everywhere.")


def _account(workspace: Workspace, address: str) -> str:
    found = workspace.store.access.accounts.find(checked_address(address))
    if found is None:
        raise NotFound("account", printable(address))
    return found.id


def _address(given: Settings, new: NewAccountLink) -> str:
    return f"{given.screens_address}/account/join/{new.token}"


def _state(line: AccountLine) -> str:
    if not line.account.is_enabled:
        return "disabled"
    kind = "server admin" if line.is_admin else "account"
    return kind if line.can_sign_in else f"{kind}, has no way in yet"


def _row(line: AccountLine) -> tuple[str, ...]:
    account = line.account
    texts = (account.id, account.address, account.name, _state(line), account.last_seen or "never")
    return tuple(map(printable, texts))


def _facts(line: AccountLine) -> dict[str, object]:
    account = line.account
    return {
        "id": account.id,
        "address": account.address,
        "name": account.name,
        "enabled": account.is_enabled,
        "can_sign_in": line.can_sign_in,
        "server_admin": line.is_admin,
        "last_seen": account.last_seen,
    }
