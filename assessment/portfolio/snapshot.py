"""What a project sends: a frozen snapshot of one closed assessment, as open as the project chose.

Each openness includes the former. What it may hold stands here as classes, and nothing else gets in: no
comment, no evidence, no group that is not shown.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assessment.agreements import AgreementStatus
from assessment.text import MAX_NAME

MAX_EXPLANATION = 1_000  # characters
ID = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"
Id = Annotated[str, Field(pattern=f"^{ID}$")]
Level = Annotated[float, Field(ge=0, le=4, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Line = Annotated[str, Field(max_length=MAX_NAME)]
Version = Annotated[str, Field(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,2}$")]


class Openness(StrEnum):
    """How much a project shows."""

    DONE = "done"
    CORE = "core"
    LEVELS = "levels"
    VOICES = "voices"

    def includes(self, other: "Openness") -> bool:
        """Return whether this shows what the other one shows."""
        order = list(Openness)
        return order.index(self) >= order.index(other)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class AboutProject(_Part):
    """What the project says about itself."""

    kind: Line = ""
    target_group: Line = ""
    minors: Line = ""
    stage: Line = ""
    size: Count | None = None
    region: Line = ""


class AboutAssessment(_Part):
    """Which assessment it is, and on which catalogue."""

    name: Line
    closed_on: date
    catalogue: Id
    catalogue_version: Version
    criteria: Count  # that were asked
    coverage: Share
    voices: Count  # people who answered, of groups that are shown; 0 when none is
    fillers: Count  # who answered for the organisation
    previous_closed_on: date | None = None


class Requirement(_Part):
    """One core or minimal criterion: whether it is met, None when it was not answered."""

    criterion: Id
    is_core: bool
    met: bool | None


class OwnLevel(_Part):
    """The level that the organisation itself chose."""

    criterion: Id
    scale: Id
    perspective: Id
    level: Level


class GroupLevel(_Part):
    """What one shown group said: how many, of how many that were invited, mean and deviation."""

    criterion: Id
    scale: Id
    role: Id
    n: Annotated[int, Field(ge=5, le=1_000_000)]
    of: Count | None = None
    mean: Level
    sd: Annotated[float, Field(ge=0, le=4, allow_inf_nan=False)]


class SharedAgreement(_Part):
    """One agreement: for which criterion, by when, how far. No words of anybody."""

    criterion: Id
    status: AgreementStatus
    due: date | None = None


class Snapshot(_Part):
    """All that is sent."""

    openness: Openness
    project: AboutProject
    assessment: AboutAssessment
    agreements_made: Count
    agreements_kept: Count
    requirements: tuple[Requirement, ...] = ()
    own_levels: tuple[OwnLevel, ...] = ()
    group_levels: tuple[GroupLevel, ...] = ()
    agreements: tuple[SharedAgreement, ...] | None = None  # None: not shared
    explanation: Annotated[str, Field(max_length=MAX_EXPLANATION)] = ""

    @model_validator(mode="after")
    def _says_everything_once(self) -> "Snapshot":
        """Refuse what would count a project more than once, or says that more was kept than made."""
        said = (
            [one.criterion for one in self.requirements],
            [own.criterion for own in self.own_levels],
            [(group.criterion, group.role) for group in self.group_levels],
        )
        is_twice = any(len(set(names)) < len(names) for names in said)
        if is_twice or self.agreements_kept > self.agreements_made:
            raise ValueError("A snapshot says something twice, or that more was kept than made.")
        return self

    def as_json(self) -> dict[str, Any]:
        """Return the snapshot as JSON values."""
        return self.model_dump(mode="json")

    @cached_property
    def own(self) -> Mapping[str, OwnLevel]:
        """The organisation's own levels by criterion."""
        return {level.criterion: level for level in self.own_levels}


ALLOWED: Mapping[Openness, frozenset[str]] = {
    Openness.DONE: frozenset(
        {*("openness", "project", "assessment", "agreements_made", "agreements_kept")}
    ),
    Openness.CORE: frozenset({"requirements"}),
    Openness.LEVELS: frozenset({"own_levels"}),
    Openness.VOICES: frozenset({"group_levels"}),
}


def fields_of(openness: Openness, *, with_agreements: bool, explained: bool) -> frozenset[str]:
    """Return which fields of a snapshot may hold something."""
    allowed = {name for one, names in ALLOWED.items() if openness.includes(one) for name in names}
    extra = {"agreements"} if with_agreements else set()
    return frozenset(allowed | extra | ({"explanation"} if explained else set()))
