"""The catalogue: one versioned set of criteria with its scales, phases, roles and more.

Nothing here knows what is assessed: another standard is another folder.
"""

import hashlib
import json
from collections.abc import Collection
from functools import cached_property
from typing import Literal

from pydantic import Field, StrictBool, StrictInt

from assessment.catalogue.base import Part, is_nothing
from assessment.catalogue.base import Text as Text
from assessment.catalogue.conversation import Boundaries, Relationship, Tension, Thesis
from assessment.errors import NotFound

Requirement = Literal["minimal", "growth"]
Origin = Literal["sources", "standards"]
Evidence = Literal["research", "practice", "one_source"]
LEVELS = 5  # every scale has the levels 0..4
TOP_LEVEL = LEVELS - 1
PAIR = 2  # people who answer apart and look together
TOP_WEIGHT = 1000  # so that no sum of weights overflows


class Role(Part):
    """Whose view an answer is. The roles of the organisation are not anonymous, the others are."""

    id: str
    title: Text
    plural: Text
    description: Text
    organisation: StrictBool = False
    asked_everything: StrictBool = False
    heard_first: StrictBool = Field(default=False, exclude_if=is_nothing)


class Perspective(Part):
    """One way to look at quality."""

    id: str
    title: Text
    definition: Text
    question: Text


class Phase(Part):
    """A step of the process."""

    id: str
    title: Text
    question: Text


class Ambition(Part):
    """A preset of targets: the level for minimal and for growth criteria, None for no target."""

    id: str
    title: Text
    description: Text
    minimal: StrictInt | None = Field(ge=0, le=TOP_LEVEL)
    growth: StrictInt | None = Field(ge=0, le=TOP_LEVEL)


class Source(Part):
    """A document that rows of the inventory come from."""

    id: str
    title: Text
    description: Text


class Standard(Part):
    """A public standard of the field that supports a criterion."""

    id: str
    title: Text


class Level(Part):
    """One step of a scale."""

    label: Text
    meaning: Text


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
    rubric: tuple[Text, ...] = ()
    why: Text | None = None
    look_for: tuple[Text, ...] = ()
    prompts: tuple[Text, ...] = ()
    next_steps: tuple[Text, ...] = ()
    not_applicable: Text | None = None
    origin: Origin = Field(default="sources", exclude_if=lambda origin: origin == "sources")
    evidence: Evidence | None = Field(default=None, exclude_if=is_nothing)
    sources: tuple[str, ...]
    supported_by: tuple[str, ...] = ()
    perspective: str = ""  # the name of the file it stands in

    def question_for(self, role: str) -> Text:
        """Return the question in the words meant for `role`."""
        return self.ask.get(role, self.question)


class Profile(Part):
    """A ready choice of criteria; a project may change it per criterion."""

    id: str
    title: Text
    description: Text
    criteria: Literal["all"] | tuple[str, ...]
    requirement: dict[str, Requirement] = Field(default_factory=dict)
    for_pair: StrictBool = Field(default=False, exclude_if=is_nothing)
    for_others: StrictBool = Field(default=False, exclude_if=is_nothing)


class Header(Part):
    """What catalogue.yaml holds."""

    id: str
    version: str
    title: Text
    description: Text
    languages: tuple[str, ...]
    roles: tuple[Role, ...]
    perspectives: tuple[Perspective, ...]
    phases: tuple[Phase, ...]
    ambitions: tuple[Ambition, ...]
    sources: tuple[Source, ...] = ()
    standards: tuple[Standard, ...] = ()


