"""The tables of accounts hold the fields of the domain."""

from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import Table

from assessment.access.accounts import Account, Device, Identity, Passkey, RecoveryCode
from assessment.access.links import AccountLink
from assessment.access.log import LoggedAct
from assessment.access.logins import Login
from assessment.access.memberships import Membership, Organisation
from storage.access import tables

HELD = {
    tables.accounts: Account,
    tables.passkeys: Passkey,
    tables.identities: Identity,
    tables.recovery_codes: RecoveryCode,
    tables.devices: Device,
    tables.logins: Login,
    tables.account_links: AccountLink,
    tables.acts_log: LoggedAct,
    tables.memberships: Membership,
    tables.organisations: Organisation,
}


@pytest.mark.parametrize(
    ("table", "kind"), [pytest.param(*held, id=held[0].name) for held in HELD.items()]
)
def test_a_table_has_a_column_for_every_field(table: Table, kind: type[Any]) -> None:
    assert {field.name for field in fields(kind)} <= set(table.c.keys())


def test_no_table_of_accounts_leads_to_answers() -> None:
    named = {key.column.table.name for table in HELD for key in table.foreign_keys}

    assert named == {"accounts", "organisations", "projects", "sessions"}
