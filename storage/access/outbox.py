"""The outbox: mails that wait, each claimed by one process while it sends it."""
# ruff: noqa: D102 (what a method does stands in assessment/access/store.py)

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, select, update

from assessment.access.mails import CLAIMED_FOR, MOST_TRIES, DueDay, Mail, MailKind
from assessment.agreements import AgreementStatus
from storage import versioned_rows
from storage.access import tables
from storage.engine import Repository, reading, writing
from storage.tables import agreements, assessments, invitations, projects

_MAIL = versioned_rows.columns(tables.outbox, Mail)
_TABLE = tables.outbox


class Outbox(Repository):
    """Mails that wait to be sent."""

    @writing
    def add(self, connection: Connection, mail: Mail) -> None:
        connection.execute(delete(_TABLE).where(_TABLE.c.until <= self.clock()))
        connection.execute(versioned_rows.insert_new(connection, _TABLE), vars(mail))

    @writing
    def claim(self, connection: Connection) -> Mail | None:
        now = self.clock()
        waiting = _TABLE.c.due_at <= now, _TABLE.c.until > now, _TABLE.c.sent_at.is_(None)
        query = select(*_MAIL).where(*waiting, _TABLE.c.tries < MOST_TRIES)
        first = query.order_by(_TABLE.c.due_at, _TABLE.c.id).limit(1)
        row = connection.execute(first.with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        claimed = update(_TABLE).where(_TABLE.c.id == row.id)
        values = {"due_at": now + CLAIMED_FOR, "tries": _TABLE.c.tries + 1}
        connection.execute(claimed.values(values))
        return Mail(*row)

    @writing
    def mark_sent(self, connection: Connection, mail_id: str) -> None:
        # the token of a link stays nowhere, and the address no longer than needed
        sent = {"sent_at": self.clock(), "thing": "", "address": ""}
        connection.execute(update(_TABLE).where(_TABLE.c.id == mail_id).values(sent))

    @writing
    def put_off(self, connection: Connection, mail_id: str, until: datetime) -> None:
        connection.execute(update(_TABLE).where(_TABLE.c.id == mail_id).values(due_at=until))

    @writing
    def stop_token(self, connection: Connection, account_id: str, new: str) -> str | None:
        table = tables.reminders
        row = {"account": account_id, "token": new, "stopped_at": None}
        connection.execute(versioned_rows.insert_new(connection, table), row)
        found = select(table.c.token, table.c.stopped_at).where(table.c.account == account_id)
        token, stopped_at = connection.execute(found).one()
        return None if stopped_at is not None else str(token)

    @writing
    def stop(self, connection: Connection, token: str) -> bool:
        table = tables.reminders
        stopped = update(table).where(table.c.token == token).values(stopped_at=self.clock())
        return connection.execute(stopped).rowcount == 1

    @reading
    def days(self, connection: Connection, first: date, last: date) -> list[DueDay]:
        ends = (
            _of_project(invitations.c.id, invitations.c.until)
            .join_from(invitations, assessments, invitations.c.assessment == assessments.c.id)
            .join(projects, assessments.c.project == projects.c.id)
            .where(invitations.c.closed_at.is_(None), assessments.c.closed_at.is_(None))
            .where(invitations.c.until.between(first, last))
        )
        settled = (AgreementStatus.DONE, AgreementStatus.DROPPED)
        due = (
            _of_project(agreements.c.id, agreements.c.due)
            .join_from(agreements, projects, agreements.c.project == projects.c.id)
            .where(agreements.c.due.between(first, last), agreements.c.status.not_in(settled))
        )
        return [
            DueDay(kind, *row)
            for kind, query in ((MailKind.INVITATION_ENDS, ends), (MailKind.AGREEMENT_DUE, due))
            for row in connection.execute(query.where(projects.c.organisation.is_not(None)))
        ]


def _of_project(thing: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    return select(thing, day, projects.c.id, projects.c.organisation)
