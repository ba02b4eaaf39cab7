"""Wrong codes of an app, counted over a day."""

from dataclasses import replace

import pytest

from assessment.access.accounts import Account, SignInFactor
from assessment.errors import SignInRefused, TooOftenToday
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.builders import Clock


@pytest.fixture
def account(workspace: Workspace) -> Account:
    made = add_account(workspace.store)
    both = replace(made, password_hash="right", code_secret="JBSWY3DPEHPK3PXP")
    return workspace.store.access.accounts.save(both)


def begin(workspace: Workspace, account: Account) -> sign_in.OpenedLogin:
    return sign_in.open_login(workspace, account, {SignInFactor.PASSWORD}, "Firefox")


def test_asvs_6_6_3_codes_are_counted_over_the_day_and_never_keep_out_the_known_browser(
    workspace: Workspace, account: Account, clock: Clock
) -> None:
    device = sign_in.known_device(workspace, account.id)
    login = begin(workspace, account).login
    for _ in range(sign_in.CODES_A_DAY):
        clock.forward(minutes=1)
        with pytest.raises(SignInRefused):
            sign_in.check_second(workspace, login, "", lambda _account: False)

    clock.forward(minutes=1)
    with pytest.raises(TooOftenToday):
        sign_in.check_second(workspace, login, "", lambda _account: True)
    with pytest.raises(TooOftenToday):
        sign_in.use_recovery_code(workspace, login, "", "one")
    assert sign_in.check_second(workspace, login, device, lambda _account: True).login.is_complete
    clock.forward(hours=24)
    again = begin(workspace, account).login
    assert sign_in.check_second(workspace, again, "", lambda _account: True).login.is_complete


def test_asvs_6_6_3_a_known_browser_that_guesses_codes_is_stopped_too(
    workspace: Workspace, account: Account, clock: Clock
) -> None:
    device = sign_in.known_device(workspace, account.id)
    login = begin(workspace, account).login
    for _ in range(sign_in.OWN_CODES_A_DAY):
        clock.forward(minutes=1)
        with pytest.raises(SignInRefused):
            sign_in.check_second(workspace, login, device, lambda _account: False)

    clock.forward(minutes=1)
    with pytest.raises(TooOftenToday):
        sign_in.check_second(workspace, login, device, lambda _account: True)
