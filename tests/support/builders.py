"""Domain objects with sensible defaults: a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.store import RespondentAnswer, Store

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CONTACT = "de coördinator, 010 123 45 67"
SNAPSHOT_HASH = "hash-of-the-catalogue"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> datetime:
        """Move on, such as by `minutes=5`, and return the new time."""
        self.now += timedelta(**duration)
        return self.now


def a_project(id: str = "P1", **fields: Any) -> Project:  # noqa: A002 (the field's own name)
    """A project that may invite: it says whom people can turn to."""
    return replace(Project(id, "Maatjes", NOW, contact=CONTACT), **fields)


def an_assessment(id: str = "A1", **fields: Any) -> Assessment:  # noqa: A002 (the field's own name)
    assessment = Assessment(
        id,
        project="P1",
        name="Najaar 2026",
        catalogue="mentoring",
        catalogue_version="1.0.0",
        catalogue_hash=SNAPSHOT_HASH,
        profile="full",
        ambition="floor",
        started_at=NOW,
    )
    return replace(assessment, **fields)


def a_respondent(id: str = "R1", **fields: Any) -> Respondent:  # noqa: A002 (the field's own name)
    return replace(Respondent(id, "A1", "coordinator"), **fields)


def an_invitation(id: str = "O1", **fields: Any) -> Invitation:  # noqa: A002 (the field's own name)
    return replace(Invitation(id, "A1", "mentee", "full", max_respondents=10), **fields)


def an_invited_respondent(id: str = "S1", **fields: Any) -> Respondent:  # noqa: A002 (the field's own name)
    """A respondent of invitation O1 with the hash of a token."""
    invited = Respondent(id, "A1", "mentee", token_hash=f"hash-{id}", invitation="O1")
    return replace(invited, **fields)


def a_pair(store: Store, id: str = "D1", **fields: Any) -> tuple[str, str]:  # noqa: A002
    """Put a pair in assessment A1, in invitations OM and OE that are made when missing."""
    present = {invitation.id for invitation in store.invitations.all("A1")}
    sides = {"OM": "mentor", "OE": "mentee"}
    invitations = [
        an_invitation(name, role=role, in_pairs=True)
        for name, role in sides.items()
        if name not in present
    ]
    respondents = [
        an_invited_respondent(
            f"{id}-{role}", role=role, invitation=name, pair=id, number=1, **fields
        )
        for name, role in sides.items()
    ]
    store.invitations.add(invitations, [Pair(id, "A1")], respondents, threshold=5)
    mentor, mentee = respondents
    return mentor.id, mentee.id


def an_answer(
    criterion: str = "MC-01",
    level: int = 2,
    *,
    state: AnswerState | None = AnswerState.LEVEL,
    **fields: Any,
) -> Answer:
    return Answer(criterion, state, level if state is AnswerState.LEVEL else None, **fields)


def an_agreement(id: str = "X1", **fields: Any) -> Agreement:  # noqa: A002 (the field's own name)
    return replace(Agreement(id, "P1", "A1", "MC-01", "Schrijf het plan op"), **fields)


def respondent_answers(respondent: Respondent, *answers: Answer) -> list[RespondentAnswer]:
    return [RespondentAnswer(respondent, answer) for answer in answers]


def begin(store: Store, *respondents: Respondent) -> Store:
    """Put project P1 with open assessment A1 and these respondents (R1 by default) in a store."""
    store.projects.save(a_project())
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    store.assessments.add(an_assessment(), [], respondents or [a_respondent()])
    return store
