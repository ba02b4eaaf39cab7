"""Rounds and pairs as the coordinator makes them, in one transaction each."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from assessment.errors import NotFound, RoundClosed, StaleWrite
from assessment.invitations import Round
from assessment.pairs import Pair
from assessment.respondents import Respondent
from storage import assessments, tables, versioned_rows

_COLUMNS = versioned_rows.columns(tables.rounds, Round)
_PAIR = versioned_rows.columns(tables.pairs, Pair)


def of_assessment(connection: Connection, assessment_id: str) -> list[Round]:
    """Return the rounds of an assessment, in the order they were made."""
    table = tables.rounds
    query = select(*_COLUMNS).where(table.c.assessment == assessment_id).order_by(table.c.number)
    return [Round(*row) for row in connection.execute(query)]


def one(connection: Connection, round_id: str, *, held: bool = False) -> Round:
    """Return one round; `held`, nobody else holds or changes it until the end. Raises NotFound."""
    query = select(*_COLUMNS).where(tables.rounds.c.id == round_id)
    row = connection.execute(query.with_for_update() if held else query).first()
    if row is None:
        raise NotFound("round", round_id)
    return Round(*row)


def save(connection: Connection, round_: Round) -> Round:
    """Insert or update a round. Raises StaleWrite, NotFound."""
    if versioned_rows.put(connection, tables.rounds, ("id",), vars(round_)):
        return versioned_rows.written(round_)
    return versioned_rows.agreed(one(connection, round_.id), round_)


def add_seats(
    connection: Connection,
    rounds: Iterable[Round],
    pairs: Iterable[Pair],
    respondents: Iterable[Respondent],
    now: datetime,
) -> None:
    """Write rounds, and add pairs and respondents. Raises StaleWrite, NotFound, RoundClosed."""
    for round_ in rounds:
        versioned_rows.touch(connection, tables.assessments, round_.assessment, now)
        if not assessments.one(connection, round_.assessment).takes_voices:
            raise RoundClosed(round_.id)
        if not versioned_rows.put(connection, tables.rounds, ("id",), vars(round_)):
            raise StaleWrite(one(connection, round_.id))  # also the same twice: numbers differ
    versioned_rows.insert_all(
        connection, insert(tables.pairs), ({**vars(p), "version": 1} for p in pairs)
    )
    assessments.add_respondents(connection, respondents, now)


def pair(connection: Connection, pair_id: str) -> Pair:
    """Return one pair. Raises NotFound."""
    row = connection.execute(select(*_PAIR).where(tables.pairs.c.id == pair_id)).first()
    if row is None:
        raise NotFound("pair", pair_id)
    return Pair(*row)


def save_pair(connection: Connection, wanted: Pair) -> Pair:
    """Update a pair. Raises StaleWrite, NotFound, RoundClosed."""
    assessment = pair(connection, wanted.id).assessment
    if not assessments.one(connection, assessment, held=True).takes_voices:
        raise RoundClosed(wanted.id)
    if versioned_rows.put(connection, tables.pairs, ("id",), vars(wanted)):
        return versioned_rows.written(wanted)
    return versioned_rows.agreed(pair(connection, wanted.id), wanted)
