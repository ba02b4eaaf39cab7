"""What a profile needs: two roles for a pair, and the whole core unchanged unless about two people."""

from collections.abc import Iterator

from assessment.catalogue.model import PAIR
from assessment.catalogue.reading.entries import Entries, Entry, mapping_of, words
from assessment.catalogue.reading.text_file import shown


def check_profiles(entries: Entries) -> None:
    """Report profiles that no pair can answer, and profiles or criteria that change the core."""
    core = {entry.id for entry in entries.of("criteria") if entry.data.get("core") is True}
    for entry in entries.of("criteria"):
        if entry.id in core and entry.data.get("requirement") == "growth":
            text = "a criterion of the core is minimal. Write `minimal`, or remove `core`."
            entry.problem(("requirement",), text)
    for profile in entries.of("profiles"):
        _check_about(profile)
        _check_core(profile, [name for name in entries.ids("criteria") if name in core])
    _check_pairs(entries)


def _check_about(profile: Entry) -> None:
    """Report a profile about one relationship that a project would choose for itself."""
    is_for_others = True in (profile.data.get("for_pair"), profile.data.get("for_others"))
    if profile.data.get("about") == "relationship" and not is_for_others:
        text = (
            "a project can choose this for itself, so it is not about one relationship. "
            "Remove this, or add `for_pair: true` or `for_others: true`."
        )
        profile.problem(("about",), text)


def _check_core(profile: Entry, core: list[str]) -> None:
    for name, requirement in mapping_of(profile, "requirement").items():
        if name in core and requirement == "growth":
            text = f"`{name}` is core, so it stays minimal in every profile. Remove it here."
            profile.problem(("requirement", name), text)
    listed = profile.data.get("criteria")
    if not isinstance(listed, list) or profile.data.get("about") == "relationship":
        return
    held = {name for _, name in words(listed)}
    lacking = [name for name in core if name not in held]
    if lacking:
        text = (
            f"the core lacks here: {shown(', '.join(lacking))}. Add it, or write `about: "
            "relationship` when two people answer this about their own contact."
        )
        profile.problem(("criteria",), text)


def _check_pairs(entries: Entries) -> None:
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
