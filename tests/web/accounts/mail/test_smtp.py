"""Sending with a real server."""

import ssl
from email.message import EmailMessage
from pathlib import Path

import pytest
from pydantic import SecretStr

from settings import Settings
from tests.support.web.front import certificate
from tests.support.web.mailbox import Mailbox, running
from web.accounts.mail.smtp import MailNotSent, send


def a_letter() -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "spiegel@example.org", "kim@example.org"
    letter.set_content("Dag")
    return letter


def test_a_mail_comes_in_with_a_password_and_a_wrong_one_is_told_without_an_address() -> None:
    box = Mailbox()
    given = Settings(**box.settings, mail_user="spiegel", mail_password=SecretStr("right"))  # type: ignore[arg-type]
    with running(box, password="right"):
        send(a_letter(), given)
        with pytest.raises(MailNotSent, match=r"^SMTP\w+$"):
            send(a_letter(), given.model_copy(update={"mail_password": SecretStr("wrong")}))

    assert box.receivers == ["kim@example.org"]


@pytest.mark.parametrize("kind", ["tls", "starttls"])
def test_a_line_that_is_not_encrypted_as_it_should_be_carries_no_mail(
    kind: str, tmp_path: Path
) -> None:
    box = Mailbox()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(tmp_path))  # which nobody vouches for
    given = Settings(**{**box.settings, "mail_tls": kind})  # type: ignore[arg-type]
    with running(box, context if kind == "tls" else None), pytest.raises(MailNotSent):
        send(a_letter(), given)

    assert box.letters == []


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(MailNotSent, match="ConnectionRefusedError"):
        send(a_letter(), Settings(**Mailbox().settings))  # type: ignore[arg-type]
