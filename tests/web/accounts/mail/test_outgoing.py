"""The thread that sends mails, with a real mail server, which may be away."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.mails import CLAIMED_FOR
from assessment.services.access import joining, mails
from assessment.services.context import Workspace
from runtime import new_id, new_login_token, new_token
from settings import Settings
from storage import open_store
from tests.support.access import an_office
from tests.support.builders import NOW, Clock
from tests.support.web.mailbox import Mailbox, running
from web.accounts.mail.letter import compose
from web.accounts.mail.outgoing import send_waiting, start_mails
from web.accounts.mail.smtp import send

HOUR = timedelta(hours=1)


@pytest.fixture
def mailing(workspace: Workspace) -> Workspace:
    return replace(workspace, sends_mail=True)


def invite(workspace: Workspace, number: int) -> None:
    office = an_office(workspace)
    for n in range(number):
        address = f"{n}@example.org"
        joining.invite(office.workspace, MembershipKind.READER, address=address)


def told(box: Mailbox) -> Settings:
    return Settings(public_url="https://us.example", **box.settings)  # type: ignore[arg-type]


def test_while_mail_is_down_nothing_waits_and_later_all_is_sent_once(
    mailing: Workspace, clock: Clock
) -> None:
    box = Mailbox()
    invite(mailing, 3)
    for _ in range(6):
        assert send_waiting(mailing, told(box)) == 0  # nobody is there
        clock.now += HOUR / 6
    box.refuses = True
    with running(box):
        assert send_waiting(mailing, told(box)) == 0
        box.refuses = False
        clock.now += 4 * HOUR
        while send_waiting(mailing, told(box)):
            clock.now += CLAIMED_FOR

    assert sorted(box.receivers) == [f"{n}@example.org" for n in range(3)]


def dies_after_sending(database: str, given: Settings) -> None:
    """Send one mail and be killed before that is written down."""
    store = open_store(database, clock=Clock(NOW))
    workspace = Workspace(
        store=store,
        now=Clock(NOW),
        new_id=new_id,
        new_token=new_token,
        new_login_token=new_login_token,
    )
    posting = mails.next_posting(workspace)
    assert posting is not None
    send(compose(posting, given, NOW), given)
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_after_sending_makes_one_double_at_most(
    mailing: Workspace, clock: Clock, sqlite_tables: str
) -> None:
    box = Mailbox()
    invite(mailing, 3)
    with running(box):
        context = multiprocessing.get_context("spawn")
        process = context.Process(target=dies_after_sending, args=(sqlite_tables, told(box)))
        process.start()
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        send_waiting(mailing, told(box))
        assert sorted(box.receivers) == [f"{n}@example.org" for n in range(3)]
        clock.now += CLAIMED_FOR
        send_waiting(mailing, told(box))
        clock.now += CLAIMED_FOR
        assert send_waiting(mailing, told(box)) == 0

    names = [str(letter["Message-ID"]) for letter in box.letters]
    assert (len(names), len(set(names))) == (4, 3)


def test_the_thread_sends_by_itself_and_goes_on_after_a_fault(
    mailing: Workspace, tmp_path: Path
) -> None:
    box = Mailbox()
    invite(mailing, 1)
    faults = iter([ValueError("x"), OSError("y")])

    def workspace() -> Workspace:
        for fault in faults:
            raise fault
        return mailing

    ended = Event()
    with running(box):
        thread = start_mails(workspace, told(box), pause=0.01, ended=ended)
        assert thread is not None
        wait_until(lambda: box.receivers == ["0@example.org"])
        assert thread.is_alive()
        ended.set()  # it would look in the outbox a hundred times a second beside all later tests
        thread.join(20)
        assert not thread.is_alive()


def test_without_a_mail_server_there_is_no_thread(mailing: Workspace) -> None:
    assert start_mails(lambda: mailing, Settings()) is None


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
