"""Sessions, what was shown in them, and the log of their commands."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, func, insert, or_, select, update

from assessment.access.memberships import Reach
from assessment.errors import NotFound, StaleWrite
from assessment.session.agreed_values import AgreedValue
from assessment.session.control.log import CAN_BE_TAKEN_BACK, LogEntry
from assessment.session.group_session import FORGOTTEN_AFTER, GroupSession
from assessment.session.notes import NoteKind, SessionNote
from assessment.session.states import JOINABLE
from assessment.session.store import Pulse, WholeSession
from assessment.session.voting.votes import ShownMark
from storage import versioned_rows
from storage.engine import Clock, Repository, reading, writing
from storage.files.erasing import erasing
from storage.session import rows, tables
from storage.session.agreed_values import write_agreed_value
from storage.session.votes import answered_people, present_people
from storage.session.whole_sessions import insert_whole
from storage.tables import projects

_LOG = versioned_rows.columns(tables.session_log, LogEntry)
_MARK = versioned_rows.columns(tables.session_shown, ShownMark)
_HASHES = ("control_hash", "helper_hash", "screen_hash", "join_hash", "code_hash")


class Sessions(Repository):
    """Group sessions: all there are, or those within a reach of one organisation."""

    def __init__(self, engine: Engine, clock: Clock, reach: Reach | None = None) -> None:
        super().__init__(engine, clock)
        self._reach = reach

    @reading
    def all(self, connection: Connection, project_id: str | None) -> list[GroupSession]:
        table = tables.sessions
        of = [table.c.project.is_(None) if project_id is None else table.c.project == project_id]
        if project_id is None and self._reach is not None:
            of.append(table.c.organisation == self._reach.organisation)
        query = select(*rows.SESSION).where(*of)
        ordered = query.order_by(table.c.created_at.desc(), table.c.id)
        return [GroupSession(*row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, session_id: str) -> GroupSession:
        return rows.get_session(connection, session_id)

    @reading
    def project_name(self, connection: Connection, session_id: str) -> str:
        table = tables.sessions
        joined = table.outerjoin(projects, table.c.project == projects.c.id)
        query = select(projects.c.name).select_from(joined).where(table.c.id == session_id)
        row = connection.execute(query).first()
        if row is None:
            raise NotFound("session", session_id)
        return row.name or ""

    @reading
    def find(self, connection: Connection, key_hash: str) -> GroupSession | None:
        is_it = or_(*(tables.sessions.c[name] == key_hash for name in _HASHES))
        row = connection.execute(select(*rows.SESSION).where(is_it)).first()
        return None if row is None else GroupSession(*row)

    @writing
    def save(self, connection: Connection, session: GroupSession) -> GroupSession:
        row = {**vars(session), **self._organisation(session)}
        return versioned_rows.save(connection, tables.sessions, session, rows.get_session, row)

    @writing
    def add(self, connection: Connection, whole: WholeSession) -> None:
        insert_whole(connection, whole, self._organisation(whole.session))

    def _organisation(self, session: GroupSession) -> dict[str, str | None]:
        """Return what a session is written with beside its fields: whose it is, on no project."""
        if self._reach is None:
            return {}
        return {"organisation": self._reach.organisation if session.project is None else None}

    @writing
    def move(
        self,
        connection: Connection,
        session: GroupSession,
        entry: LogEntry,
        shown: Iterable[ShownMark] = (),
        agreed: AgreedValue | None = None,
    ) -> GroupSession:
        _write(connection, session)
        connection.execute(insert(tables.session_log), vars(entry))
        marks = list(shown)
        versioned_rows.insert_all(
            connection,
            versioned_rows.insert_new(connection, tables.session_shown),
            ({**vars(mark), "session": session.id} for mark in marks),
        )
        for mark in marks:
            _show_words(connection, session, mark)
        if agreed is not None:
            write_agreed_value(connection, agreed)
        return versioned_rows.next_version(session)

    @writing
    def move_back(
        self, connection: Connection, session: GroupSession, entry: LogEntry
    ) -> GroupSession:
        _write(connection, session)
        table = tables.session_log
        is_it = table.c.session == session.id, table.c.version == entry.version
        connection.execute(update(table).where(*is_it).values(taken_back=True))
        return versioned_rows.next_version(session)

    @reading
    def last(self, connection: Connection, session_id: str) -> LogEntry | None:
        table = tables.session_log
        query = select(*_LOG).where(
            table.c.session == session_id,
            ~table.c.taken_back,
            table.c.command.in_(CAN_BE_TAKEN_BACK),
        )
        row = connection.execute(query.order_by(table.c.number.desc()).limit(1)).first()
        return None if row is None else LogEntry(*row)

    @reading
    def log(self, connection: Connection, session_id: str) -> list[LogEntry]:
        table = tables.session_log
        query = select(*_LOG).where(table.c.session == session_id).order_by(table.c.number)
        return [LogEntry(*row) for row in connection.execute(query)]

    @reading
    def shown(self, connection: Connection, session_id: str) -> frozenset[ShownMark]:
        query = select(*_MARK).where(tables.session_shown.c.session == session_id)
        return frozenset(ShownMark(*row) for row in connection.execute(query))

    @reading
    def pulse(self, connection: Connection, session_id: str) -> Pulse:
        c = tables.sessions.c
        times = (c.started_at, c.opened_at, c.planned_minutes, c.extra_minutes)
        state = (c.state, c.step, c.item, c.phase, c.turn, c.until, c.paused_at)
        voting = (c.open_items, c.by_table)
        query = select((c.version + c.revision).label("v"), c.version, *state, *voting, *times)
        row = connection.execute(query.where(c.id == session_id)).first()
        if row is None:
            raise NotFound("session", session_id)
        begun: datetime | None = row.started_at or row.opened_at
        planned = timedelta(minutes=row.planned_minutes + row.extra_minutes) + FORGOTTEN_AFTER
        by_role = answered_people(connection, session_id, row)
        return Pulse(
            *row[:9],
            ends_itself_at=begun + planned if begun and row.state in JOINABLE else None,
            present=sum(present_people(connection, session_id, by_table=row.by_table).values()),
            answered=sum(by_role.values()),
        )

    def erase(self, session_id: str) -> None:
        with erasing(self.engine) as connection:
            connection.execute(delete(tables.sessions).where(tables.sessions.c.id == session_id))


def _write(connection: Connection, session: GroupSession) -> None:
    if not versioned_rows.write(connection, tables.sessions, ("id",), vars(session)):
        raise StaleWrite(rows.get_session(connection, session.id))


def _show_words(connection: Connection, session: GroupSession, mark: ShownMark) -> None:
    """Make notes of the words at a vote that is shown, unless too few voted: each word once."""
    votes, notes = tables.session_votes, tables.session_notes
    is_it = (
        votes.c.session == session.id,
        votes.c.step == mark.step,
        votes.c.item == mark.item,
        votes.c.turn == mark.turn,
        votes.c.choice != "",
    )
    number = connection.execute(select(func.count()).where(*is_it)).scalar_one()
    written = connection.execute(
        select(notes.c.text).where(
            notes.c.session == session.id,
            notes.c.step == mark.step,
            notes.c.item == mark.item,
            notes.c.kind == NoteKind.WORD,
        )
    ).scalars()
    known = {word.casefold() for word in written}
    words = connection.execute(select(votes.c.word).where(*is_it, votes.c.word != "")).scalars()
    new = {word.casefold(): word for word in words if word.casefold() not in known}
    if number >= session.threshold:
        made = [
            SessionNote(uuid4().hex, session.id, mark.step, mark.item, word, NoteKind.WORD)
            for word in new.values()
        ]
        new_rows = ({**vars(note), "version": 1} for note in made)
        versioned_rows.insert_all(connection, insert(notes), new_rows)
