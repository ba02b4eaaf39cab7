"""What reports and exports are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assessment.projects import Action, Project
from assessment.services.outcome import Outcome

Comments = Mapping[str, Mapping[str, Sequence[str]]]  # by criterion and role


@dataclass(frozen=True)
class Material:
    """An outcome with all that belongs to it, and how it is wanted.

    `actions` are the agreements of the project; `comments` holds what other voices wrote, by
    criterion and role, as far as it may be shown.
    """

    outcome: Outcome
    project: Project
    actions: Sequence[Action]
    language: str
    made_at: datetime
    short: bool = False
    comments: Comments = field(default_factory=dict)
