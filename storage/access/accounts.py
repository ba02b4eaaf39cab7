"""Accounts and what they sign in with."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from assessment.access.accounts import Account, Device, Identity, Passkey, SignInMeans
from assessment.access.memberships import Membership
from assessment.errors import InvalidInput, LastOne, StaleWrite
from storage import versioned_rows
from storage.access import guards, tables
from storage.engine import Repository, reading, writing
from storage.files.erasing import erasing

_ACCOUNT = versioned_rows.columns(tables.accounts, Account)
_PASSKEY = versioned_rows.columns(tables.passkeys, Passkey)
_IDENTITY = versioned_rows.columns(tables.identities, Identity)
_MEMBERSHIP = versioned_rows.columns(tables.memberships, Membership)


class Accounts(Repository):
    """Accounts."""

    @reading
    def any(self, connection: Connection) -> bool:
        found = select(tables.accounts.c.id).where(guards.can_sign_in()).limit(1)
        return connection.execute(found).first() is not None

    @reading
    def all(self, connection: Connection) -> list[Account]:
        query = select(*_ACCOUNT).order_by(tables.accounts.c.address)
        return [Account(*row) for row in connection.execute(query)]

    @reading
    def get(self, connection: Connection, account_id: str) -> Account:
        return _get(connection, account_id)

    @reading
    def find(self, connection: Connection, address: str) -> Account | None:
        row = connection.execute(
            select(*_ACCOUNT).where(tables.accounts.c.address == address)
        ).first()
        return None if row is None else Account(*row)

    @reading
    def means(self, connection: Connection, account_id: str) -> SignInMeans:
        return _means(connection, account_id)

    @writing
    def save(self, connection: Connection, account: Account) -> Account:
        table = tables.accounts
        guards.lock(connection)
        taken = select(table.c.id).where(
            table.c.address == account.address, table.c.id != account.id
        )
        if connection.execute(taken).first() is not None:
            text = "Another account has this e-mail address. Use another one."
            raise InvalidInput("address", "taken", text)
        if not versioned_rows.write(connection, table, ("id",), vars(account)):
            return versioned_rows.check_current(_get(connection, account.id), account)
        if account.version and not account.is_enabled:
            guards.check(connection, _guarded(connection, account.id), self.clock().date())
        return versioned_rows.next_version(account)

    def erase(self, account_id: str) -> None:
        table = tables.accounts
        with erasing(self.engine) as connection:
            guards.lock(connection)
            lost = _guarded(connection, account_id)
            connection.execute(delete(table).where(table.c.id == account_id))
            guards.check(connection, lost, self.clock().date())

    @writing
    def add_passkey(self, connection: Connection, passkey: Passkey) -> None:
        _get(connection, passkey.account)
        _insert(connection, tables.passkeys, vars(passkey))

    @reading
    def passkey(self, connection: Connection, credential_id: str) -> Passkey | None:
        is_it = tables.passkeys.c.credential_id == credential_id
        row = connection.execute(select(*_PASSKEY).where(is_it)).first()
        return None if row is None else Passkey(*row)

    @writing
    def use_passkey(self, connection: Connection, credential_id: str, sign_count: int) -> bool:
        table = tables.passkeys
        # many passkeys never count: 0 stays 0
        is_later = table.c.sign_count < sign_count
        never_counts = (table.c.sign_count == 0) & (sign_count == 0)
        used = update(table).where(table.c.credential_id == credential_id, is_later | never_counts)
        return connection.execute(used.values(sign_count=sign_count)).rowcount == 1

    @writing
    def remove_passkey(self, connection: Connection, account_id: str, credential_id: str) -> None:
        table = tables.passkeys
        guards.lock(connection)
        is_it = table.c.account == account_id, table.c.credential_id == credential_id
        _remove(connection, table, is_it, account_id)

    @writing
    def add_identity(self, connection: Connection, identity: Identity) -> None:
        _get(connection, identity.account)
        _insert(connection, tables.identities, vars(identity))

    @reading
    def identity(self, connection: Connection, issuer: str, subject: str) -> Identity | None:
        table = tables.identities
        is_it = table.c.issuer == issuer, table.c.subject == subject
        row = connection.execute(select(*_IDENTITY).where(*is_it)).first()
        return None if row is None else Identity(*row)

    @writing
    def remove_identity(
        self, connection: Connection, account_id: str, issuer: str, subject: str
    ) -> None:
        table = tables.identities
        guards.lock(connection)
        of = table.c.account == account_id
        _remove(
            connection,
            table,
            (of, table.c.issuer == issuer, table.c.subject == subject),
            account_id,
        )

    @writing
    def remove_ways_in(self, connection: Connection, account_id: str) -> None:
        accounts = tables.accounts
        for table in (tables.passkeys, tables.identities, tables.recovery_codes, tables.devices):
            connection.execute(delete(table).where(table.c.account == account_id))
        nothing = {"password_hash": None, "code_secret": None, "version": accounts.c.version + 1}
        connection.execute(update(accounts).where(accounts.c.id == account_id).values(nothing))

    @writing
    def replace_recovery_codes(
        self, connection: Connection, account_id: str, hashes: Collection[str]
    ) -> None:
        table = tables.recovery_codes
        _get(connection, account_id)
        connection.execute(delete(table).where(table.c.account == account_id))
        rows = [{"account": account_id, "hash": text, "used_at": None} for text in hashes]
        versioned_rows.insert_all(connection, insert(table), rows)

    @writing
    def use_recovery_code(self, connection: Connection, account_id: str, code_hash: str) -> bool:
        table = tables.recovery_codes
        is_it = table.c.account == account_id, table.c.hash == code_hash, table.c.used_at.is_(None)
        used = update(table).where(*is_it).values(used_at=self.clock())
        return connection.execute(used).rowcount == 1

    @writing
    def note_device(self, connection: Connection, device: Device) -> None:
        table = tables.devices
        old = f"{self.clock() - timedelta(days=366):%Y-%m}"
        connection.execute(delete(table).where(table.c.month < old))
        if (
            connection.execute(versioned_rows.insert_new(connection, table), vars(device)).rowcount
            == 0
        ):
            is_it = table.c.account == device.account, table.c.hash == device.hash
            connection.execute(update(table).where(*is_it).values(month=device.month))

    @reading
    def knows_device(
        self, connection: Connection, account_id: str | None, device_hash: str
    ) -> bool:
        table = tables.devices
        is_it = [table.c.hash == device_hash]
        if account_id is not None:
            is_it.append(table.c.account == account_id)
        return connection.execute(select(table.c.hash).where(*is_it).limit(1)).first() is not None

    @writing
    def use_code(self, connection: Connection, account_id: str, period: int) -> bool:
        table = tables.accounts
        used = update(table).where(table.c.id == account_id, table.c.code_used < period)
        return (
            connection.execute(used.values(code_used=period, version=table.c.version + 1)).rowcount
            == 1
        )


def _get(connection: Connection, account_id: str) -> Account:
    return versioned_rows.get(connection, tables.accounts, Account, "account", account_id)


def _means(connection: Connection, account_id: str) -> SignInMeans:
    account = _get(connection, account_id)
    passkeys, identities, codes = tables.passkeys, tables.identities, tables.recovery_codes
    keys = select(*_PASSKEY).where(passkeys.c.account == account_id)
    ways = select(*_IDENTITY).where(identities.c.account == account_id)
    left = (
        select(func.count())
        .select_from(codes)
        .where(codes.c.account == account_id, codes.c.used_at.is_(None))
    )
    return SignInMeans(
        account,
        [Passkey(*row) for row in connection.execute(keys.order_by(passkeys.c.created_at))],
        [Identity(*row) for row in connection.execute(ways.order_by(identities.c.issuer))],
        connection.execute(left).scalar_one(),
    )


def _insert(connection: Connection, table: Table, row: versioned_rows.Row) -> None:
    if connection.execute(versioned_rows.insert_new(connection, table), dict(row)).rowcount == 0:
        raise StaleWrite(None)


def _remove(
    connection: Connection, table: Table, is_it: Collection[ColumnElement[bool]], account_id: str
) -> None:
    """Remove a way in, unless it is the last one of its account."""
    could = _means(connection, account_id).can_sign_in
    connection.execute(delete(table).where(*is_it))
    if could and not _means(connection, account_id).can_sign_in:
        raise LastOne("way to sign in")


def _guarded(connection: Connection, account_id: str) -> list[Membership]:
    query = select(*_MEMBERSHIP).where(tables.memberships.c.account == account_id)
    return [Membership(*row) for row in connection.execute(query)]
