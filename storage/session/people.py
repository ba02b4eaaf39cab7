"""People in sessions."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from sqlalchemy import Connection, delete, func, insert, select, update

from assessment.errors import NotFound, SessionRefused
from assessment.session.group_session import GroupSession
from assessment.session.people import MAX_PEOPLE, SessionPerson
from assessment.session.store import FoundPerson
from storage.engine import Repository, reading, writing
from storage.session import rows, tables
from storage.session.votes import present_people
from storage.shared_rows import split_row

_PEOPLE, _VOTES = tables.session_people, tables.session_votes


class SessionPeople(Repository):
    """People in sessions."""

    @writing
    def join(self, connection: Connection, person: SessionPerson) -> None:
        session = rows.get_session(connection, person.session, locked=True)
        if not session.is_joinable or session.is_forgotten(self.clock()):
            raise SessionRefused("ended" if session.ended_at or session.opened_at else "state")
        number = select(func.count()).where(_PEOPLE.c.session == session.id)
        if connection.execute(number).scalar_one() >= MAX_PEOPLE:
            raise SessionRefused("full")
        connection.execute(insert(_PEOPLE), vars(person))

    @reading
    def find(self, connection: Connection, token_hash: str) -> FoundPerson | None:
        query = (
            select(*rows.PERSON, *rows.SESSION)
            .join_from(_PEOPLE, tables.sessions)
            .where(_PEOPLE.c.token_hash == token_hash)
        )
        row = connection.execute(query).first()
        if row is None:
            return None
        person, session, _ = split_row(row, rows.PERSON, rows.SESSION)
        return FoundPerson(SessionPerson(*person), GroupSession(*session))

    @writing
    def rejoin(
        self,
        connection: Connection,
        session_id: str,
        phrase_hash: str,
        token_hash: str,
        new_phrase_hash: str,
    ) -> SessionPerson:
        is_it = _PEOPLE.c.session == session_id, _PEOPLE.c.phrase_hash == phrase_hash
        query = select(_PEOPLE.c.id).where(*is_it).with_for_update()
        person_id: str | None = connection.execute(query).scalar()
        if person_id is None:
            raise NotFound("person", "of this phrase")
        new = {"token_hash": token_hash, "phrase_hash": new_phrase_hash, "left": False}
        connection.execute(update(_PEOPLE).where(_PEOPLE.c.id == person_id).values(**new))
        return rows.get_person(connection, person_id)

    @writing
    def leave(self, connection: Connection, person_id: str) -> None:
        person = rows.get_person(connection, person_id)
        session = rows.get_session(connection, person.session, locked=True)
        rows.get_person(connection, person_id, locked=True)
        _withdraw(connection, session, person_id)
        gone = {"left": True, "table": None}
        connection.execute(update(_PEOPLE).where(_PEOPLE.c.id == person_id).values(**gone))

    @writing
    def take_table(
        self, connection: Connection, person_id: str, table: int | None
    ) -> SessionPerson:
        person = rows.get_person(connection, person_id)
        session = rows.get_session(connection, person.session, alone=True)
        is_former = (
            _PEOPLE.c.session == session.id,
            _PEOPLE.c.table == table,
            _PEOPLE.c.id != person_id,
        )
        former: str | None = connection.execute(select(_PEOPLE.c.id).where(*is_former)).scalar()
        if session.by_table and former is not None:
            _withdraw(connection, session, former)
        if session.by_table and table != person.table:
            _withdraw(connection, session, person_id)
        connection.execute(update(_PEOPLE).where(*is_former).values(table=None))
        connection.execute(update(_PEOPLE).where(_PEOPLE.c.id == person_id).values(table=table))
        return rows.get_person(connection, person_id)

    @reading
    def present(self, connection: Connection, session_id: str) -> dict[str, int]:
        return present_people(connection, session_id)


def _withdraw(connection: Connection, session: GroupSession, person_id: str) -> None:
    """Erase what a person gave in the vote that is still open."""
    if session.takes_votes:
        is_it = (
            _VOTES.c.person == person_id,
            _VOTES.c.step == session.step,
            _VOTES.c.turn == session.turn,
            _VOTES.c.item.in_(session.open_items),
        )
        connection.execute(delete(_VOTES).where(*is_it))
