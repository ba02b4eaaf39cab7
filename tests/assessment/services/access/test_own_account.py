"""One's own account."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.access.accounts import SignInFactor
from assessment.access.logins import Login
from assessment.errors import InvalidInput, LastOne, NotPermitted
from assessment.services.access import own_account, sign_in
from assessment.services.context import Workspace
from tests.support.access import a_passkey, add_account, an_office
from tests.support.builders import Clock


@pytest.fixture
def login(workspace: Workspace) -> Login:
    """The login of an account with one passkey."""
    account = add_account(workspace.store)
    return sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "Firefox").login


def test_a_name_can_be_changed(workspace: Workspace, login: Login) -> None:
    changed = own_account.rename(workspace, login, "  Kim  ", "en")

    assert (changed.name, changed.language) == ("Kim", "en")
    with pytest.raises(InvalidInput):
        own_account.rename(workspace, login, "", "en")


def test_asvs_7_4_3_changing_a_way_in_ends_all_other_logins(
    workspace: Workspace, login: Login
) -> None:
    account = workspace.store.access.accounts.get("U1")
    other = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "Chrome")

    own_account.add_passkey(workspace, login, a_passkey(credential_id="second", name=""))

    assert [one.id for one in own_account.logins_of(workspace, login)] == [login.id]
    assert sign_in.find_login(workspace, other.token) is None
    names = [key.name for key in own_account.means_of(workspace, login).passkeys]
    assert names == ["Firefox", "telefoon"] or names == ["telefoon", "Firefox"]


def test_password_and_app_come_and_go_together(workspace: Workspace, login: Login) -> None:
    own_account.set_password(workspace, login, "hash", "secret")
    assert own_account.means_of(workspace, login).account.has_two_factors

    own_account.remove_password(workspace, login)

    account = own_account.means_of(workspace, login).account
    assert (account.password_hash, account.code_secret) == (None, None)


def test_the_last_way_in_stays(workspace: Workspace, login: Login) -> None:
    with pytest.raises(LastOne):
        own_account.remove_passkey(workspace, login, "key-U1")

    own_account.set_password(workspace, login, "hash", "secret")
    own_account.remove_passkey(workspace, login, "key-U1")
    with pytest.raises(LastOne):
        own_account.remove_password(workspace, login)
    own_account.add_identity(workspace, login, "https://a", "1")
    own_account.remove_password(workspace, login)
    with pytest.raises(LastOne):
        own_account.remove_identity(workspace, login, "https://a", "1")


def test_a_provider_can_be_removed_while_there_is_another_way_in(
    workspace: Workspace, login: Login
) -> None:
    own_account.add_identity(workspace, login, "https://a", "1")
    own_account.remove_identity(workspace, login, "https://a", "1")

    assert own_account.means_of(workspace, login).identities == []


def test_there_may_be_so_many_passkeys(workspace: Workspace, login: Login) -> None:
    for number in range(own_account.MAX_PASSKEYS - 1):
        own_account.add_passkey(workspace, login, a_passkey(credential_id=f"key {number}"))

    with pytest.raises(NotPermitted):
        own_account.add_passkey(workspace, login, a_passkey(credential_id="one more"))


CHANGES: list[Callable[[Workspace, Login], object]] = [
    lambda w, login: own_account.set_password(w, login, "hash", "secret"),
    lambda w, login: own_account.remove_password(w, login),
    lambda w, login: own_account.add_passkey(w, login, a_passkey(credential_id="x")),
    lambda w, login: own_account.remove_passkey(w, login, "key-U1"),
    lambda w, login: own_account.add_identity(w, login, "https://a", "1"),
    lambda w, login: own_account.remove_identity(w, login, "https://a", "1"),
    lambda w, login: own_account.replace_recovery_codes(w, login, ["x"]),
    lambda w, login: own_account.erase_account(w, login),
]


@pytest.mark.parametrize("change", CHANGES)
def test_asvs_7_5_1_ways_in_change_only_just_after_signing_in(
    workspace: Workspace, login: Login, clock: Clock, change: Callable[[Workspace, Login], object]
) -> None:
    clock.forward(minutes=15)

    with pytest.raises(NotPermitted):
        change(workspace, login)


@pytest.mark.parametrize("change", CHANGES)
def test_a_password_without_second_factor_changes_nothing(
    workspace: Workspace, login: Login, change: Callable[[Workspace, Login], object]
) -> None:
    half = replace(login, factors=(SignInFactor.PASSWORD,))

    with pytest.raises(NotPermitted):
        change(workspace, half)


def test_who_came_by_a_link_is_let_in_when_a_way_in_is_there(workspace: Workspace) -> None:
    account = add_account(workspace.store)
    workspace.store.access.accounts.remove_ways_in("U1")
    account = workspace.store.access.accounts.get("U1")
    login = sign_in.open_login(workspace, account, {SignInFactor.LINK}, "").login
    with pytest.raises(NotPermitted):
        own_account.finish(workspace, login, SignInFactor.PASSKEY)

    own_account.set_password(workspace, login, "hash", "secret")
    opened = own_account.finish(workspace, login, SignInFactor.PASSWORD)

    assert opened.login.factors == (SignInFactor.CODE, SignInFactor.PASSWORD)
    with pytest.raises(NotPermitted):
        own_account.finish(workspace, opened.login, SignInFactor.PASSWORD)


def test_asvs_7_4_5_own_logins_end_one_by_one_and_everywhere(
    workspace: Workspace, login: Login
) -> None:
    account = workspace.store.access.accounts.get("U1")
    other = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login
    assert len(own_account.logins_of(workspace, login)) == 2

    own_account.end_login(workspace, login, other.id)
    assert [one.id for one in own_account.logins_of(workspace, login)] == [login.id]
    own_account.sign_out_everywhere(workspace, login)
    assert own_account.logins_of(workspace, login) == []


def test_an_account_is_erased_by_its_owner_but_not_the_last_owner(
    workspace: Workspace, login: Login
) -> None:
    owner = an_office(workspace).owner
    account = workspace.store.access.accounts.get(owner.account)
    last = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login

    own_account.erase_account(workspace, login)
    assert workspace.store.access.accounts.find("u1@example.org") is None
    with pytest.raises(LastOne):
        own_account.erase_account(workspace, last)
