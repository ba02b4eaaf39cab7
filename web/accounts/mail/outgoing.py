"""The thread that sends mails: nobody waits for it, and it waits for nobody."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from assessment.errors import MentorspiegelError
from assessment.services.access import mails
from assessment.services.context import Workspace
from settings import Settings
from web.accounts.mail.letter import compose
from web.accounts.mail.smtp import MailNotSent, send

PAUSE = 20.0  # seconds between two looks at the outbox
AT_ONCE = 50  # mails of one look
REMIND_EVERY = 90  # looks: half an hour
_LOG = logging.getLogger(__name__)


def start_mails(
    workspace: Callable[[], Workspace],
    settings: Settings,
    pause: float = PAUSE,
    ended: Event | None = None,
) -> Thread | None:
    """Send mails in a thread of its own until `ended`; None where there is no server to send with."""
    if not settings.sends_mail:
        return None
    given = (workspace, settings, pause, ended or Event())
    thread = Thread(target=_run, args=given, name="mails", daemon=True)
    thread.start()
    return thread


def _run(
    workspace: Callable[[], Workspace], settings: Settings, pause: float, ended: Event
) -> None:
    looks = 0
    while not ended.is_set():
        try:
            if looks % REMIND_EVERY == 0:
                mails.post_reminders(workspace())
            send_waiting(workspace(), settings)
        except MentorspiegelError as error:
            _LOG.warning("mails wait: %s", type(error).__name__)
        except Exception:  # noqa: BLE001  (nobody restarts a thread)
            _LOG.exception("mails wait")
        looks += 1
        ended.wait(pause)


def send_waiting(workspace: Workspace, settings: Settings) -> int:
    """Send what waits; return how many mails. After one that was not taken the others wait, too."""
    for number in range(AT_ONCE):
        posting = mails.next_posting(workspace)
        if posting is None:
            return number
        try:
            send(compose(posting, settings, workspace.now()), settings)
        except MailNotSent as error:
            _LOG.warning("the mail server took no mail (%s); it is tried again", error)
            mails.could_not_send(workspace, posting.mail)
            return number
        mails.was_sent(workspace, posting.mail)
    return AT_ONCE
