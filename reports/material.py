"""What reports and exports are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assessment.agreements import Agreement
from assessment.projects import Project
from assessment.services.outcome import Outcome

Comments = Mapping[str, Mapping[str, Sequence[str]]]  # by criterion and role


@dataclass(frozen=True)
class Material:
    """An outcome with all that belongs to it, and how it is wanted.

    `agreements` are the agreements of the project; `comments` holds what other voices wrote, by
    criterion and role, as far as it may be shown.
    """

    outcome: Outcome
    project: Project
    agreements: Sequence[Agreement]
    language: str
    made_at: datetime
    short: bool = False
    comments: Comments = field(default_factory=dict)

    @property
    def quotes(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The comments of voices that are shown; of the others nothing, whatever was given."""
        found = {
            name: {role: tuple(said[role]) for role in said if self._is_quoted(name, role)}
            for name, said in self.comments.items()
        }
        return {name: said for name, said in found.items() if said}

    def _is_quoted(self, criterion: str, role: str) -> bool:
        outcome = self.outcome
        if role in outcome.catalogue.organisation_roles:
            return True
        return outcome.assessment.is_closed and outcome.result.may_quote(criterion, role)
