"""What a profile for pairs needs: two roles that are asked something."""

from collections.abc import Iterator

from assessment.catalogue.model import PAIR
from assessment.catalogue.reading.entries import Entries, Entry


def check_pairs(entries: Entries) -> None:
    """Report profiles for pairs that ask fewer than two roles outside the organisation anything."""
    if entries.incomplete & {"roles", "criteria"}:
        return
    others = {role.id for role in entries.of("roles") if role.data.get("organisation") is not True}
    for profile in entries.of("profiles"):
        if profile.data.get("for_pair") is not True:
            continue
        asked = {role for criterion in _chosen(profile, entries) for role in _roles(criterion)}
        if len(asked & others) < PAIR:
            text = (
                "a pair needs two roles of others that are asked any of this. Choose more criteria."
            )
            profile.problem(("for_pair",), text)


def _chosen(profile: Entry, entries: Entries) -> list[Entry]:
    wanted = profile.data.get("criteria")
    listed = wanted if isinstance(wanted, list) else []
    return [c for c in entries.of("criteria") if wanted == "all" or c.id in listed]


def _roles(criterion: Entry) -> Iterator[str]:
    also = criterion.data.get("also_asked")
    named = (criterion.data.get("role"), *(also if isinstance(also, list) else ()))
    return (role for role in named if isinstance(role, str))
