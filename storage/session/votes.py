"""Votes: taken under the lock that closing needs, counted for everybody only when shown."""
# ruff: noqa: D102 (what a method does stands in assessment/session/store.py)

from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from assessment.errors import SessionRefused
from assessment.session.script import SessionStep
from assessment.session.voting.ballots import PASS, PICK
from assessment.session.voting.votes import (
    TABLES,
    ChangeCount,
    SessionVote,
    VoteCount,
    checked_vote,
    why_no_vote,
)
from storage import versioned_rows
from storage.engine import Repository, reading, writing
from storage.session import rows, tables

_VOTES, _SHOWN, _PEOPLE = tables.session_votes, tables.session_shown, tables.session_people
_VOTE = versioned_rows.columns(_VOTES, SessionVote)
_KEY = ("person", "step", "item", "turn")
_IS_SHOWN = and_(
    _SHOWN.c.session == _VOTES.c.session,
    _SHOWN.c.step == _VOTES.c.step,
    _SHOWN.c.item == _VOTES.c.item,
    _SHOWN.c.turn == _VOTES.c.turn,
)


class SessionVotes(Repository):
    """Votes."""

    @writing
    def save(self, connection: Connection, vote: SessionVote) -> SessionVote:
        person = rows.get_person(connection, vote.person)
        session = rows.get_session(connection, person.session, locked=True)
        # read again: who was looked at before the lock may have left meanwhile
        person = rows.get_person(connection, vote.person, locked=True)
        reason = why_no_vote(session, person, vote, self.clock())
        step = session.present_step
        if reason is not None or step is None:
            raise SessionRefused(reason or "moved_on")
        wanted = checked_vote(step, vote)
        _check_picks(connection, step, wanted)
        role = TABLES if session.by_table else person.role
        row = {**vars(wanted), "session": session.id, "role": role}
        if versioned_rows.write(connection, _VOTES, _KEY, row):
            return versioned_rows.next_version(wanted)
        return versioned_rows.check_current(_get(connection, wanted), wanted)

    @reading
    def of(
        self, connection: Connection, person_id: str, step: str | None = None
    ) -> list[SessionVote]:
        query = select(*_VOTE).where(_VOTES.c.person == person_id)
        if step is not None:
            query = query.where(_VOTES.c.step == step)
        ordered = query.order_by(_VOTES.c.step, _VOTES.c.item, _VOTES.c.turn)
        return [SessionVote(*row) for row in connection.execute(ordered)]

    @reading
    def answered(self, connection: Connection, session_id: str) -> dict[str, int]:
        session = rows.get_session(connection, session_id)
        return answered_people(connection, session_id, session)

    @reading
    def counts(self, connection: Connection, session_id: str) -> list[VoteCount]:
        found = []
        for question in ("choice", "need"):
            for row in connection.execute(_counts(question, session_id)):
                step, item, turn, role, choice, number = row
                found.append(VoteCount(step, item, turn, question, role, choice, number))
        return found + _passed(connection, session_id, found)

    @reading
    def changes(self, connection: Connection, session_id: str) -> list[ChangeCount]:
        return [ChangeCount(*row) for row in connection.execute(_changes(session_id))]


def _get(connection: Connection, vote: SessionVote) -> SessionVote:
    is_it = [_VOTES.c[name] == getattr(vote, name) for name in _KEY]
    row = connection.execute(select(*_VOTE).where(*is_it)).first()
    # a version above 0 of a vote that was never given: an empty one stands there
    empty = SessionVote(vote.person, vote.step, vote.item, vote.turn, choice="")
    return empty if row is None else SessionVote(*row)


def _check_picks(connection: Connection, step: SessionStep, vote: SessionVote) -> None:
    """Raise SessionRefused for one choice more than a person has."""
    if vote.choice != PICK:
        return
    query = select(func.count()).where(
        _VOTES.c.person == vote.person,
        _VOTES.c.step == vote.step,
        _VOTES.c.turn == vote.turn,
        _VOTES.c.item != vote.item,
        _VOTES.c.choice == PICK,
    )
    if connection.execute(query).scalar_one() >= step.picks:
        raise SessionRefused("too_many")


