"""One's own account: name, ways to sign in, logins, and erasing it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assessment.access.accounts import (
    Account,
    Identity,
    Passkey,
    SignInFactor,
    SignInMeans,
    checked_account,
)
from assessment.access.logins import Login
from assessment.errors import LastOne, NotPermitted
from assessment.respondents import token_hash
from assessment.services.access.sign_in import OpenedLogin, note, open_login
from assessment.services.context import Workspace
from assessment.text import short_text

MAX_PASSKEYS = 20


def means_of(workspace: Workspace, login: Login) -> SignInMeans:
    """Return with what somebody signs in."""
    return workspace.store.access.accounts.means(login.account)


def rename(workspace: Workspace, login: Login, name: str, language: str) -> Account:
    """Change the name that others of the organisation see, and the language. Raises InvalidInput."""
    accounts = workspace.store.access.accounts
    account = replace(accounts.get(login.account), name=name, language=language)
    return accounts.save(checked_account(account))


def set_password(workspace: Workspace, login: Login, password_hash: str, secret: str) -> None:
    """Set a password with the secret of an app that makes codes: one is no way in without the other.

    All other logins end. Raises NotPermitted for who signed in too long ago.
    """
    _require_fresh(workspace, login)
    accounts = workspace.store.access.accounts
    account = accounts.get(login.account)
    accounts.save(replace(account, password_hash=password_hash, code_secret=secret, code_used=0))
    _end_others(workspace, login)


def remove_password(workspace: Workspace, login: Login) -> None:
    """Remove password and app. Raises LastOne for the last way in, NotPermitted as `set_password`."""
    _require_fresh(workspace, login)
    accounts = workspace.store.access.accounts
    means = accounts.means(login.account)
    if not (means.passkeys or means.identities):
        raise LastOne("way to sign in")
    accounts.save(replace(means.account, password_hash=None, code_secret=None))
    accounts.replace_recovery_codes(login.account, [])
    _end_others(workspace, login)


def add_passkey(workspace: Workspace, login: Login, passkey: Passkey) -> None:
    """Add a passkey. Raises NotPermitted as `set_password`, or for too many of them."""
    _require_fresh(workspace, login)
    accounts = workspace.store.access.accounts
    if len(accounts.means(login.account).passkeys) >= MAX_PASSKEYS:
        raise NotPermitted("add_passkey")
    name = short_text("name", passkey.name) or login.label
    accounts.add_passkey(replace(passkey, account=login.account, name=name))
    _end_others(workspace, login)


def remove_passkey(workspace: Workspace, login: Login, credential_id: str) -> None:
    """Remove a passkey. Raises LastOne for the last way in, NotPermitted as `set_password`."""
    _require_fresh(workspace, login)
    workspace.store.access.accounts.remove_passkey(login.account, credential_id)
    _end_others(workspace, login)


def add_identity(workspace: Workspace, login: Login, issuer: str, subject: str) -> None:
    """Add who one is at a provider. Raises StaleWrite if another account is, NotPermitted as above."""
    _require_fresh(workspace, login)
    identity = Identity(issuer, subject, login.account)
    workspace.store.access.accounts.add_identity(identity)
    _end_others(workspace, login)


def remove_identity(workspace: Workspace, login: Login, issuer: str, subject: str) -> None:
    """Remove a provider. Raises LastOne for the last way in, NotPermitted as `set_password`."""
    _require_fresh(workspace, login)
    workspace.store.access.accounts.remove_identity(login.account, issuer, subject)
    _end_others(workspace, login)


def replace_recovery_codes(workspace: Workspace, login: Login, codes: Collection[str]) -> None:
    """Replace the recovery codes; only their hashes are kept. Raises NotPermitted."""
    _require_fresh(workspace, login)
    hashes = [token_hash(f"{login.account} {code}") for code in codes]
    workspace.store.access.accounts.replace_recovery_codes(login.account, hashes)


def finish(workspace: Workspace, login: Login, factor: SignInFactor) -> OpenedLogin:
    """Return a complete login for who came by a link and has just set up a way in with `factor`.

    Raises NotPermitted for an account that cannot sign in yet.
    """
    means = means_of(workspace, login)
    if SignInFactor.LINK not in login.factors or not means.can_sign_in:
        raise NotPermitted("finish")
    factors = (
        {SignInFactor.PASSWORD, SignInFactor.CODE} if factor is SignInFactor.PASSWORD else {factor}
    )
    return open_login(workspace, means.account, factors, login.label, login)


def logins_of(workspace: Workspace, login: Login) -> Sequence[Login]:
    """Return one's own logins, the newest use first."""
    return workspace.store.access.logins.of(login.account)


def end_login(workspace: Workspace, login: Login, login_id: str) -> None:
    """End one of one's own logins."""
    workspace.store.access.logins.end(login.account, [login_id])


def sign_out_everywhere(workspace: Workspace, login: Login) -> None:
    """End all of one's own logins, this one too."""
    workspace.store.access.logins.end_all(login.account)


def erase_account(workspace: Workspace, login: Login) -> None:
    """Erase one's own account, with memberships and logins; what it did to projects stays.

    Raises LastOne for the last owner of an organisation or the last server admin, NotPermitted.
    """
    _require_fresh(workspace, login)
    workspace.store.access.accounts.erase(login.account)


def _require_fresh(workspace: Workspace, login: Login) -> None:
    may = login.is_complete or SignInFactor.LINK in login.factors
    if not may or not login.is_fresh(workspace.now()):
        raise NotPermitted("sign_in_again")


def _end_others(workspace: Workspace, login: Login) -> None:
    note(workspace, "ways_in_changed", workspace.store.access.accounts.get(login.account))
    workspace.store.access.logins.end_all(login.account, but=login.id)
