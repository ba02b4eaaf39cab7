"""What a mail says: plain text and HTML, in the language of who gets it, and nothing of a result."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from assessment.access.mails import Mail, MailKind
from assessment.respondents import token_hash
from assessment.services.access.mails import Posting
from locales import LANGUAGES, Translator, translator
from settings import Settings
from web.accounts.render import render

ACCOUNT = "/account"


@dataclass(frozen=True)
class _Words:
    subject: str
    lines: tuple[str, ...]
    path: str
    after: tuple[str, ...] = ()


def compose(posting: Posting, settings: Settings, now: datetime) -> EmailMessage:
    """Return a mail, ready to be sent."""
    mail = posting.mail
    known = mail.language if mail.language in LANGUAGES else settings.first_language
    t = translator(known)
    words, site = _words(t, posting), settings.screens_address
    stop = f"{site}{ACCOUNT}/stop/{posting.stop_token}" if posting.stop_token else ""
    message = EmailMessage()
    message["Subject"] = words.subject
    message["From"] = Address("Mentorspiegel", addr_spec=settings.mail_from)
    message["To"] = mail.address
    message["Date"] = format_datetime(now)
    # the same each time that it is tried: who gets it twice can tell
    message["Message-ID"] = f"<{token_hash(mail.id)[:32]}@{settings.mail_from.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    if stop:
        message["List-Unsubscribe"] = f"<{stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    shown = {"subject": words.subject, "lines": words.lines, "after": words.after}
    address = f"{site}{words.path}"
    below = (f"{t('Stop reminders')}: {stop}",) if stop else ()
    message.set_content("\n\n".join((*words.lines, address, *words.after, *below)) + "\n")
    page = render("mail", t, {**shown, "address": address, "stop": stop})
    message.add_alternative(page, subtype="html")
    return message


def _words(t: Translator, posting: Posting) -> _Words:
    mail = posting.mail
    makers = {
        MailKind.JOIN: _join,
        MailKind.RESET: _reset,
        MailKind.INVITATION_ENDS: _invitation_ends,
        MailKind.AGREEMENT_DUE: _agreement_due,
    }
    return makers[mail.kind](t, mail, " ".join(posting.organisation.split()))


def _join(t: Translator, mail: Mail, organisation: str) -> _Words:
    name = organisation or "Mentorspiegel"
    return _Words(
        t("An invitation to join {organisation}", organisation=name),
        (
            t("You are invited to work with Mentorspiegel: {organisation}.", organisation=name),
            t("Open this address within 7 days and choose how you sign in. It works once."),
        ),
        f"{ACCOUNT}/join/{mail.thing}",
        (t("Do you not know what this is about? Then do nothing."),),
    )


def _reset(t: Translator, mail: Mail, _organisation: str) -> _Words:
    return _Words(
        t("New ways to sign in"),
        (t("Open this address within 10 minutes and choose a new way to sign in. It works once."),),
        f"{ACCOUNT}/join/{mail.thing}",
        (t("Did you not ask for this? Then do nothing, and tell who runs Mentorspiegel for you."),),
    )


def _invitation_ends(t: Translator, mail: Mail, organisation: str) -> _Words:
    day = _day(t, mail)
    return _Words(
        t("An invitation ends on {day}", day=day),
        (
            t(
                "An invitation of {organisation} takes answers until and with {day}. "
                "Sign in to see how many took part, or to choose another day.",
                organisation=organisation,
                day=day,
            ),
        ),
        "/",
    )


def _agreement_due(t: Translator, mail: Mail, organisation: str) -> _Words:
    day = _day(t, mail)
    return _Words(
        t("An agreement is for {day}", day=day),
        (
            t(
                "An agreement of {organisation} is to be done by {day}. "
                "Sign in to write down how far it is.",
                organisation=organisation,
                day=day,
            ),
        ),
        "/",
    )


def _day(t: Translator, mail: Mail) -> str:
    return "" if mail.day is None else t.date(mail.day)
