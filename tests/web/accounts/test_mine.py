"""One's own account."""

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from tests.support.access import an_organisation
from tests.support.web.phone import Phone


def test_name_and_language_are_changed(workspace: Workspace, signed_in: Phone) -> None:
    signed_in.sends("/account/", name="Anders", language="nl")

    assert signed_in.page.language == "nl"
    account = workspace.store.access.accounts.get("U1")
    assert (account.name, account.language) == ("Anders", "nl")
    assert signed_in.sends("/account/", name="", language="nl").status == 422


def test_asvs_7_5_2_own_logins_are_listed_and_ended(workspace: Workspace, signed_in: Phone) -> None:
    account = workspace.store.access.accounts.get("U1")
    other = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "Safari, iPhone")
    assert "Safari, iPhone" in signed_in.opens("/account/").page.text

    signed_in.sends("/account/logins", login=other.login.id)
    assert sign_in.find_login(workspace, other.token) is None
    assert "Safari" not in signed_in.page.text
    assert signed_in.sends("/account/logins", login="all").page.heading == "Sign in"
    assert workspace.store.access.logins.of("U1") == []


def test_an_account_is_erased_by_who_types_its_address(
    workspace: Workspace, signed_in: Phone
) -> None:
    assert signed_in.opens("/account/erase").page.heading == "Erase my account"
    assert signed_in.sends("/account/erase", address="another@example.org").status == 422
    assert signed_in.sends("/account/erase", address="U1@example.org").page.heading == (
        "Your account is erased"
    )
    assert workspace.store.access.accounts.all() == []


def test_the_last_owner_cannot_be_erased(workspace: Workspace, signed_in: Phone) -> None:
    workspace.store.access.organisations.save(an_organisation())
    workspace.store.access.memberships.add(Membership("M1", "U1", "ORG1", MembershipKind.OWNER))

    assert signed_in.sends("/account/erase", address="u1@example.org").status == 422
    assert "Add another one first" in signed_in.page.text
