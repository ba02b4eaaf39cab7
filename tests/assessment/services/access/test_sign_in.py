"""Signing in: who is let in, who is slowed down, and what a login opens."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.access.accounts import Account, SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.errors import SignInRefused, TooOften
from assessment.respondents import token_hash
from assessment.services.access import own_account, sign_in
from assessment.services.context import Workspace
from tests.support.access import add_account, add_member, an_organisation
from tests.support.builders import NOW, Clock

SECRET = "JBSWY3DPEHPK3PXP"


def fits(word: str) -> Callable[[str | None], bool]:
    """Return what compares a password with a hash, which is the password itself here."""
    return lambda stored: stored == word


@pytest.fixture
def account(workspace: Workspace) -> Account:
    """An account with a passkey, and a password with an app that makes codes."""
    made = add_account(workspace.store)
    both = replace(made, password_hash="right", code_secret=SECRET)
    return workspace.store.access.accounts.save(both)


def begin(workspace: Workspace, account: Account) -> sign_in.OpenedLogin:
    return sign_in.open_login(workspace, account, {SignInFactor.PASSWORD}, "Firefox")


def test_asvs_6_3_3_a_password_alone_opens_nothing(workspace: Workspace, account: Account) -> None:
    found = sign_in.check_password(workspace, "U1@Example.org", "", fits("right"))
    opened = begin(workspace, found)

    assert not opened.login.is_complete
    assert sign_in.signed_in(workspace, opened.login.id) is None


def test_asvs_7_2_4_the_second_factor_gives_a_new_token_and_ends_the_old_one(
    workspace: Workspace, account: Account
) -> None:
    first = begin(workspace, account)
    second = sign_in.check_second(workspace, first.login, "", lambda _account: True)

    assert second.login.is_complete
    assert sign_in.find_login(workspace, first.token) is None
    assert sign_in.find_login(workspace, second.token) == second.login
    assert second.token not in str(second.login)


@pytest.mark.parametrize("address", ["u1@example.org", "nobody@example.org", "no address", ""])
def test_asvs_6_3_8_a_wrong_guess_is_refused_alike_for_everybody(
    workspace: Workspace, account: Account, address: str
) -> None:
    asked = []

    def verify(stored: str | None) -> bool:
        asked.append(stored)
        return False

    with pytest.raises(SignInRefused) as refused:
        sign_in.check_password(workspace, address, "", verify)

    assert str(refused.value) == "That did not work. Check what you typed and try again."
    assert len(asked) == 1  # also without an account, so that it takes as long


def test_a_password_without_an_app_and_a_disabled_account_are_refused(
    workspace: Workspace, account: Account
) -> None:
    accounts = workspace.store.access.accounts
    alone = accounts.save(replace(account, code_secret=None))
    with pytest.raises(SignInRefused):
        sign_in.check_password(workspace, account.address, "", fits("right"))

    disabled = accounts.save(replace(alone, code_secret=SECRET, disabled_at=NOW))
    with pytest.raises(SignInRefused):
        sign_in.check_password(workspace, account.address, "", fits("right"))
    with pytest.raises(SignInRefused):
        sign_in.open_login(workspace, disabled, {SignInFactor.PASSKEY}, "")


def guess(workspace: Workspace, address: str, device: str = "") -> None:
    with pytest.raises(SignInRefused):
        sign_in.check_password(workspace, address, device, fits("wrong"))


def test_asvs_6_3_1_guesses_are_slowed_down_and_do_not_lock_out_the_known_browser(
    workspace: Workspace, account: Account, clock: Clock
) -> None:
    device = sign_in.known_device(workspace, account.id)
    for _ in range(sign_in.GUESSES):
        guess(workspace, account.address)
    for _ in range(990):  # a thousand in all: each is refused before the password is looked at
        with pytest.raises(TooOften):
            sign_in.check_password(workspace, account.address, "", fits("right"))

    assert sign_in.check_password(workspace, account.address, device, fits("right")) == account
    clock.forward(minutes=1)
    assert sign_in.check_password(workspace, account.address, "", fits("right")) == account


def test_a_known_browser_that_guesses_is_slowed_down_too(
    workspace: Workspace, account: Account
) -> None:
    device = sign_in.known_device(workspace, account.id)
    for _ in range(sign_in.OWN_GUESSES):
        guess(workspace, account.address, device)

    with pytest.raises(TooOften):
        sign_in.check_password(workspace, account.address, device, fits("right"))


def test_guesses_over_many_accounts_are_slowed_down(workspace: Workspace) -> None:
    for number in range(sign_in.ALL_GUESSES):
        guess(workspace, f"name{number}@example.org")

    with pytest.raises(TooOften):
        sign_in.check_password(workspace, "another@example.org", "", fits("x"))


def test_the_second_factor_can_be_guessed_no_more_than_a_password(
    workspace: Workspace, account: Account
) -> None:
    login = begin(workspace, account).login
    for _ in range(sign_in.GUESSES):
        with pytest.raises(SignInRefused):
            sign_in.check_second(workspace, login, "", lambda _account: False)

    with pytest.raises(TooOften):
        sign_in.check_second(workspace, login, "", lambda _account: True)
    with pytest.raises(TooOften):
        sign_in.use_recovery_code(workspace, login, "", "one")


def test_a_login_of_a_link_gets_no_second_factor(workspace: Workspace, account: Account) -> None:
    login = sign_in.open_login(workspace, account, {SignInFactor.LINK}, "").login

    with pytest.raises(SignInRefused):
        sign_in.check_second(workspace, login, "", lambda _account: True)


def test_a_recovery_code_takes_the_place_of_the_app_once(
    workspace: Workspace, account: Account
) -> None:
    fresh = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login
    own_account.replace_recovery_codes(workspace, fresh, ["abcd-efgh"])

    opened = sign_in.use_recovery_code(
        workspace, begin(workspace, account).login, "", " ABCD-efgh "
    )

    assert opened.login.factors == (SignInFactor.PASSWORD, SignInFactor.RECOVERY)
    with pytest.raises(SignInRefused):
        sign_in.use_recovery_code(workspace, begin(workspace, account).login, "", "abcd-efgh")


def test_a_login_opens_the_organisation_that_was_asked_for(
    workspace: Workspace, account: Account
) -> None:
    store = workspace.store.access
    for name in ("ORG1", "ORG2", "ORG3"):
        store.organisations.save(an_organisation(name))
    for name in ("ORG1", "ORG2"):
        store.memberships.add(Membership(f"M-{name}", "U1", name, MembershipKind.READER))
    login = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login

    def opened(wanted: str) -> str | None:
        found = sign_in.signed_in(workspace, login.id, wanted)
        assert found is not None
        assert [o.id for o in found.organisations] == ["ORG1", "ORG2"]
        return found.access.organisation

    assert [opened(wanted) for wanted in ("", "ORG2", "ORG3")] == ["ORG1", "ORG2", "ORG1"]
    open_to_them = sign_in.workspaces_of(workspace, login.id)
    assert [one.access.organisation for one in open_to_them] == ["ORG1", "ORG2"]


def test_who_has_no_membership_sees_no_project(workspace: Workspace, account: Account) -> None:
    login = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").login
    found = sign_in.signed_in(workspace, login.id)

    assert found is not None
    assert found.access.organisation is None
    assert sign_in.opened_workspace(workspace, found.access).store.projects.all() == []


def test_asvs_7_3_2_a_login_of_a_server_admin_is_short(workspace: Workspace) -> None:
    admin = add_member(workspace.store, MembershipKind.SERVER_ADMIN, None)
    account = workspace.store.access.accounts.get(admin.account)
    login = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "x" * 100).login

    assert (login.ends_at - NOW).total_seconds() == 12 * 60 * 60
    assert len(login.label) == sign_in.MAX_LABEL


def test_that_a_login_is_used_keeps_it_going(
    workspace: Workspace, account: Account, clock: Clock
) -> None:
    token = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").token
    for _ in range(3):
        clock.forward(hours=11)
        login = sign_in.find_login(workspace, token)
        assert login is not None
        sign_in.mark_login(workspace, login)
    clock.forward(hours=13)
    assert sign_in.find_login(workspace, token) is None


def test_asvs_7_4_1_a_login_ends_by_signing_out(workspace: Workspace, account: Account) -> None:
    opened = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "")

    sign_in.sign_out(workspace, opened.login)

    assert sign_in.find_login(workspace, opened.token) is None
    assert sign_in.signed_in(workspace, opened.login.id) is None
    assert sign_in.workspaces_of(workspace, opened.login.id) == []


def test_asvs_16_3_1_coming_in_is_logged_and_so_is_every_refusal(
    workspace: Workspace, account: Account
) -> None:
    guess(workspace, account.address)
    guess(workspace, "nobody@example.org")
    opened = sign_in.check_second(
        workspace, begin(workspace, account).login, "", lambda _account: True
    )
    sign_in.sign_out(workspace, opened.login)

    entries = workspace.store.access.log.page(None)
    assert [(entry.act, entry.account) for entry in entries] == [
        ("signed_out", "U1"),
        ("signed_in", "U1"),
        ("sign_in_begun", "U1"),
        ("sign_in_refused", None),
        ("sign_in_refused", "U1"),
    ]
    assert "nobody" not in str(entries)


def test_asvs_6_3_1_another_spelling_of_an_address_gives_no_more_guesses(
    workspace: Workspace, account: Account
) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in account.address)
    for _ in range(sign_in.GUESSES):
        guess(workspace, account.address)

    with pytest.raises(TooOften):
        sign_in.check_password(workspace, wide, "", fits("right"))


def test_several_accounts_are_known_in_one_browser(workspace: Workspace, account: Account) -> None:
    other = add_account(workspace.store, "U2")
    device = sign_in.known_device(workspace, account.id)

    assert sign_in.known_device(workspace, other.id, device) == device
    known = workspace.store.access.accounts.knows_device
    assert known(account.id, token_hash(device))
    assert known(other.id, token_hash(device))
    assert sign_in.known_device(workspace, account.id, "no token") != "no token"


def test_asvs_16_4_entries_of_the_log_are_erased_after_a_year(
    workspace: Workspace, account: Account, clock: Clock
) -> None:
    sign_in.note(workspace, "sign_in_refused", account)
    clock.forward(days=366)
    sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "")

    assert [entry.act for entry in workspace.store.access.log.page(None)] == ["signed_in"]
