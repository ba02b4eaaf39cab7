"""Accounts and what they sign in with, in the database."""

from dataclasses import replace

import pytest

from assessment.access.accounts import Device, Identity
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.errors import InvalidInput, LastOne, NotFound, StaleWrite
from storage import SqlStore
from tests.support.access import (
    a_login,
    a_passkey,
    add_account,
    add_member,
    an_account,
    an_organisation,
)
from tests.support.builders import NOW, Clock


def test_an_account_is_found_by_id_and_address(store: SqlStore) -> None:
    assert not store.access.accounts.any()
    account = add_account(store)

    assert store.access.accounts.any()
    assert store.access.accounts.get("U1") == account
    assert store.access.accounts.find("u1@example.org") == account
    assert store.access.accounts.find("u2@example.org") is None
    assert store.access.accounts.all() == [account]
    with pytest.raises(NotFound):
        store.access.accounts.get("U2")


def test_an_address_is_of_one_account(store: SqlStore) -> None:
    add_account(store)

    with pytest.raises(InvalidInput, match="Another account"):
        store.access.accounts.save(an_account("U2", address="u1@example.org"))


def test_an_account_changes_under_its_version(store: SqlStore) -> None:
    account = add_account(store)
    changed = store.access.accounts.save(replace(account, name="Anders"))

    assert changed.version == 2
    assert store.access.accounts.save(replace(account, name="Anders")) == changed
    with pytest.raises(StaleWrite):
        store.access.accounts.save(replace(account, name="Nog anders"))


def test_a_passkey_belongs_to_one_account_and_its_counter_never_goes_back(store: SqlStore) -> None:
    accounts = store.access.accounts
    add_account(store)

    assert accounts.passkey("key-U1") == a_passkey()
    assert accounts.passkey("other") is None
    assert accounts.use_passkey("key-U1", 0)  # many passkeys do not count
    assert accounts.use_passkey("key-U1", 5)
    assert not accounts.use_passkey("key-U1", 5)
    assert not accounts.use_passkey("key-U1", 0)
    with pytest.raises(StaleWrite):
        accounts.add_passkey(a_passkey())
    with pytest.raises(NotFound):
        accounts.add_passkey(a_passkey("U9"))


def test_asvs_6_8_1_who_somebody_is_at_a_provider_is_issuer_and_subject(store: SqlStore) -> None:
    accounts = store.access.accounts
    add_account(store)
    add_account(store, "U2")
    accounts.add_identity(Identity("https://a", "1", "U1"))
    accounts.add_identity(Identity("https://b", "1", "U2"))

    assert accounts.identity("https://a", "1") == Identity("https://a", "1", "U1")
    assert accounts.identity("https://b", "1") == Identity("https://b", "1", "U2")
    assert accounts.identity("https://a", "2") is None
    with pytest.raises(StaleWrite):
        accounts.add_identity(Identity("https://a", "1", "U2"))


def test_the_last_way_in_stays(store: SqlStore) -> None:
    accounts = store.access.accounts
    add_account(store)
    accounts.add_identity(Identity("https://a", "1", "U1"))

    accounts.remove_passkey("U1", "key-U1")
    accounts.remove_passkey("U1", "key-U1")
    with pytest.raises(LastOne, match="way to sign in"):
        accounts.remove_identity("U1", "https://a", "1")
    assert accounts.means("U1").can_sign_in


def test_asvs_6_5_1_a_recovery_code_works_once_and_for_its_own_account(store: SqlStore) -> None:
    accounts = store.access.accounts
    add_account(store)
    add_account(store, "U2")
    accounts.replace_recovery_codes("U1", ["one", "two"])

    assert not accounts.use_recovery_code("U2", "one")
    assert accounts.use_recovery_code("U1", "one")
    assert not accounts.use_recovery_code("U1", "one")
    assert accounts.means("U1").recovery_codes_left == 1
    accounts.replace_recovery_codes("U1", [])
    assert not accounts.use_recovery_code("U1", "two")


def test_asvs_6_5_1_a_code_of_an_app_works_once(store: SqlStore) -> None:
    account = add_account(store)

    assert store.access.accounts.use_code("U1", 100)
    assert not store.access.accounts.use_code("U1", 100)
    assert not store.access.accounts.use_code("U1", 99)
    assert store.access.accounts.use_code("U1", 101)
    with pytest.raises(StaleWrite):  # what was read before a code was used does not undo it
        store.access.accounts.save(replace(account, name="Anders"))


def test_a_browser_is_known_for_a_year(store: SqlStore, clock: Clock) -> None:
    accounts = store.access.accounts
    add_account(store)
    accounts.note_device(Device("U1", "one", "2026-11"))
    clock.forward(days=200)
    accounts.note_device(Device("U1", "one", "2027-06"))
    clock.forward(days=200)
    accounts.note_device(Device("U1", "two", "2027-12"))

    assert accounts.knows_device("U1", "one")
    assert not accounts.knows_device("U2", "one")
    clock.forward(days=366)
    accounts.note_device(Device("U1", "three", "2028-12"))
    assert not accounts.knows_device("U1", "one")


def test_all_ways_in_can_be_taken_away_to_begin_anew(store: SqlStore) -> None:
    accounts = store.access.accounts
    account = add_account(store)
    accounts.save(replace(account, password_hash="hash", code_secret="secret"))
    accounts.add_identity(Identity("https://a", "1", "U1"))
    accounts.replace_recovery_codes("U1", ["one"])

    accounts.remove_ways_in("U1")

    means = accounts.means("U1")
    assert not means.can_sign_in
    assert (means.account.password_hash, means.recovery_codes_left) == (None, 0)


def test_an_account_is_erased_with_all_that_is_its_own(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    add_member(store, MembershipKind.OWNER, "ORG1")
    add_account(store)
    store.access.memberships.add(Membership("M1", "U1", "ORG1", MembershipKind.READER))
    store.access.logins.add(a_login())

    store.access.accounts.erase("U1")
    store.access.accounts.erase("U1")

    assert store.access.accounts.find("u1@example.org") is None
    assert store.access.memberships.of_account("U1") == []
    assert store.access.logins.find(a_login().token_hash) is None


@pytest.mark.parametrize(
    ("kind", "organisation"),
    [(MembershipKind.OWNER, "ORG1"), (MembershipKind.SERVER_ADMIN, None)],
)
def test_the_last_owner_and_the_last_server_admin_stay(
    store: SqlStore, kind: MembershipKind, organisation: str | None
) -> None:
    store.access.organisations.save(an_organisation())
    last = add_member(store, kind, organisation)
    account = store.access.accounts.get(last.account)

    with pytest.raises(LastOne):
        store.access.accounts.erase(last.account)
    with pytest.raises(LastOne):
        store.access.accounts.save(replace(account, disabled_at=NOW))
    assert store.access.accounts.get(last.account).is_enabled

    add_member(store, kind, organisation)
    store.access.accounts.save(replace(account, disabled_at=NOW))
    store.access.accounts.erase(last.account)
