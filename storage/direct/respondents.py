"""Find a respondent by its token, as every request of a participant does."""
# ruff: noqa: D102 (what a method does stands in assessment/store.py)

from sqlalchemy import Engine

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


class DirectRespondents(Respondents):
    """Respondents, found by their token without a detour."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._driver = Driver(engine)

    def find(self, token_hash: str) -> StoredRespondent | None:
        with self._driver.reading() as transaction:
            row = transaction.one(_FOR_PAGE, token_hash=token_hash)
        return None if row is None else stored_respondent(row)
