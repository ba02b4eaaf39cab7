"""Judgements on every kind of database: one transaction under the token, read after closing alone."""

import pytest

from assessment.errors import AssessmentClosed, NotFound, StaleWrite, TooOften
from assessment.judging.judgements import MISSING, Judgement
from assessment.judging.results import JudgementCount
from assessment.store import Store
from tests.support.builders import NOW, an_assessment, an_invitation, an_invited_respondent

CARD = Judgement("MC-01", "applies", "minimal")


@pytest.fixture
def holder(invited: Store) -> str:
    """The token of S1, who is asked to judge."""
    invited.invitations.save(an_invitation(version=1, to_judge=True))
    return str(an_invited_respondent().token_hash)


def test_a_judgement_is_saved_once_per_respondent_and_criterion(
    invited: Store, holder: str
) -> None:
    saved = invited.judgements.save("S1", CARD, most=9, holder=holder)

    assert saved == invited.judgements.get("S1", "MC-01")
    assert invited.judgements.all("S1") == {"MC-01": saved}
    assert invited.respondents.get("S1").started_at == NOW
    with pytest.raises(StaleWrite):
        invited.judgements.save("S1", Judgement("MC-01", "partly"), most=9, holder=holder)


def test_another_token_and_too_many_changes_save_nothing(invited: Store, holder: str) -> None:
    with pytest.raises(NotFound):
        invited.judgements.save("S1", CARD, most=9, holder="0" * 64)
    invited.judgements.save("S1", CARD, most=1, holder=holder)
    with pytest.raises(TooOften):
        invited.judgements.save("S1", Judgement("MC-02", "applies"), most=1, holder=holder)

    assert invited.judgements.all("S1").keys() == {"MC-01"}


def test_counts_and_notes_are_there_from_closing_on(invited: Store, holder: str) -> None:
    invited.judgements.save("S1", CARD, most=9, holder=holder)
    invited.judgements.save("S1", Judgement(MISSING, note="Tijd."), most=9, holder=holder)
    assert invited.judgements.counts("A1") == []
    assessment = invited.assessments.get("A1")
    invited.assessments.save(an_assessment(version=assessment.version, closed_at=NOW))

    role = an_invited_respondent().role
    assert invited.judgements.counts("A1") == [
        JudgementCount("MC-01", "choice", role, "applies", 1),
        JudgementCount("MC-01", "need", role, "minimal", 1),
    ]
    assert invited.judgements.notes("A1") == [(MISSING, role, "Tijd.")]
    assert invited.judgements.took_part("A1") == {role: 1}
    with pytest.raises(AssessmentClosed):
        invited.judgements.save("S1", Judgement("MC-02", "applies"), most=9, holder=holder)
