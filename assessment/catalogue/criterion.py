"""One criterion, and the scales that its levels stand on."""

from typing import Literal

from pydantic import Field, StrictBool

from assessment.catalogue.base import Part, RubricText, Text, is_nothing

Requirement = Literal["minimal", "growth"]
Origin = Literal["sources", "standards"]
Evidence = Literal["research", "practice", "one_source", "law"]
LEVELS = 5  # every scale has the levels 0..4
TOP_LEVEL = LEVELS - 1
TOP_WEIGHT = 1000  # so that no sum of weights overflows


class Level(Part):
    """One step of a scale.

    The hint helps who answers for the organisation to choose it.
    """

    label: Text
    meaning: Text
    hint: Text | None = Field(default=None, exclude_if=is_nothing)


class Scale(Part):
    """Five ordered levels, level 0 first."""

    id: str
    title: Text
    levels: tuple[Level, ...]


class Criterion(Part):
    """One assessable statement. Its id is permanent, its texts may change."""

    id: str
    title: Text
    question: Text
    ask: dict[str, Text] = Field(default_factory=dict)
    role: str
    also_asked: tuple[str, ...] = ()
    phase: str
    requirement: Requirement
    weight: float = Field(default=1, gt=0, le=TOP_WEIGHT, strict=True, allow_inf_nan=False)
    scale: str
    rubric: tuple[RubricText, ...] = ()
    rubric_for: dict[str, tuple[RubricText, ...]] = Field(
        default_factory=dict, exclude_if=is_nothing
    )
    core: StrictBool = Field(default=False, exclude_if=is_nothing)
    why: Text | None = None
    look_for: tuple[Text, ...] = ()
    prompts: tuple[Text, ...] = ()
    next_steps: tuple[Text, ...] = ()
    not_applicable: Text | None = None
    origin: Origin = Field(default="sources", exclude_if=lambda origin: origin == "sources")
    evidence: Evidence | None = Field(default=None, exclude_if=is_nothing)
    sources: tuple[str, ...]
    studies: tuple[str, ...] = Field(default=(), exclude_if=is_nothing)
    supported_by: tuple[str, ...] = ()
    perspective: str = ""  # the name of the file it stands in

    def question_for(self, role: str) -> Text:
        """Return the question in the words meant for `role`."""
        return self.ask.get(role, self.question)
