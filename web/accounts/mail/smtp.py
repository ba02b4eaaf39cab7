"""Send a mail with the server of the settings."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from settings import Settings

PATIENCE = 15  # seconds for each answer of the server


class MailNotSent(Exception):
    """Raised when the server did not take a mail; it is tried again later."""


def send(message: EmailMessage, settings: Settings) -> None:
    """Send a mail. Raises MailNotSent, which names no address."""
    try:
        with _line(settings) as line:
            line.send_message(message)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise MailNotSent(type(error).__name__) from None


@contextmanager
def _line(settings: Settings) -> Iterator[smtplib.SMTP]:
    """Give a line to the server, encrypted as the settings say, and signed in."""
    context = ssl.create_default_context()
    where = settings.mail_host, settings.mail_port
    if settings.mail_tls == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=PATIENCE, context=context)
    else:
        line = smtplib.SMTP(*where, timeout=PATIENCE)
    with line:
        if settings.mail_tls == "starttls":
            line.starttls(context=context)
        if settings.mail_user:
            line.login(settings.mail_user, settings.mail_password.get_secret_value())
        yield line
