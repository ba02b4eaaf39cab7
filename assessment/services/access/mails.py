"""Mails of the program: a link that was made, and days to remind of. Without a mail server nothing is put by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from assessment.access.accounts import Account
from assessment.access.acts import MembershipKind
from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.mails import (
    REMIND_BEFORE,
    REMINDERS,
    DueDay,
    Mail,
    MailKind,
    wait_after,
)
from assessment.errors import LinkSpent
from assessment.respondents import token_hash
from assessment.services.context import Workspace

_KINDS = {LinkPurpose.JOIN: MailKind.JOIN, LinkPurpose.RESET: MailKind.RESET}
STOP_TRIES = 30  # wrong tokens in a minute


@dataclass(frozen=True)
class Posting:
    """A mail that is this process's to send."""

    mail: Mail
    organisation: str  # its name, empty if it is of none
    stop_token: str  # with which its receiver stops reminders, empty if it is none


def post_link(workspace: Workspace, link: AccountLink, token: str) -> None:
    """Put the mail with a link in the outbox, if there is an address to send it to."""
    accounts = workspace.store.access.accounts
    account = accounts.get(link.account) if link.account is not None else None
    address = link.address if account is None else account.address
    kind = _KINDS.get(link.purpose)
    if not workspace.sends_mail or kind is None or not address:
        return
    writer = accounts.get(link.made_by) if link.made_by is not None else None
    known = account or writer
    mail = Mail(
        id=f"{kind}:{link.hash}",
        kind=kind,
        address=address,
        language="" if known is None else known.language,
        thing=token,
        day=None,
        due_at=workspace.now(),
        until=link.until,
        account=link.account,
        organisation=link.organisation,
    )
    workspace.store.access.outbox.add(mail)


def post_reminders(workspace: Workspace) -> None:
    """Put a reminder in the outbox for each day that comes near: once, whoever does it and how often."""
    today = workspace.now().astimezone().date()
    outbox = workspace.store.access.outbox
    for day in outbox.days(today, today + REMIND_BEFORE):
        for account in _reminded(workspace, day):
            outbox.add(_reminder(day, account, workspace.now()))


def _reminder(day: DueDay, account: Account, now: datetime) -> Mail:
    return Mail(
        id=f"{day.kind}:{day.thing}:{day.day}:{account.id}",
        kind=day.kind,
        address=account.address,
        language=account.language,
        thing=day.project,
        day=day.day,
        due_at=now,
        until=datetime.combine(day.day + timedelta(days=1), time(), UTC),
        account=account.id,
        organisation=day.organisation,
    )


def _reminded(workspace: Workspace, day: DueDay) -> Iterable[Account]:
    """Return the coordinators of a project; the owners where it has none."""
    store = workspace.store.access
    today = workspace.now().date()
    held = [m for m in store.memberships.of_organisation(day.organisation) if m.holds(today)]
    coordinators = {
        m.account
        for m in held
        if m.kind is MembershipKind.COORDINATOR and m.project in (None, day.project)
    }
    owners = {m.account for m in held if m.kind is MembershipKind.OWNER}
    accounts = map(store.accounts.get, sorted(coordinators or owners))
    return [account for account in accounts if account.is_enabled]


def next_posting(workspace: Workspace) -> Posting | None:
    """Return the next mail to send, None if there is none; what is not wanted any more is let go."""
    outbox = workspace.store.access.outbox
    while (mail := outbox.claim()) is not None:
        posting = _posting(workspace, mail)
        if posting is not None:
            return posting
        outbox.mark_sent(mail.id)
    return None


def _posting(workspace: Workspace, mail: Mail) -> Posting | None:
    """Return what to send; None for a link that was used or withdrawn, or reminders that were stopped."""
    store = workspace.store.access
    name = store.organisations.get(mail.organisation).name if mail.organisation else ""
    if mail.kind not in REMINDERS:
        works = store.links.find(token_hash(mail.thing)) is not None
        return Posting(mail, name, "") if works else None
    if mail.account is None or not store.accounts.get(mail.account).is_enabled:
        return None
    token = store.outbox.stop_token(mail.account, workspace.new_token())
    return None if token is None else Posting(mail, name, token)


def was_sent(workspace: Workspace, mail: Mail) -> None:
    """Note that a mail was sent."""
    workspace.store.access.outbox.mark_sent(mail.id)


def could_not_send(workspace: Workspace, mail: Mail) -> None:
    """Let a mail wait, longer each time."""
    workspace.store.access.outbox.put_off(mail.id, workspace.now() + wait_after(mail.tries))


def stop_reminders(workspace: Workspace, token: str) -> None:
    """Stop the reminders of who got a mail with this token. Raises LinkSpent, TooOften."""
    workspace.store.rate_limits.check("stop-reminders", STOP_TRIES)
    if not workspace.store.access.outbox.stop(token):
        workspace.store.rate_limits.count("stop-reminders", STOP_TRIES)
        raise LinkSpent