def _counts(question: str, session_id: str) -> Select[Any]:
    column = _VOTES.c[question]
    group = (_VOTES.c.step, _VOTES.c.item, _VOTES.c.turn, _VOTES.c.role, column)
    return (
        select(*group, func.count())
        .join_from(_VOTES, _SHOWN, _IS_SHOWN)
        .where(_VOTES.c.session == session_id, column != "")
        .group_by(*group)
        .order_by(*group)
    )


def _passed(connection: Connection, session_id: str, found: list[VoteCount]) -> list[VoteCount]:
    """Count, where one chooses from many, who chose something but not this."""
    group = (_VOTES.c.step, _VOTES.c.turn, _VOTES.c.role)
    number = func.count(_VOTES.c.person.distinct())
    chosen = _VOTES.c.session == session_id, _VOTES.c.choice == PICK
    choosers = connection.execute(select(*group, number).where(*chosen).group_by(*group)).all()
    picks = {(v.step, v.item, v.turn, v.role): v.number for v in found if v.choice == PICK}
    marks = select(_SHOWN.c.step, _SHOWN.c.turn, _SHOWN.c.item).where(
        _SHOWN.c.session == session_id
    )
    return [
        VoteCount(step, item, turn, "choice", role, PASS, number)
        for step, turn, item in connection.execute(marks.order_by(*marks.selected_columns))
        for of_step, of_turn, role, people in choosers
        if (of_step, of_turn) == (step, turn)
        and (number := people - picks.get((step, item, turn, role), 0))
    ]


def _changes(session_id: str) -> Select[Any]:
    first, second = _VOTES.alias(), _VOTES.alias()
    same = [first.c[name] == second.c[name] for name in ("person", "step", "item")]
    turns = first.c.turn == "first", second.c.turn == "second"
    given = first.c.choice != "", second.c.choice != ""
    shown = _SHOWN.alias()
    marks = [
        select(shown.c.session)
        .where(*(shown.c[name] == vote.c[name] for name in ("session", "step", "item", "turn")))
        .exists()
        for vote in (first, second)
    ]
    is_other = or_(first.c.choice != second.c.choice, first.c.need != second.c.need)
    group = first.c.step, first.c.item, first.c.role
    return (
        select(*group, func.count(), func.count().filter(is_other))
        .join_from(first, second, and_(*same))
        .where(first.c.session == session_id, *turns, *given, *marks)
        .group_by(*group)
        .order_by(*group)
    )


def present_people(
    connection: Connection, session_id: str, *, by_table: bool = False
) -> dict[str, int]:
    """Return how many people are present, by role; `by_table`, who gives the value of a table."""
    c = _PEOPLE.c
    query = select(c.role, func.count().label("number")).where(c.session == session_id, ~c.left)
    if by_table:
        query = query.where(c.table.is_not(None))
    return {row.role: row.number for row in connection.execute(query.group_by(c.role))}


def answered_people(connection: Connection, session_id: str, vote: Any) -> dict[str, int]:
    """Return how many people who are present answered, by role, in the vote that stands open.

    `vote` has step, turn and open_items. At own pace that is who answered every item; where one
    chooses from many, who chose any.
    """
    items = tuple(vote.open_items)
    is_it = (
        _VOTES.c.session == session_id,
        _VOTES.c.step == vote.step,
        _VOTES.c.turn == vote.turn,
        _VOTES.c.item.in_(items),
        _VOTES.c.choice != "",
        ~_PEOPLE.c.left,
    )
    chosen = func.count().filter(_VOTES.c.choice == PICK) > 0
    people = (
        select(_VOTES.c.person, _VOTES.c.role)
        .join_from(_VOTES, _PEOPLE, _VOTES.c.person == _PEOPLE.c.id)
        .where(*is_it)
        .group_by(_VOTES.c.person, _VOTES.c.role)
        .having(or_(func.count() >= len(items), chosen))
        .subquery()
    )
    query = select(people.c.role, func.count().label("number")).group_by(people.c.role)
    return {row.role: row.number for row in connection.execute(query)} if items else {}
