"""Profiles of a project's own: a named choice of criteria that an assessment can start with."""

from dataclasses import dataclass, replace

from assessment.catalogue.model import Catalogue, Profile, Requirement, Text
from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters, short_text

MAX_ENTRIES = 2_000
PREFIX = "own-"  # before the id of such a profile where those of the catalogue stand too


@dataclass(frozen=True)
class ProfileEntry:
    """What a project's profile says of one criterion, and why."""

    criterion: str
    in_scope: bool = True
    requirement: Requirement = "growth"
    reason: str = ""


@dataclass(frozen=True)
class ProjectProfile:
    """A named profile of a project; a criterion without an entry is as the catalogue has it.

    The core is no part of it: it is always in, minimal, whatever an entry says.
    """

    id: str
    project: str
    name: str
    catalogue: str  # id of the catalogue whose criteria it is about
    entries: tuple[ProfileEntry, ...] = ()
    session: str = ""  # in which it was agreed
    version: int = 0

    @property
    def profile_id(self) -> str:
        """What an assessment that starts with it keeps as its profile."""
        return f"{PREFIX}{self.id}"

    def as_profile(self, catalogue: Catalogue) -> Profile:
        """Return it as a profile of the catalogue; the core is in it whole and unchanged."""
        known = {e.criterion: e for e in self.entries if e.criterion in catalogue.by_id}
        kept = tuple(
            name
            for name in catalogue.by_id
            if name in catalogue.core or name not in known or known[name].in_scope
        )
        requirement = {
            name: entry.requirement for name, entry in known.items() if name not in catalogue.core
        }
        words = Text(dict.fromkeys(catalogue.languages, self.name))
        return Profile(
            id=self.profile_id,
            title=words,
            description=words,
            criteria=kept,
            requirement=requirement,
        )


def checked_project_profile(profile: ProjectProfile) -> ProjectProfile:
    """Return the profile with trimmed texts. Raises InvalidInput for a text that cannot be kept."""
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
