"""The side of a respondent who judges: read and save judgements, and what is missing."""

from assessment.errors import NotFound
from assessment.judging.judgements import MISSING, Judgement
from assessment.services.context import Workspace
from assessment.services.responding import (
    MOST_ANSWERS,
    RespondentSession,
    check_takes_answers,
)


def judgements_of(workspace: Workspace, session: RespondentSession) -> dict[str, Judgement]:
    """Return what a respondent judged, by criterion; under MISSING what they miss."""
    return workspace.store.judgements.all(session.respondent.id)


def judgement_of(workspace: Workspace, session: RespondentSession, criterion: str) -> Judgement:
    """Return one judgement of a respondent; an empty one (version 0) if nothing was written yet."""
    return workspace.store.judgements.get(session.respondent.id, criterion)


def judge(workspace: Workspace, session: RespondentSession, judgement: Judgement) -> Judgement:
    """Save one judgement; what is returned was stored.

    Raises StaleWrite (with the current judgement), InvalidInput, InvitationClosed, AssessmentClosed,
    TooOften, and NotFound for what is not asked or a token that was replaced meanwhile.
    """
    check_takes_answers(session)
    asked = {MISSING, *(criterion.id for criterion in session.criteria)}
    if not session.invitation.to_judge or judgement.criterion not in asked:
        raise NotFound("card", judgement.criterion)
    return workspace.store.judgements.save(
        session.respondent.id,
        judgement,
        most=MOST_ANSWERS,
        holder=str(session.respondent.token_hash),
    )
