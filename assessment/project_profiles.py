"""Profiles of a project's own: what it decided beside a profile of the catalogue, under a name.

An assessment that starts with one keeps the profile of the catalogue that it stands on; what it decided
shows in the choices, with the reasons. The core is no part of it: that is always in, and minimal.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessment.catalogue.model import Ambition, Catalogue, Requirement
from assessment.choices import Choice, preset_target, with_core
from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text

MAX_ENTRIES = 2_000


@dataclass(frozen=True)
class ProfileEntry:
    """What a project decided about one criterion, and why."""

    criterion: str
    in_scope: bool = True
    requirement: Requirement = "growth"
    reason: str = ""


@dataclass(frozen=True)
class ProfileDecision:
    """What was decided of one criterion, and why; None leaves as it is what nothing was decided of."""

    criterion: str
    in_scope: bool | None = None
    requirement: Requirement | None = None
    reason: str = ""


@dataclass(frozen=True)
class EntryChange:
    """What decisions would make of one entry of a profile. Of the core nothing changes."""

    criterion: str
    before: ProfileEntry
    after: ProfileEntry
    is_core: bool

    @property
    def changes_more_than_the_reason(self) -> bool:
        """Return whether something else is asked, or asked as something else."""
        before, after = self.before, self.after
        is_same = before.requirement == after.requirement or not after.in_scope
        return before.in_scope != after.in_scope or not is_same


@dataclass(frozen=True)
class ProjectProfile:
    """A named profile of a project. What has no entry is as the `base` has it."""

    id: str
    project: str
    name: str
    catalogue: str  # id of the catalogue whose criteria it is about
    base: str  # id of the profile of the catalogue that it stands on
    entries: tuple[ProfileEntry, ...] = ()
    session: str = ""  # in which it was agreed
    version: int = 0

    def on(
        self, catalogue: Catalogue, ambition: Ambition, choices: Mapping[str, Choice]
    ) -> dict[str, Choice]:
        """Return choices as this profile has them; criteria that are not there (any more) are left out."""
        decided = {
            entry.criterion: Choice(
                criterion=entry.criterion,
                in_scope=entry.in_scope,
                requirement=entry.requirement,
                target=preset_target(ambition, entry.requirement),
                reason=entry.reason,
            )
            for entry in self.entries
            if entry.criterion in choices and entry.criterion not in catalogue.core
        }
        changed = {**choices, **decided}
        return {name: with_core(catalogue, ambition, choice) for name, choice in changed.items()}


def entry_changes(
    catalogue: Catalogue, profile: ProjectProfile, decisions: Iterable[ProfileDecision]
) -> list[EntryChange]:
    """Return what a profile would change by; the profile of the catalogue holds what it has no entry of."""
    entries = {entry.criterion: entry for entry in profile.entries}
    changes = []
    for decision in decisions:
        name = decision.criterion
        if name not in catalogue.by_id or (decision.in_scope, decision.requirement) == (None, None):
            continue
        before = entries.get(name, _as_in(catalogue, profile.base, name))
        after = ProfileEntry(
            criterion=name,
            in_scope=before.in_scope if decision.in_scope is None else decision.in_scope,
            requirement=decision.requirement or before.requirement,
            reason=decision.reason or before.reason,
        )
        if after != before:
            changes.append(EntryChange(name, before, after, name in catalogue.core))
    return changes


def _as_in(catalogue: Catalogue, base: str, name: str) -> ProfileEntry:
    """Return what the profile of the catalogue says of a criterion."""
    criterion, profile = catalogue.by_id[name], catalogue.profile(base)
    if profile is None:
        return ProfileEntry(name, requirement=criterion.requirement)
    is_in = profile.criteria == "all" or name in profile.criteria
    return ProfileEntry(name, is_in, profile.requirement.get(name, criterion.requirement))


def with_changes(profile: ProjectProfile, changes: Iterable[EntryChange]) -> ProjectProfile:
    """Return a profile with these changes, but for those of the core."""
    changed = {change.criterion: change.after for change in changes if not change.is_core}
    kept = {entry.criterion: entry for entry in profile.entries}
    return replace(profile, entries=tuple({**kept, **changed}.values()))


def checked_project_profile(profile: ProjectProfile) -> ProjectProfile:
    """Return the profile with a trimmed name. Raises InvalidInput for a text that cannot be kept."""
    name = short_text("name", profile.name)
    if not name:
        raise InvalidInput("name", "missing", "A questionnaire needs a name. Type one.")
    names = [entry.criterion for entry in profile.entries]
    if len(names) > MAX_ENTRIES or len(set(names)) < len(names):
        raise InvalidInput("entries", "double", "Each criterion may stand in it only once.")
    for entry in profile.entries:
        check_characters("reason", entry.reason)
        if len(entry.reason) > MAX_LONG:
            message = f"The reason is longer than {MAX_LONG:,} characters. Shorten it."
            raise InvalidInput("reason", "too_long", message)
    return replace(profile, name=name)
