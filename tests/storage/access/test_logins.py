"""Logins and links in the database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.memberships import Membership
from assessment.errors import LinkSpent
from storage import SqlStore
from tests.support.access import a_login, add_account, an_organisation
from tests.support.builders import NOW, Clock


def a_link(hash: str = "hash", **fields: object) -> AccountLink:  # noqa: A002 (the field's own name)
    link = AccountLink(hash, LinkPurpose.JOIN, NOW + timedelta(days=7), organisation="ORG1")
    return replace(link, **fields)  # type: ignore[arg-type]


def test_a_login_is_found_until_it_is_over(store: SqlStore, clock: Clock) -> None:
    add_account(store)
    login = a_login()
    store.access.logins.add(login)

    assert store.access.logins.find(login.token_hash) == login
    assert store.access.logins.get(login.id) == login
    assert store.access.logins.find("other") is None
    assert store.access.accounts.get("U1").last_seen == "2026-11"
    clock.forward(hours=12)
    assert store.access.logins.find(login.token_hash) is None


def test_a_login_that_is_used_goes_on_until_its_end(store: SqlStore, clock: Clock) -> None:
    add_account(store)
    store.access.logins.add(a_login(ends_at=NOW + timedelta(hours=20)))
    clock.forward(hours=11)
    store.access.logins.mark("login-U1")
    clock.forward(hours=8)

    assert store.access.logins.get("login-U1") is not None
    clock.forward(hours=1)
    assert store.access.logins.get("login-U1") is None


def test_asvs_7_4_2_a_disabled_account_has_no_login(store: SqlStore) -> None:
    account = add_account(store)
    store.access.logins.add(a_login())

    store.access.accounts.save(replace(account, disabled_at=NOW))

    assert store.access.logins.get("login-U1") is None


def test_logins_end_one_by_one_and_all_at_once(store: SqlStore) -> None:
    logins = store.access.logins
    add_account(store)
    for name in ("a", "b", "c"):
        logins.add(a_login(id=name, token_hash=f"hash of {name}"))

    logins.end("U2", ["a"])
    logins.end("U1", ["a"])
    assert {login.id for login in logins.of("U1")} == {"b", "c"}
    logins.end_all("U1", but="c")
    assert [login.id for login in logins.of("U1")] == ["c"]
    logins.end_all("U1")
    assert logins.of("U1") == []


def test_what_is_over_is_forgotten_with_the_next_login(store: SqlStore, clock: Clock) -> None:
    add_account(store)
    store.access.logins.add(a_login())
    clock.forward(days=31)
    store.access.logins.add(a_login(seen_at=clock.now, ends_at=clock.now + timedelta(days=1)))

    assert [login.id for login in store.access.logins.of("U1")] == ["login-U1"]


def test_asvs_6_4_1_a_link_works_once(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    store.access.links.add(a_link())

    assert store.access.links.find("hash") == a_link()
    assert store.access.links.spend("hash") == a_link()
    assert store.access.links.find("hash") is None
    for unknown in ("hash", "other"):
        with pytest.raises(LinkSpent):
            store.access.links.spend(unknown)


def test_asvs_6_4_1_a_link_works_for_seven_days(store: SqlStore, clock: Clock) -> None:
    store.access.organisations.save(an_organisation())
    store.access.links.add(a_link())
    clock.forward(days=7)

    assert store.access.links.find("hash") is None
    assert store.access.links.waiting("ORG1") == []
    with pytest.raises(LinkSpent):
        store.access.links.spend("hash")
    store.access.links.add(a_link(until=NOW + timedelta(days=20)))  # the old one was forgotten


def test_who_was_invited_and_did_not_come_can_be_withdrawn(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    store.access.links.add(a_link("one"))
    store.access.links.add(a_link("two", until=NOW + timedelta(days=8)))

    assert [link.hash for link in store.access.links.waiting("ORG1")] == ["two", "one"]
    store.access.links.withdraw("ORG2", "one")
    store.access.links.withdraw("ORG1", "two")
    assert [link.hash for link in store.access.links.waiting("ORG1")] == ["one"]


def test_a_new_link_replaces_the_one_before_it(store: SqlStore) -> None:
    first = AccountLink("one", LinkPurpose.FIRST_ADMIN, NOW + timedelta(days=7))
    store.access.links.add(first, replaces=True)
    store.access.links.add(replace(first, hash="two"), replaces=True)

    assert store.access.links.find("one") is None
    assert store.access.links.find("two") is not None


def test_a_login_brings_all_that_it_opens(store: SqlStore, clock: Clock) -> None:
    for name in ("ORG1", "ORG2", "ORG3"):
        store.access.organisations.save(an_organisation(name, name=f"{name[::-1]}"))
    account = add_account(store)
    store.access.logins.add(a_login())
    yesterday = NOW.date() - timedelta(days=1)
    held = [
        Membership("M1", "U1", "ORG2", MembershipKind.OWNER),
        Membership("M2", "U1", "ORG1", MembershipKind.READER),
        Membership("M3", "U1", "ORG1", MembershipKind.OWNER),
        Membership("M4", "U1", None, MembershipKind.SERVER_ADMIN),
    ]
    for one in (*held, Membership("M5", "U1", "ORG3", MembershipKind.READER, until=yesterday)):
        store.access.memberships.add(one)

    found = store.access.logins.access("login-U1")

    assert found is not None
    assert (found.login, found.account) == (a_login(), store.access.accounts.get(account.id))
    assert sorted(found.memberships, key=lambda one: one.id) == held
    assert found.organisations == tuple(
        store.access.organisations.get(name) for name in ("ORG1", "ORG2")
    )
    assert found == store.access.logins.access("login-U1")


def test_a_login_that_is_over_or_of_a_disabled_account_opens_nothing(
    store: SqlStore, clock: Clock
) -> None:
    account = add_account(store)
    store.access.logins.add(a_login())
    assert store.access.logins.access("login-U1") is not None
    store.access.accounts.save(
        replace(store.access.accounts.get(account.id), disabled_at=clock.now)
    )
    assert store.access.logins.access("login-U1") is None
    store.access.accounts.save(replace(store.access.accounts.get(account.id), disabled_at=None))
    clock.forward(hours=12)

    assert store.access.logins.access("login-U1") is None
    assert store.access.logins.access("login-U9") is None
