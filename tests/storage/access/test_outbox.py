"""Mails that wait in the database."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from assessment.access.mails import CLAIMED_FOR, MOST_TRIES, DueDay, Mail, MailKind
from assessment.agreements import AgreementStatus
from storage import SqlStore
from storage.access import tables
from tests.support.access import add_account, an_organisation
from tests.support.builders import NOW, Clock, an_agreement, an_invitation, begin

DAY = timedelta(days=1)


def a_mail(id: str = "M1", **fields: object) -> Mail:  # noqa: A002 (the field's own name)
    mail = Mail(id, MailKind.JOIN, "kim@example.org", "nl", "token", None, NOW, NOW + 2 * DAY)
    return replace(mail, **fields)  # type: ignore[arg-type]


def test_a_mail_is_of_one_process_at_a_time_and_comes_back_when_that_one_dies(
    store: SqlStore, clock: Clock
) -> None:
    outbox = store.access.outbox
    outbox.add(a_mail())
    outbox.add(a_mail(address="twice@example.org"))

    assert outbox.claim() == a_mail()
    assert outbox.claim() is None
    clock.now += CLAIMED_FOR
    again = outbox.claim()
    assert again is not None
    assert (again.address, again.tries) == ("kim@example.org", 1)


def test_what_was_sent_is_known_by_its_id_alone(store: SqlStore, clock: Clock) -> None:
    outbox = store.access.outbox
    outbox.add(a_mail())
    outbox.claim()
    outbox.mark_sent("M1")
    clock.forward(hours=1)
    outbox.add(a_mail())

    assert outbox.claim() is None
    with store.engine.connect() as connection:
        (row,) = connection.execute(select(tables.outbox)).all()
    assert (row.id, row.thing, row.address) == ("M1", "", "")


def test_a_mail_waits_when_it_is_put_off_and_goes_when_there_is_no_use_in_it_any_more(
    store: SqlStore, clock: Clock
) -> None:
    outbox = store.access.outbox
    outbox.add(a_mail())
    for _ in range(2):
        assert outbox.claim() is not None
        outbox.put_off("M1", clock() + timedelta(hours=1))
        assert outbox.claim() is None
        clock.forward(hours=1)
    clock.forward(days=2)
    assert outbox.claim() is None
    outbox.add(a_mail("M2", until=clock() + DAY, tries=MOST_TRIES))
    assert outbox.claim() is None  # it was tried often enough
    with store.engine.connect() as connection:
        assert connection.execute(select(tables.outbox.c.id)).scalars().all() == ["M2"]


def test_reminders_are_stopped_by_a_token_that_stays_the_same(store: SqlStore) -> None:
    outbox = store.access.outbox
    add_account(store)

    assert outbox.stop_token("U1", "first") == "first"
    assert outbox.stop_token("U1", "second") == "first"
    assert not outbox.stop("second")
    assert outbox.stop("first")
    assert outbox.stop_token("U1", "third") is None


def test_days_of_what_is_open_in_an_organisation_are_found(store: SqlStore) -> None:
    begin(store)
    today = date(2026, 11, 20)
    store.invitations.add(
        [
            an_invitation("O1", until=today + DAY),
            an_invitation("O2", until=today + 9 * DAY),
            an_invitation("O3", until=today, closed_at=NOW),
        ],
        [],
        [],
        threshold=5,
    )
    store.agreements.save(an_agreement("X1", due=today))
    store.agreements.save(an_agreement("X2", due=today, status=AgreementStatus.DONE))
    assert store.access.outbox.days(today, today + 3 * DAY) == []  # nobody signs in

    store.access.organisations.save(an_organisation())
    assert store.access.outbox.days(today, today + 3 * DAY) == [
        DueDay(MailKind.INVITATION_ENDS, "O1", today + DAY, "P1", "ORG1"),
        DueDay(MailKind.AGREEMENT_DUE, "X1", today, "P1", "ORG1"),
    ]
