"""What is asked of a database about accounts: one small Protocol per noun. `storage/access` implements them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from assessment.access.accounts import Account, Device, Identity, Passkey, SignInMeans
from assessment.access.links import AccountLink
from assessment.access.log import LoggedAct
from assessment.access.logins import Login, OwnAccess
from assessment.access.mails import DueDay, Mail
from assessment.access.memberships import Membership, Organisation


class OrganisationsStore(Protocol):
    """Stores organisations."""

    def all(self) -> list[Organisation]:
        """Return all organisations by name."""

    def get(self, organisation_id: str) -> Organisation:
        """Return one organisation. Raises NotFound."""

    def save(self, organisation: Organisation) -> Organisation:
        """Insert (version 0) or update an organisation. Raises StaleWrite, NotFound.

        The first one that is inserted gets the projects, and the sessions on none, of before any account.
        """

    def erase(self, organisation_id: str) -> None:
        """Erase an organisation with its projects and memberships. Erasing twice is no error."""


class AccountsStore(Protocol):
    """Stores accounts and what they sign in with."""

    def any(self) -> bool:
        """Return whether anybody can sign in: then nobody is let in without an account."""

    def all(self) -> list[Account]:
        """Return all accounts by address."""

    def get(self, account_id: str) -> Account:
        """Return one account. Raises NotFound."""

    def find(self, address: str) -> Account | None:
        """Return the account with a checked address, None if there is none."""

    def means(self, account_id: str) -> SignInMeans:
        """Return with what an account signs in. Raises NotFound."""

    def save(self, account: Account) -> Account:
        """Insert (version 0) or update an account. Raises StaleWrite, NotFound, and InvalidInput for
        an address that another account has."""

    def erase(self, account_id: str) -> None:
        """Erase an account with its memberships, logins and ways in. Erasing twice is no error.

        Raises LastOne as `end` of a membership.
        """

    def add_passkey(self, passkey: Passkey) -> None:
        """Add a passkey. Raises StaleWrite for an id that is known already, NotFound."""

    def passkey(self, credential_id: str) -> Passkey | None:
        """Return a passkey, None if it is not known."""

    def use_passkey(self, credential_id: str, sign_count: int) -> bool:
        """Note that a passkey was used; return False when its counter went back: it was copied."""

    def remove_passkey(self, account_id: str, credential_id: str) -> None:
        """Remove a passkey of an account. Removing twice is no error. Raises LastOne."""

    def add_identity(self, identity: Identity) -> None:
        """Add who an account is at a provider. Raises StaleWrite for one that is known already."""

    def identity(self, issuer: str, subject: str) -> Identity | None:
        """Return who somebody is here, None if not known."""

    def remove_identity(self, account_id: str, issuer: str, subject: str) -> None:
        """Remove a provider of an account. Removing twice is no error. Raises LastOne."""

    def remove_ways_in(self, account_id: str) -> None:
        """Remove all that an account signs in with: it begins anew."""

    def replace_recovery_codes(self, account_id: str, hashes: Collection[str]) -> None:
        """Replace the recovery codes of an account."""

    def use_recovery_code(self, account_id: str, code_hash: str) -> bool:
        """Use a recovery code; return False when it is not (any more) one of this account."""

    def note_device(self, device: Device) -> None:
        """Note a browser in which somebody signed in, and forget those of a year ago."""

    def knows_device(self, account_id: str | None, device_hash: str) -> bool:
        """Return whether somebody signed in to an account (None: to any) in this browser before."""

    def use_code(self, account_id: str, period: int) -> bool:
        """Note the period of a code of an app; return False when it, or a later one, was used."""


class LoginsStore(Protocol):
    """Stores logins."""

    def add(self, login: Login) -> None:
        """Add a login, and forget those that are over."""

    def find(self, token_hash: str) -> Login | None:
        """Return a login of an enabled account that is not over, None if there is none."""

    def get(self, login_id: str) -> Login | None:
        """Return a login of an enabled account that is not over, by its id; None if there is none."""

    def access(self, login_id: str) -> OwnAccess | None:
        """Return a login as `get` does, with all that it opens: what every click asks for."""

    def of(self, account_id: str) -> list[Login]:
        """Return the logins of an account that are not over, the newest use first."""

    def mark(self, login_id: str) -> None:
        """Note that a login is in use."""

    def end(self, account_id: str, login_ids: Collection[str]) -> None:
        """End logins of an account. Ending twice is no error."""

    def end_all(self, account_id: str, but: str | None = None) -> None:
        """End all logins of an account, but for one."""


class MembershipsStore(Protocol):
    """Stores memberships."""

    def of_account(self, account_id: str) -> list[Membership]:
        """Return the memberships of an account that hold today."""

    def of_organisation(self, organisation_id: str) -> list[Membership]:
        """Return the memberships of an organisation, also those that are over."""

    def admins(self) -> list[Membership]:
        """Return the memberships of server admins."""

    def add(self, membership: Membership) -> None:
        """Add a membership; one just like it is there already: nothing is added. Raises NotFound."""

    def end(self, organisation_id: str | None, membership_id: str) -> None:
        """End a membership. Ending twice is no error.

        Raises LastOne for the last owner of the organisation, or the last server admin, who can sign in.
        """


class AccountLinksStore(Protocol):
    """Stores links that work once."""

    def add(self, link: AccountLink, *, replaces: bool = False) -> None:
        """Add a link; if it `replaces`, unused ones of its purpose and account go."""

    def find(self, link_hash: str) -> AccountLink | None:
        """Return a link that still works, None if there is none."""

    def spend(self, link_hash: str) -> AccountLink:
        """Use a link, once. Raises LinkSpent."""

    def waiting(self, organisation_id: str) -> list[AccountLink]:
        """Return the links to join an organisation that still work, the newest first."""

    def withdraw(self, organisation_id: str, link_hash: str) -> None:
        """Withdraw a link to join an organisation. Withdrawing twice is no error."""


class LogStore(Protocol):
    """Stores the log of acts. Nothing in it changes."""

    def add(self, entry: LoggedAct, *, once_a_minute: bool = False) -> None:
        """Add an entry; `once_a_minute`, not when the same was added here less than a minute ago."""

    def page(
        self, organisation_id: str | None, *, act: str = "", start: int = 0, most: int = 50
    ) -> Sequence[LoggedAct]:
        """Return entries of an organisation (None: of the server), the newest first."""

    def forget(self, before: datetime) -> None:
        """Erase entries from before a moment, the oldest first and not all at once."""


class OutboxStore(Protocol):
    """Stores mails that wait to be sent."""

    def add(self, mail: Mail) -> None:
        """Add a mail; one with its id is there already: nothing is added. Mails that are over go."""

    def claim(self) -> Mail | None:
        """Return the next mail to send, for this process alone during CLAIMED_FOR; None if there is none."""

    def mark_sent(self, mail_id: str) -> None:
        """Note that a mail was sent, and forget what stood in it."""

    def put_off(self, mail_id: str, until: datetime) -> None:
        """Let a mail wait that could not be sent."""

    def stop_token(self, account_id: str, new: str) -> str | None:
        """Return the token with which an account stops its reminders, `new` if it has none yet.

        None for who stopped them.
        """

    def stop(self, token: str) -> bool:
        """Stop the reminders of the account with this token; return whether there is one."""

    def days(self, first: date, last: date) -> list[DueDay]:
        """Return the days to remind of, in organisations: ends of invitations and agreements that are open."""


class AccessStore(Protocol):
    """All that is stored about who may come in."""

    organisations: OrganisationsStore
    accounts: AccountsStore
    logins: LoginsStore
    memberships: MembershipsStore
    links: AccountLinksStore
    log: LogStore
    outbox: OutboxStore