class Catalogue(Header):
    """A whole catalogue, checked."""

    scales: tuple[Scale, ...]
    criteria: tuple[Criterion, ...]
    theses: tuple[Thesis, ...] = ()
    profiles: tuple[Profile, ...]
    tensions: tuple[Tension, ...] = Field(default=(), exclude_if=is_nothing)
    boundaries: Boundaries | None = Field(default=None, exclude_if=is_nothing)
    relationship: Relationship | None = Field(default=None, exclude_if=is_nothing)

    @cached_property
    def by_id(self) -> dict[str, Criterion]:
        """The criteria by id, in the order of the catalogue."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def snapshot(self) -> str:
        """The whole catalogue as canonical JSON; `from_snapshot` makes it again."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the snapshot: two catalogues with one hash are the same."""
        return hashlib.sha256(self.snapshot.encode()).hexdigest()

    @classmethod
    def from_snapshot(cls, snapshot: str) -> "Catalogue":
        """Make a catalogue from its snapshot."""
        return cls.model_validate_json(snapshot)

    @cached_property
    def organisation_roles(self) -> frozenset[str]:
        """The roles that speak for the organisation."""
        return frozenset(role.id for role in self.roles if role.organisation)

    @cached_property
    def own_role(self) -> Role:
        """The role that is asked everything, and answers for the organisation.

        Raises NotFound for a catalogue without one, which no loader lets through.
        """
        for role in self.roles:
            if role.asked_everything and role.organisation:
                return role
        raise NotFound("role", "that is asked everything")

    @cached_property
    def heard_first(self) -> str | None:
        """The role whose lower view comes before every other difference, where there is one."""
        return next((role.id for role in self.roles if role.heard_first), None)

    @cached_property
    def asked(self) -> dict[str, frozenset[str]]:
        """The ids of the criteria that each role is asked."""
        return {
            role.id: frozenset(c.id for c in self.criteria if self.is_asked(c, role.id))
            for role in self.roles
        }

    @cached_property
    def role_ids(self) -> tuple[str, ...]:
        """The roles in the order of the catalogue."""
        return tuple(role.id for role in self.roles)

    def role(self, role_id: str) -> Role:
        """Return one role, which must be there."""
        return next(role for role in self.roles if role.id == role_id)

    def scale(self, scale_id: str) -> Scale:
        """Return one scale, which must be there."""
        return next(scale for scale in self.scales if scale.id == scale_id)

    def profile(self, profile_id: str) -> Profile | None:
        """Return one profile, None if there is no such profile."""
        return next((p for p in self.profiles if p.id == profile_id), None)

    @cached_property
    def audit_profiles(self) -> tuple[Profile, ...]:
        """The profiles that a project can choose for itself, the shortest first."""
        own = [p for p in self.profiles if not (p.for_pair or p.for_others)]
        return tuple(sorted(own or self.profiles, key=self._length))

    @cached_property
    def invited_profiles(self) -> tuple[Profile, ...]:
        """The profiles that people can be invited with one by one, the shortest first."""
        profiles = [p for p in self.profiles if p.for_others or not p.for_pair]
        return tuple(sorted(profiles, key=self._length))

    @cached_property
    def pair_profiles(self) -> tuple[Profile, ...]:
        """The profiles that two people answer apart and look at together.

        Those that are for pairs alone come first, then the shortest.
        """
        profiles = [p for p in self.profiles if p.for_pair and len(self.pair_roles(p)) == PAIR]
        return tuple(sorted(profiles, key=lambda p: (p.for_others, self._length(p))))

    def pair_roles(self, profile: Profile) -> tuple[str, ...]:
        """Return the roles of a pair: the first two outside the organisation that it asks anything."""
        chosen = self._chosen(profile)
        asked = [
            role.id
            for role in self.roles
            if not role.organisation and not self.asked[role.id].isdisjoint(chosen)
        ]
        return tuple(asked[:PAIR])

    def _length(self, profile: Profile) -> int:
        return len(self._chosen(profile))

    def _chosen(self, profile: Profile) -> Collection[str]:
        return self.by_id if profile.criteria == "all" else profile.criteria

    def ambition(self, ambition_id: str) -> Ambition | None:
        """Return one ambition, None if there is no such ambition."""
        return next((a for a in self.ambitions if a.id == ambition_id), None)

    def tensions_of(self, criterion: Criterion) -> tuple[Tension, ...]:
        """Return the tensions between sources that touch a criterion."""
        return tuple(tension for tension in self.tensions if criterion.id in tension.criteria)

    def is_asked(self, criterion: Criterion, role_id: str) -> bool:
        """Return whether a role is asked a criterion."""
        if self.role(role_id).asked_everything:
            return True
        return role_id == criterion.role or role_id in criterion.also_asked

    def rubric(self, criterion: Criterion) -> tuple[Text, ...]:
        """Return what each level looks like: the criterion's own words, else its scale's."""
        if criterion.rubric:
            return criterion.rubric
        return tuple(level.meaning for level in self.scale(criterion.scale).levels)
