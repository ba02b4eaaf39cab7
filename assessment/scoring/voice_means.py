"""The mean of every voice per perspective or phase, over what at least two voices are shown on.

A voice alone has none to lie beside, so a criterion on which only one is shown stays out
(docs/scoring.md, "Movement").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.catalogue.model import Catalogue, Text
from assessment.scoring.results import CriterionResult, Result
from assessment.scoring.rules import FEWEST_VOICES

GroupBy = Literal["perspective", "phase"]


@dataclass(frozen=True)
class VoiceMean:
    """The weighted mean of one voice over the criteria of a group."""

    mean: float
    criteria: int


@dataclass(frozen=True)
class VoiceLine:
    """A perspective or phase with the mean of every voice that is shown there, by role."""

    id: str
    title: Text
    voices: Mapping[str, VoiceMean]


def voice_lines(result: Result, catalogue: Catalogue, kind: GroupBy) -> tuple[VoiceLine, ...]:
    """Return the perspectives or phases where at least two voices are shown, in their order.

    The pool of small groups counts as a voice here: it is shown as one.
    """
    parts = catalogue.perspectives if kind == "perspective" else catalogue.phases
    lines = (VoiceLine(p.id, p.title, _means(result, catalogue, kind, p.id)) for p in parts)
    return tuple(line for line in lines if line.voices)


def _means(result: Result, catalogue: Catalogue, kind: GroupBy, part: str) -> dict[str, VoiceMean]:
    sums: dict[str, tuple[float, float, int]] = {}
    for name, figures in result.criteria.items():
        criterion = catalogue.by_id[name]
        means = _shown_means(figures)
        if getattr(criterion, kind) != part or len(means) < FEWEST_VOICES:
            continue
        for role, mean in means.items():
            total, weight, number = sums.get(role, (0.0, 0.0, 0))
            sums[role] = (total + mean * criterion.weight, weight + criterion.weight, number + 1)
    return {role: VoiceMean(total / weight, n) for role, (total, weight, n) in sums.items()}


def _shown_means(result: CriterionResult) -> dict[str, float]:
    if not result.applies:
        return {}
    return {role: voice.mean for role, voice in result.voices.items() if voice.mean is not None}
