"""Profiles of a project's own: what it decided beside a profile of the catalogue, under a name.

An assessment that starts with one keeps the profile of the catalogue that it stands on; what it decided
shows in the choices, with the reasons. The core is no part of it: that is always in, and minimal.
"""

from collections.abc import Mapping
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
