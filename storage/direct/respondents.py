"""Find a respondent by its token, as every request of a participant does, and note how far it is."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Engine

from assessment.errors import InvitationClosed, NotFound
from assessment.invitations import StoredRespondent
from storage import tables
from storage.direct.driver import Driver, Statement
from storage.engine import Clock
from storage.respondents import FOR_PAGE, Respondents, stored_respondent

_FOR_PAGE = Statement(
    """
    SELECT {gives},
      (SELECT string_agg(choices.criterion, ',') FROM choices
       WHERE choices.assessment = assessments.id AND choices.in_scope)
    FROM respondents
    JOIN invitations ON respondents.invitation = invitations.id
    JOIN assessments ON invitations.assessment = assessments.id
    JOIN projects ON assessments.project = projects.id
    LEFT JOIN pairs ON respondents.pair = pairs.id
    WHERE (respondents.token_hash = :token_hash OR respondents.personal_link_hash = :token_hash
           OR respondents.code_hash = :token_hash)
      AND respondents.revoked_at IS NULL
    """,
    takes={"token_hash": tables.respondents.c.token_hash},
    gives=FOR_PAGE,
)
_IS_OPEN = Statement(
    """
    SELECT {gives} FROM respondents
    JOIN assessments ON respondents.assessment = assessments.id
    WHERE respondents.id = :respondent
    FOR SHARE OF assessments
    """,
    takes={"respondent": tables.respondents.c.id},
    gives=(
        tables.respondents.c.invitation,
        tables.assessments.c.closed_at,
        tables.assessments.c.published_at,
    ),
)


@lru_cache
def _change_of(names: tuple[str, ...]) -> Statement:
    """Return the update of these columns of one respondent, built once."""
    columns = {name: tables.respondents.c[name] for name in names}
    values = ", ".join(f"{name} = :{name}" for name in columns)
    return Statement(
        f"UPDATE respondents SET {values} WHERE id = :id",  # noqa: S608 (names of columns)
        takes={**columns, "id": tables.respondents.c.id},
    )


class DirectRespondents(Respondents):
    """Respondents, found by their token without a detour."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)

    def find(self, token_hash: str) -> StoredRespondent | None:
        with self._driver.reading() as transaction:
            row = transaction.one(_FOR_PAGE, token_hash=token_hash)
        return None if row is None else stored_respondent(row)

    def change(
        self, respondent_id: str, changes: Mapping[str, object], *, while_open: bool = False
    ) -> None:
        if not while_open:
            super().change(respondent_id, changes)
            return
        with self._driver.writing() as transaction:
            row = transaction.one(_IS_OPEN, respondent=respondent_id)
            if row is None:
                raise NotFound("respondent", respondent_id)
            invitation, closed_at, published_at = row
            if closed_at is not None or published_at is not None:
                raise InvitationClosed(str(invitation))
            transaction.change(_change_of(tuple(changes)), id=respondent_id, **changes)
