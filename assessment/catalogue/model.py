"""The catalogue: one versioned set of criteria with its scales, phases, roles and more.

Nothing here knows what is assessed: another standard is another folder.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from pydantic import Field

from assessment.catalogue.base import RubricText, is_nothing
from assessment.catalogue.base import Text as Text
from assessment.catalogue.conversation import Boundaries, Factor, Relationship, Tension, Thesis
from assessment.catalogue.criterion import LEVELS as LEVELS
from assessment.catalogue.criterion import TOP_LEVEL as TOP_LEVEL
from assessment.catalogue.criterion import Criterion as Criterion
from assessment.catalogue.criterion import Requirement as Requirement
from assessment.catalogue.criterion import Scale as Scale
from assessment.catalogue.header import Ambition as Ambition
from assessment.catalogue.header import Header as Header
from assessment.catalogue.header import Profile as Profile
from assessment.catalogue.header import Role as Role
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.scripts import SessionScript, StepGuide
from assessment.errors import NotFound

PAIR = 2  # people who answer apart and look together


@dataclass(frozen=True)
class Wording:
    """Five levels in the words that these roles read."""

    roles: tuple[str, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Edition:
    """A catalogue as a key: two with the same hash are the same."""

    content_hash: str
    catalogue: "Catalogue" = field(compare=False, repr=False)


class Catalogue(Header):
    """A whole catalogue, checked."""

    scales: tuple[Scale, ...]
    criteria: tuple[Criterion, ...]
    theses: tuple[Thesis, ...] = ()
    profiles: tuple[Profile, ...]
    tensions: tuple[Tension, ...] = Field(default=(), exclude_if=is_nothing)
    boundaries: Boundaries | None = Field(default=None, exclude_if=is_nothing)
    relationship: Relationship | None = Field(default=None, exclude_if=is_nothing)
    factors: tuple[Factor, ...] = Field(default=(), exclude_if=is_nothing)
    help: tuple[HelpNumber, ...] = Field(default=(), exclude_if=is_nothing)
    guides: tuple[StepGuide, ...] = Field(default=(), exclude_if=is_nothing)
    scripts: tuple[SessionScript, ...] = Field(default=(), exclude_if=is_nothing)

    @cached_property
    def by_id(self) -> dict[str, Criterion]:
        """The criteria by id, in the order of the catalogue."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def core(self) -> frozenset[str]:
        """The ids of the criteria that no project can leave out or change."""
        return frozenset(criterion.id for criterion in self.criteria if criterion.core)

    @cached_property
    def snapshot(self) -> str:
        """The catalogue as canonical JSON, without what is never frozen.

        Those are the numbers to call, and the scripts of group sessions: a session keeps its own.
        """
        plain = self.model_dump(mode="json", exclude={"help", "guides", "scripts"})
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the snapshot: two catalogues with one hash are the same."""
        return hashlib.sha256(self.snapshot.encode()).hexdigest()

    @cached_property
    def edition(self) -> Edition:
        """The key by which what is made of this catalogue can be kept."""
        return Edition(self.content_hash, self)

    def __repr__(self) -> str:
        """Return which catalogue this is: its texts would fill a book."""
        return f"Catalogue({self.id!r}, {self.version!r})"

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with changes, for which everything that follows from its fields is made anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy

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

    def script(self, script_id: str) -> SessionScript | None:
        """Return one script of a group session, None if there is no such script."""
        return next((s for s in self.scripts if s.id == script_id), None)

    def guide(self, kind: str) -> StepGuide | None:
        """Return what a facilitator does in a kind of step, None where nothing is written of it."""
        return next((g for g in self.guides if g.id == kind), None)

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

    def rubric(self, criterion: Criterion, role: str) -> tuple[Text, ...]:
        """Return what each level looks like in the words that a role reads.

        Those are its own, else those of the lead role, else the meanings of the scale.
        """
        own = criterion.rubric_for.get(role, criterion.rubric)
        return own or tuple(level.meaning for level in self.scale(criterion.scale).levels)

    def levels_to_choose(self, criterion: Criterion, role: str, language: str) -> tuple[str, ...]:
        """Return what each level looks like to a role, and for the organisation's own the hint too."""
        texts = [text.in_language(language) for text in self.rubric(criterion, role)]
        if role != self.own_role.id:
            return tuple(texts)
        hints = [level.hint for level in self.scale(criterion.scale).levels]
        return tuple(
            f"{text} {hint.in_language(language)}" if hint else text
            for text, hint in zip(texts, hints, strict=True)
        )

    def has_own_words(self, criterion: Criterion, role: str) -> bool:
        """Return whether a role reads levels in its own words, which need no names of the scale.

        The lead role does too where others have theirs, but for the one that is asked everything.
        """
        is_lead = role == criterion.role and not self.role(role).asked_everything
        return role in criterion.rubric_for or (is_lead and bool(criterion.rubric_for))

    def needs_care(self, criterion: Criterion, role: str, level: int) -> bool:
        """Return whether who chooses a level in a role may need somebody to turn to."""
        chosen = self.rubric(criterion, role)[level]
        return isinstance(chosen, RubricText) and chosen.care

    def wordings(self, criterion: Criterion, roles: Iterable[str]) -> tuple[Wording, ...]:
        """Return the different words in which roles read the levels, in the order of the roles."""
        found: list[Wording] = []
        for role in dict.fromkeys(roles):
            texts = self.rubric(criterion, role)
            same = next((n for n, wording in enumerate(found) if wording.texts == texts), None)
            if same is None:
                found.append(Wording((role,), texts))
            else:
                found[same] = Wording((*found[same].roles, role), texts)
        return tuple(found)

    def in_the_words_of_the_lead(self, criterion: Criterion) -> tuple[str, ...]:
        """Return the other roles that choose from levels that were written for the lead role."""
        if not criterion.rubric:
            return ()
        return tuple(
            role
            for role in self.role_ids
            if role not in (criterion.role, *criterion.rubric_for)
            and self.is_asked(criterion, role)
        )
