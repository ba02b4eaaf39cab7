"""A real mail server that takes what it is sent, and can refuse."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from tests.support.web.asking import free_port


class Mailbox:
    """What came in, and how the server behaves; a handler of aiosmtpd."""

    def __init__(self) -> None:
        self.port = free_port()
        self.letters: list[EmailMessage] = []
        self.receivers: list[str] = []
        self.refuses = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        """Take a mail, or refuse it for now."""
        if self.refuses:
            return "451 try again later"
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.receivers += envelope.rcpt_tos
        return "250 taken"

    @property
    def settings(self) -> dict[str, str]:
        """How the program is told of it."""
        return {
            "mail_host": "127.0.0.1",
            "mail_port": str(self.port),
            "mail_sender": "spiegel@example.org",
            "mail_tls": "none",
        }


@contextmanager
def running(
    box: Mailbox, context: ssl.SSLContext | None = None, password: str = ""
) -> Iterator[None]:
    """Start the server of a mailbox, encrypted from the first byte with a context; stop it at the end."""

    def check(_server: Any, _session: Any, _envelope: Any, _way: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == password.encode())

    options: dict[str, Any] = {"ssl_context": context} if context else {}
    if password:
        options |= {"authenticator": check, "auth_require_tls": False}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **options)
    controller.start()
    try:
        yield
    finally:
        controller.stop()
