"""Figures of many assessments of one catalogue as arrays; a result is read when it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.reader import ResultReader, make_frames
from assessment.scoring.results import Result
from assessment.scoring.rules import THRESHOLD
from assessment.scoring.scores import Scores, score_counts

Choices = Mapping[str, Choice]


@dataclass(frozen=True)
class ScoredTable:
    """All figures of the assessments of a table, each on its own choices."""

    table: CountTable
    catalogue: Catalogue
    choices: Sequence[Choices]  # in the order of the table's assessments
    scores: Scores

    @classmethod
    def of(
        cls,
        table: CountTable,
        catalogue: Catalogue,
        choices: Sequence[Choices],
        *,
        threshold: int = THRESHOLD,
    ) -> "ScoredTable":
        """Score a table that runs over the criteria and roles of the catalogue, in its order."""
        frame = make_frames(catalogue, choices, threshold)
        return cls(table, catalogue, choices, score_counts(table.counts, frame))

    def result(self, assessment: str) -> Result:
        """Return all figures of one assessment by name. Raises ValueError for another assessment."""
        place = self.table.assessments.index(assessment)
        only = slice(place, place + 1)
        choices = self.choices[place]
        reader = ResultReader(
            self.table.part(only), self.catalogue, choices, self.scores.part(only), {}
        )
        return reader.result(0)
