"""Signing in and out, and what a login opens.

Passwords are hashed, and passkeys and providers asked, at the edge: here it is decided who is let in.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace

from assessment.access.accounts import Account, Device, SignInFactor, checked_address
from assessment.access.acts import MembershipKind
from assessment.access.log import KEPT, LoggedAct
from assessment.access.logins import Login, ends_at
from assessment.access.memberships import Access, Organisation
from assessment.errors import InvalidInput, SignInRefused, TooOften
from assessment.respondents import is_token, token_hash
from assessment.services.context import Workspace

GUESSES = (
    10  # wrong passwords or codes of one account in a minute, from browsers that are not known
)
OWN_GUESSES = 5  # the same in a browser in which somebody signed in before
ALL_GUESSES = 300  # of all accounts together
CODES_A_DAY = 30  # wrong codes of one account on one day, from browsers that are not known
OWN_CODES_A_DAY = 60  # the same in a browser in which somebody signed in before
MAX_LABEL = 60  # characters of the kind of a browser


@dataclass(frozen=True)
class OpenedLogin:
    """A new login and its token, which only the browser keeps."""

    login: Login
    token: str


@dataclass(frozen=True)
class SignedIn:
    """Who is at work: the account, what it may do, and the organisations it can open."""

    login: Login
    account: Account
    access: Access
    organisations: tuple[Organisation, ...]


def check_password(
    workspace: Workspace, address: str, device: str, verify: Callable[[str | None], bool]
) -> Account:
    """Return the account whose password was given.

    `verify` is asked with the hash, with None where there is no such account: it then takes the same
    time. Raises SignInRefused, and TooOften for who guesses; `device` is the token of a browser in which somebody signed in before.
    """
    account = _account(workspace, address)
    brake = _brake(workspace, address, account, device)
    brake.check()
    fits = verify(None if account is None else account.password_hash)
    if account is None or not fits or not account.is_enabled or not account.has_two_factors:
        brake.count()
        note(workspace, "sign_in_refused", account)
        raise SignInRefused
    return account


def check_second(
    workspace: Workspace, login: Login, device: str, verify: Callable[[Account], bool]
) -> OpenedLogin:
    """Return a complete login, after the second factor; the unfinished one ends.

    Raises SignInRefused, and TooOften for who guesses.
    """
    account = workspace.store.access.accounts.get(login.account)
    brake = _brake(workspace, account.address, account, device, of_codes=True)
    brake.check()
    if SignInFactor.PASSWORD not in login.factors or not verify(account):
        brake.count()
        note(workspace, "sign_in_refused", account)
        raise SignInRefused
    return open_login(
        workspace, account, {SignInFactor.PASSWORD, SignInFactor.CODE}, login.label, login
    )


def use_recovery_code(workspace: Workspace, login: Login, device: str, code: str) -> OpenedLogin:
    """Return a complete login, after a recovery code; it works once.

    Raises SignInRefused, and TooOften for who guesses.
    """
    accounts = workspace.store.access.accounts
    account = accounts.get(login.account)
    brake = _brake(workspace, account.address, account, device, of_codes=True)
    brake.check()
    wanted = token_hash(f"{account.id} {code.strip().casefold()}")
    if SignInFactor.PASSWORD not in login.factors or not accounts.use_recovery_code(
        account.id, wanted
    ):
        brake.count()
        note(workspace, "sign_in_refused", account)
        raise SignInRefused
    return open_login(
        workspace, account, {SignInFactor.PASSWORD, SignInFactor.RECOVERY}, login.label, login
    )


def open_login(
    workspace: Workspace,
    account: Account,
    factors: Collection[SignInFactor],
    label: str,
    instead_of: Login | None = None,
) -> OpenedLogin:
    """Return a new login with a new token. Raises SignInRefused for an account that is disabled.

    A login that it comes `instead_of` ends, whose ever it was.
    """
    if not account.is_enabled:
        raise SignInRefused
    now, token = workspace.now(), workspace.new_login_token()
    memberships = workspace.store.access.memberships.of_account(account.id)
    is_admin = any(m.kind is MembershipKind.SERVER_ADMIN for m in memberships)
    login = Login(
        id=workspace.new_id(),
        account=account.id,
        token_hash=token_hash(token),
        factors=tuple(sorted(factors)),
        started_at=now,
        seen_at=now,
        ends_at=ends_at(now, frozenset(factors), is_admin=is_admin),
        label=label[:MAX_LABEL],
    )
    access = workspace.store.access
    with workspace.store.all_or_nothing():
        access.logins.add(login)
        note(workspace, "signed_in" if login.is_complete else "sign_in_begun", account)
        if login.is_complete:
            access.log.forget(now - KEPT)
        if instead_of is not None:
            access.logins.end(instead_of.account, [instead_of.id])
    return OpenedLogin(login, token)


def known_device(workspace: Workspace, account_id: str, device: str = "") -> str:
    """Return a token by which a browser is known as one in which an account signed in.

    A browser keeps the one that it has: several accounts may be signed in to in it, one after another.
    """
    token = device if is_token(device) else workspace.new_token()
    known = Device(account_id, token_hash(token), f"{workspace.now():%Y-%m}")
    workspace.store.access.accounts.note_device(known)
    return token


def find_login(workspace: Workspace, token: str) -> Login | None:
    """Return the login of a token, None if there is none (any more)."""
    return workspace.store.access.logins.find(token_hash(token))


def mark_login(workspace: Workspace, login: Login) -> None:
    """Note that a login is in use, so that it goes on."""
    workspace.store.access.logins.mark(login.id)


def signed_in(workspace: Workspace, login_id: str, organisation: str = "") -> SignedIn | None:
    """Return who is at work with a complete login, in the organisation that was asked for.

    The first one by name if none was asked for, or one that is not theirs. None if the login ended.
    """
    own = workspace.store.access.logins.access(login_id)
    if own is None or not own.login.is_complete:
        return None
    theirs = [one.id for one in own.organisations]
    opened = organisation if organisation in theirs else next(iter(theirs), None)
    access = Access(own.account.id, opened, own.memberships)
    return SignedIn(own.login, own.account, access, own.organisations)


def opened_workspace(workspace: Workspace, access: Access) -> Workspace:
    """Return the workspace of who is at work: the store holds what they may see, and nothing else."""
    return replace(workspace, access=access, renew=None).opened_for_reading()


def workspaces_of(workspace: Workspace, login_id: str) -> list[Workspace]:
    """Return the workspace of who is at work in each of their organisations; none for who is nobody.

    Without accounts it is the one of the person at this machine.
    """
    if not workspace.store.access.accounts.any():
        return [workspace]
    who = signed_in(workspace, login_id)
    if who is None:
        return []
    return [
        opened_workspace(workspace, replace(who.access, organisation=found.id))
        for found in who.organisations
    ]


def sign_out(workspace: Workspace, login: Login) -> None:
    """End a login."""
    workspace.store.access.logins.end(login.account, [login.id])
    workspace.store.access.log.add(LoggedAct(workspace.now(), login.account, None, "signed_out"))


def note(workspace: Workspace, act: str, account: Account | None) -> None:
    """Log what happened to an account on its way in."""
    name = None if account is None else account.id
    workspace.store.access.log.add(LoggedAct(workspace.now(), name, None, act))


def _account(workspace: Workspace, address: str) -> Account | None:
    try:
        return workspace.store.access.accounts.find(checked_address(address))
    except InvalidInput:
        return None


@dataclass(frozen=True)
class _Brake:
    """Counts wrong guesses: of one account, in this browser or elsewhere, and of all.

    Codes are few, and whoever types one knows the password: they are counted over the day, too.
    """

    workspace: Workspace
    minutes: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...] = ()

    def check(self) -> None:
        limits = self.workspace.store.rate_limits
        for bucket, most in self.minutes:
            limits.check(bucket, most)
        for bucket, most in self.days:
            limits.check(bucket, most, daily=True)

    def count(self) -> None:
        limits = self.workspace.store.rate_limits
        for bucket, most in self.minutes:
            with suppress(TooOften):
                limits.count(bucket, most)
        for bucket, most in self.days:
            with suppress(TooOften):
                limits.count(bucket, most, daily=True)


def _brake(
    workspace: Workspace,
    address: str,
    account: Account | None,
    device: str,
    *,
    of_codes: bool = False,
) -> _Brake:
    """Return the brake for who signs in.

    In a browser that is known guesses of others count for nothing, so that nobody is locked out by them.
    """
    # an address can be written in many ways; all of them are guesses of the one account
    name = token_hash(account.address if account else address.strip().casefold())[:24]
    accounts = workspace.store.access.accounts
    device_hash = token_hash(device) if device else ""
    if account is not None and device and accounts.knows_device(account.id, device_hash):
        known = f"{name}:{device_hash[:24]}"
        days = ((f"codes:{known}", OWN_CODES_A_DAY),) if of_codes else ()
        return _Brake(workspace, ((f"sign-in:{known}", OWN_GUESSES),), days)
    days = ((f"codes:{name}", CODES_A_DAY),) if of_codes else ()
    return _Brake(workspace, ((f"sign-in:{name}", GUESSES), ("sign-in", ALL_GUESSES)), days)
