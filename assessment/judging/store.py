"""What judging at home asks of a database. `storage/judging/judgements.py` implements it."""

from typing import Protocol

from assessment.judging.judgements import Judgement
from assessment.judging.results import JudgementCount

NoteRow = tuple[str, str, str]  # criterion, role, note


class JudgementsStore(Protocol):
    """Stores judgements, apart from answers. Before closing, they leave it to who gave them alone."""

    def all(self, respondent_id: str) -> dict[str, Judgement]:
        """Return the judgements of one respondent by criterion."""

    def get(self, respondent_id: str, criterion: str) -> Judgement:
        """Return one judgement, an empty one (version 0) if nothing was written yet."""

    def save(
        self, respondent_id: str, judgement: Judgement, *, most: int, holder: str
    ) -> Judgement:
        """Check and write one judgement; the respondent has then started.

        Raises what `save` of answers raises, in the same way: StaleWrite with the current judgement.
        """

    def counts(self, assessment_id: str) -> list[JudgementCount]:
        """Count the judgements of a closed assessment by criterion, question, role and choice."""

    def notes(self, assessment_id: str) -> list[NoteRow]:
        """Return all notes of a closed assessment, sorted, without who wrote them."""

    def took_part(self, assessment_id: str) -> dict[str, int]:
        """Return how many respondents of a closed assessment judged anything, by role."""
