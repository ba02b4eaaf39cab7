"""Choices: what a project chose per criterion, in scope or not, minimal or growth, which target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessment.catalogue.model import TOP_LEVEL, Ambition, Catalogue, Profile, Requirement
from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, check_characters


@dataclass(frozen=True)
class Choice:
    """What a project chose for one criterion. `target` None: no target, so no gap either."""

    criterion: str
    in_scope: bool = True
    requirement: Requirement = "growth"
    target: int | None = None
    reason: str = ""  # why it is out of scope or why its requirement differs


@dataclass(frozen=True)
class ChangedChoice:
    """A choice that differs from what the questionnaire and the ambition stand for."""

    before: Choice
    after: Choice


def preset_target(ambition: Ambition, requirement: Requirement) -> int | None:
    """Return the target that an ambition sets for a minimal or a growth criterion."""
    return ambition.minimal if requirement == "minimal" else ambition.growth


def preset_choices(catalogue: Catalogue, profile: Profile, ambition: Ambition) -> dict[str, Choice]:
    """Return the choices that a profile and an ambition stand for, for every criterion."""
    return {
        criterion.id: _preset(criterion.id, criterion.requirement, profile, ambition)
        for criterion in catalogue.criteria
    }


def _preset(name: str, requirement: Requirement, profile: Profile, ambition: Ambition) -> Choice:
    own = profile.requirement.get(name, requirement)
    return Choice(
        criterion=name,
        in_scope=profile.criteria == "all" or name in profile.criteria,
        requirement=own,
        target=preset_target(ambition, own),
    )


def with_core(catalogue: Catalogue, ambition: Ambition | None, choice: Choice) -> Choice:
    """Return a choice as the core allows it; one that is not of the core stays as it is.

    A criterion of the core is in scope and minimal, with at least the target of the ambition.
    """
    if choice.criterion not in catalogue.core:
        return choice
    lowest = ambition.minimal if ambition else None
    is_lower = lowest is not None and (choice.target is None or choice.target < lowest)
    target = lowest if is_lower else choice.target
    return replace(choice, in_scope=True, requirement="minimal", target=target)


def check_core(catalogue: Catalogue, ambition: Ambition | None, choice: Choice) -> None:
    """Raise InvalidInput for a choice that leaves out, changes or lowers a criterion of the core."""
    if with_core(catalogue, ambition, choice) != choice:
        text = (
            f"{choice.criterion} is part of the core: it stays in, it stays minimal, and its "
            "target is not lowered. Change another criterion."
        )
        raise InvalidInput("criterion", "core", text)


def changed_choices(
    catalogue: Catalogue, profile: Profile, ambition: Ambition, choices: Mapping[str, Choice]
) -> tuple[ChangedChoice, ...]:
    """Return what a project changed of its profile and ambition, in the catalogue's order."""
    both = [
        (with_core(catalogue, ambition, before), choices[name])
        for name, before in preset_choices(catalogue, profile, ambition).items()
        if name in choices
    ]
    return tuple(
        ChangedChoice(before, after)
        for before, after in both
        if replace(after, reason=before.reason) != before and (before.in_scope or after.in_scope)
    )


def checked_choice(choice: Choice) -> Choice:
    """Return the choice unchanged.

    Raises InvalidInput for a target that is not on the scale and a reason that cannot be kept.
    """
    if choice.target is not None and choice.target not in range(TOP_LEVEL + 1):
        text = f"Target {choice.target} is not on the scale. Use 0 to {TOP_LEVEL}."
        raise InvalidInput("target", "range", text)
    check_characters("reason", choice.reason)
    if len(choice.reason) > MAX_LONG:
        message = f"The reason is longer than {MAX_LONG:,} characters. Shorten it."
        raise InvalidInput("reason", "too_long", message)
    return choice


def in_scope(choices: Iterable[Choice]) -> tuple[str, ...]:
    """Return the criteria in scope, in the given order."""
    return tuple(choice.criterion for choice in choices if choice.in_scope)
