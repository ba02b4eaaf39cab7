"""One object of each kind that belongs to an organisation, and calls of the store with them."""

from collections.abc import Callable
from typing import Any

from assessment.answers import Answer, AnswerState
from assessment.choices import Choice
from assessment.pairs import Pair
from assessment.portfolio.share_files import share_file_of
from assessment.project_profiles import ProjectProfile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.notes import SessionNote
from assessment.session.store import WholeSession
from assessment.store import RespondentAnswer, Store
from storage.access.within import METHODS
from tests.support.builders import (
    a_project,
    a_respondent,
    an_agreement,
    an_assessment,
    an_invitation,
)
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot
from tests.support.session.room import a_session

OF_SESSION = SessionAgreement("SA1", "S1", "Wat wij doen")
PROFILE = ProjectProfile("PR1", "P1", "Ons minimum", "mentoring", "full")
NOTE = SessionNote("NOTE1", "S1", "rate", "MC-01", "Een opmerking")
SHARE_FILE = share_file_of(a_portfolio(), a_share("F1", project="P1"), a_snapshot())
WORD = Answer("MC-01", AnswerState.LEVEL, 2)
# one object of each kind that is in P1, as somebody of another organisation would send it
OBJECTS: dict[str, Any] = {
    "project": a_project(version=1),
    "project_id": "P1",
    "assessment": an_assessment(version=1),
    "assessment_id": "A1",
    "assessment_ids": ["A1"],
    "respondent": a_respondent(),
    "respondents": [a_respondent()],
    "respondent_id": "R1",
    "invitation": an_invitation(),
    "invitations": [an_invitation()],
    "invitation_id": "O1",
    "invitation_ids": ["O1"],
    "pair": Pair("D1", "A1"),
    "pairs": [Pair("D1", "A1")],
    "pair_id": "D1",
    "agreement": an_agreement(),
    "agreement_id": an_agreement().id,
    "answers": [RespondentAnswer(a_respondent(), WORD)],
    "session": a_session(project="P1", version=1),
    "session_id": a_session().id,
    "whole": WholeSession(a_session(project="P1")),
    "agreed": AgreedValue(a_session().id, "S1", "MC-01"),
    "notes": [NOTE],
    "profile": PROFILE,
    "profile_id": PROFILE.id,
    "share_file": SHARE_FILE,
    "share_file_id": SHARE_FILE.id,
}
# the same name for another thing, by noun
OF_NOUN: dict[str, dict[str, Any]] = {
    "session_agreements": {"agreement": OF_SESSION, "agreement_id": OF_SESSION.id},
}
ALSO: dict[str, Any] = {
    "choices": [Choice("MC-01")],
    "answer": WORD,
    "criterion": "MC-01",
    "threshold": 5,
    "changes": {},
    "most": 10,
    "token_hash": "x",
    "code_hash": "x",
    "hands": [],
    "entry": None,
}
OF_NOBODY = {"projects.all", "projects.page", "rate_limits.count", "rate_limits.check"} | {
    *("snapshots.add", "snapshots.get")
}


def call(store: Store, method: str) -> Callable[[], Any]:
    """Return a call of a method with things of P1."""
    noun, _, name = method.partition(".")
    objects = OBJECTS | OF_NOUN.get(noun, {})
    given = {
        p.name: objects.get(p.name, ALSO.get(p.name))
        for p in METHODS[method].parameters.values()
        if p.default is p.empty
    }
    return lambda: getattr(getattr(store, noun), name)(**given)
