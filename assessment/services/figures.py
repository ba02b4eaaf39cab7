"""Figures of many closed assessments: arrays, of which a result is read only where it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.scored_table import ScoredTable
from assessment.services.context import Workspace, requires
from assessment.services.outcome import Outcome
from assessment.services.project_list import Fault, made_or_fault


@dataclass(frozen=True)
class Figures:
    """The figures of closed assessments, by id; a table holds all of one catalogue and threshold."""

    tables: Mapping[str, ScoredTable]
    choices: Mapping[str, Mapping[str, Choice]]
    thresholds: Mapping[str, int]
    faults: Mapping[str, Fault]  # those that cannot be scored

    def outcome(self, assessment: Assessment) -> Outcome | Fault:
        """Return the outcome of an assessment with its figures alone, or what is wrong.

        Answers, comments, agreements and movement are left out.
        """
        if assessment.id in self.faults:
            return self.faults[assessment.id]
        scored = self.tables[assessment.id]
        return Outcome(
            assessment=assessment,
            catalogue=scored.catalogue,
            choices=self.choices[assessment.id],
            answers={},
            result=scored.result(assessment.id),
            participation={},
            threshold=self.thresholds[assessment.id],
        )


@dataclass(frozen=True)
class _Placed:
    """The counts of one assessment over the criteria and roles of its catalogue."""

    table: CountTable
    catalogue: Catalogue
    threshold: int


@requires(Act.SEE_PROJECTS)
def figures_of(workspace: Workspace, assessments: Sequence[Assessment]) -> Figures:
    """Return the figures of those of the assessments that are closed, from the counts that are kept."""
    closed = [assessment for assessment in assessments if assessment.is_closed]
    ids = [assessment.id for assessment in closed]
    choices = workspace.store.choices.of(ids)
    placed: dict[str, _Placed] = {}
    faults: dict[str, Fault] = {}
    for assessment, table in zip(closed, workspace.store.answers.counts(ids), strict=True):
        made = made_or_fault(
            lambda assessment=assessment, table=table: _placed(  # type: ignore[misc]
                workspace, assessment, table
            )
        )
        if isinstance(made, Fault):
            faults[assessment.id] = made
        else:
            placed[assessment.id] = made
    thresholds = {name: one.threshold for name, one in placed.items()}
    return Figures(_scored(placed, choices), choices, thresholds, faults)


def _placed(workspace: Workspace, assessment: Assessment, table: CountTable) -> _Placed:
    catalogue = workspace.catalogue_of(assessment)
    over = table.over(catalogue.by_id, catalogue.role_ids)
    return _Placed(over, catalogue, workspace.threshold_of(assessment))


def _scored(
    placed: Mapping[str, _Placed], choices: Mapping[str, Mapping[str, Choice]]
) -> dict[str, ScoredTable]:
    """Score all that are compared alike at once."""
    alike: dict[tuple[str, int], list[str]] = {}
    for name, one in placed.items():
        alike.setdefault((one.catalogue.content_hash, one.threshold), []).append(name)
    found: dict[str, ScoredTable] = {}
    for names in alike.values():
        first = placed[names[0]]
        scored = ScoredTable.of(
            CountTable.stacked([placed[name].table for name in names]),
            first.catalogue,
            [choices[name] for name in names],
            threshold=first.threshold,
        )
        found |= dict.fromkeys(names, scored)
    return found
