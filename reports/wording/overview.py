"""The overview in sentences: the first finding, what each list says of a criterion, movement in short."""

from collections.abc import Iterable

from assessment.scoring.movement import moved
from assessment.scoring.results import CriterionResult
from assessment.services.outcome import Outcome
from assessment.services.overview import (
    Direction,
    FirstFinding,
    Overview,
    largest_difference,
    overview_of,
)
from locales import Translator
from reports.wording import choices, results
from reports.wording.voices import capital


def first_sentence(outcome: Outcome, overview: Overview, t: Translator, *, to_you: bool) -> str:
    """Return what a reader should know first; `to_you` speaks to the organisation itself."""
    finding = overview.finding
    if finding is None:
        return results.floor(outcome, t)
    own = t("you") if to_you else t("the organisation itself")
    if finding.role is None:
        return t.plural(
            "On the one point that can be compared, no group is a level or more away from {own}.",
            "No group is a level or more away from {own} on any of {n} points.",
            finding.of,
            own=own,
        )
    who = capital(choices.group(outcome.catalogue, finding.role, t))
    return _apart(finding, who, own, t)


def _apart(finding: FirstFinding, who: str, own: str, t: Translator) -> str:
    if finding.direction is Direction.LOWER:
        return t.plural(
            "{who} see the one point that can be compared at least one level lower than {own}.",
            "{who} see {number} of {n} points at least one level lower than {own}.",
            finding.of,
            who=who,
            number=finding.number,
            own=own,
        )
    return t.plural(
        "{who} see the one point that can be compared at least one level higher than {own}.",
        "{who} see {number} of {n} points at least one level higher than {own}.",
        finding.of,
        who=who,
        number=finding.number,
        own=own,
    )


def no_list(name: str, overview: Overview, t: Translator) -> str:
    """Return why a list of the overview, such as "hurts", is empty."""
    if name == "talk_first" and overview.finding is None:
        return t("There is no group yet to lay beside the organisation's own answers.")
    return {
        "talk_first": t("No groups differ clearly. There is nothing you have to talk about first."),
        "hurts": t("Nothing else that has a score is below its target."),
        "stands": t("Nothing is on target yet with all groups seeing it alike."),
    }[name]


def titles(t: Translator) -> dict[str, str]:
    """Return the titles of the three lists."""
    return {
        "talk_first": t("Talk about this first"),
        "hurts": t("This is where it hurts"),
        "stands": t("This stands"),
    }


def difference(result: CriterionResult, t: Translator) -> str:
    """Return how far groups lie apart on a criterion; empty when they hardly do."""
    apart = largest_difference(result)
    return t("difference {difference}", difference=results.figure(apart, t)) if apart else ""


def next_step(outcome: Outcome, criterion: str, t: Translator) -> str:
    """Return the first next step that the catalogue knows for a criterion; empty without one."""
    steps = outcome.catalogue.by_id[criterion].next_steps
    return steps[0].in_language(t.language) if steps else ""


def movement_in_short(outcome: Outcome, t: Translator) -> str:
    """Return how many criteria went up and down; empty when nothing can be compared."""
    if not any(step.change is not None for step in outcome.movement.values()):
        return ""
    up, down = moved(outcome.movement)
    return t("Since last time: {up} up, {down} down.", up=len(up), down=len(down))


def stand_out(outcome: Outcome, t: Translator) -> list[str]:
    """Return in a few sentences what stands out: first finding, floor, three lists, movement."""
    overview = overview_of(outcome)
    sentences = [
        first_sentence(outcome, overview, t, to_you=False),
        results.floor(outcome, t),
        _named(t("Talk about this first"), outcome, overview.talk_first, t),
        _named(t("This is where it hurts"), outcome, overview.hurts, t),
        _named(t("This stands"), outcome, overview.stands, t),
    ]
    if any(step.change is not None for step in outcome.movement.values()):
        sentences.append(results.movement(outcome, t))
    return list(dict.fromkeys(sentence for sentence in sentences if sentence))


def _named(title: str, outcome: Outcome, criteria: Iterable[str], t: Translator) -> str:
    listed = list(criteria)
    return f"{title}: {results.named(outcome, listed, t)}." if listed else ""
