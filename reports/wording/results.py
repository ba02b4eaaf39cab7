"""A result in sentences: figures with their levels, floor, movement, and the picture in words."""

import math
from collections.abc import Iterable, Sequence

from babel.lists import format_list

from assessment.catalogue.model import Catalogue
from assessment.scoring.movement import moved
from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import DECIMALS
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports.wording import choices

CHANGES_NAMED = 5  # in one sentence

NOTHING = "–"  # in a place for a figure
HIDDEN = 0.05  # what one decimal rounds away


def figure(value: float | None, t: Translator) -> str:
    """Return a figure with one decimal, or two where one would hide that a level is missed."""
    if value is None:
        return NOTHING
    missed = round(math.ceil(round(value, DECIMALS)) - value, DECIMALS)
    return t.number(value, 2 if 0 < missed <= HIDDEN else 1)


def joined(items: Iterable[str], t: Translator) -> str:
    """Return a list as people say it: "a, b and c"."""
    return str(format_list(list(items), locale=t.language))


def named(outcome: Outcome, criteria: Iterable[str], t: Translator) -> str:
    """Return the titles of criteria as a quoted list."""
    return joined((f"‘{choices.criterion_title(outcome.catalogue, c, t)}’" for c in criteria), t)


def level_word(catalogue: Catalogue, scales: Sequence[str], level: int, t: Translator) -> str:
    """Return what a level is called, on every scale that is used."""
    words = (catalogue.scale(scale).levels[level].label.in_language(t.language) for scale in scales)
    return " / ".join(dict.fromkeys(words))


def nearest_level(catalogue: Catalogue, line: GroupLine, t: Translator) -> str:
    """Return the level nearest to a score, or why there is none; halfway is not there yet."""
    if line.result.score is None:
        return missing(line, t)
    level = math.ceil(round(line.result.score, DECIMALS) - 0.5)
    return f"{level} · {level_word(catalogue, line.scales, level, t)}"


def missing(line: GroupLine, t: Translator) -> str:
    """Return why a perspective or phase has no score."""
    return t("no score yet") if line.result.applicable else t("does not apply")


def coverage(line: GroupLine, t: Translator) -> str:
    """Return how many of the criteria that apply have a score, and whether that is thin."""
    if not line.result.applicable:
        return NOTHING
    shown = t("{scored} of {all}", scored=line.result.scored, all=line.result.applicable)
    return f"{shown} · {t('provisional')}" if is_thin(line) else shown


def is_thin(line: GroupLine) -> bool:
    """Return whether there is a score that too few criteria carry."""
    return line.result.provisional and line.result.score is not None


def last_time(line: GroupLine, t: Translator) -> str:
    """Return the figure of last time, with how many criteria could be compared if not all."""
    if line.then is None:
        return NOTHING
    shown = figure(line.then, t)
    if line.compared == line.result.scored:
        return shown
    return t("{score} on {n} of {all}", score=shown, n=line.compared, all=line.result.scored)


def picture(lines: Iterable[GroupLine], t: Translator) -> str:
    """Return what the radar or the bars show."""
    return " ".join(_axis(line, t) for line in lines)


def _axis(line: GroupLine, t: Translator) -> str:
    parts = [missing(line, t)]
    if line.result.score is not None:
        parts = [t("{score} of 4", score=figure(line.result.score, t))]
        if line.result.provisional:
            parts.append(t("provisional"))
    if line.target is not None:
        parts.append(t("target {target}", target=figure(line.target, t)))
    if line.then is not None:
        parts.append(t("last time {score}", score=figure(line.then, t)))
    return f"{line.title.in_language(t.language)}: {', '.join(parts)}."


def no_total(t: Translator) -> str:
    """Return why there is no grand total."""
    return t(
        "There is no total score, on purpose: in one number a strong side hides a weak one, "
        "and projects get ranked on what they cannot compare."
    )


def so_far(outcome: Outcome, t: Translator) -> str:
    """Return how much of an open assessment is answered."""
    answered = sum(
        1
        for name in outcome.result.criteria
        if name in outcome.answers and outcome.answers[name].is_answered
    )
    return t(
        "This is the picture so far: {done} of {total} questions answered, with the answers of the "
        "organisation only. What other groups answered shows after closing.",
        done=answered,
        total=len(outcome.result.criteria),
    )


def floor(outcome: Outcome, t: Translator) -> str:
    """Return how many minimal criteria reach their target."""
    met, of = outcome.result.floor.met, outcome.result.floor.of
    if not of:
        return t("No minimal criterion applies to this assessment.")
    if met == of:
        return t.plural(
            "The one minimal criterion reaches its target.",
            "All {n} minimal criteria reach their target.",
            of,
        )
    if of == 1:
        return t("The one minimal criterion does not reach its target.")
    return t.plural(
        "{n} of the {of} minimal criteria reaches its target.",
        "{n} of the {of} minimal criteria reach their target.",
        met,
        of=of,
    )


def movement(outcome: Outcome, t: Translator) -> str:
    """Return how many criteria went up, went down and stayed the same since last time."""
    up, down = moved(outcome.movement)
    compared = [m for m in outcome.movement.values() if m.change is not None]
    if not compared:
        return t("Nothing can be compared with last time yet.")
    return t(
        "Since last time {up} went up, {down} went down and {same} stayed the same.",
        up=t.plural("one criterion", "{n} criteria", len(up)),
        down=len(down),
        same=len(compared) - len(up) - len(down),
    )


def what_is_compared(outcome: Outcome, t: Translator) -> str:
    """Return that only the organisation's own answers are compared, empty when all are."""
    if not outcome.assessment.is_closed:
        return t("As long as this assessment is open, only your own answers are compared.")
    if outcome.moves_alone:
        return t("The previous assessment is open again, so only your own answers are compared.")
    return ""


def has_other_speakers(outcome: Outcome, criterion: str) -> bool:
    """Return whether other voices speak on a criterion than last time: that alone may move it."""
    if outcome.previous is None or outcome.movement[criterion].change is None:
        return False
    then = outcome.previous.result.criteria[criterion]
    heard = outcome.catalogue.organisation_roles if outcome.moves_alone else None
    return _speakers(outcome.result.criteria[criterion], heard) != _speakers(then, heard)


def _speakers(result: CriterionResult, heard: frozenset[str] | None) -> set[str]:
    roles = {voice.role for voice in result.voices.values() if voice.mean is not None}
    return roles if heard is None else roles & heard


def target(result: CriterionResult, t: Translator) -> str:
    """Return the target of a criterion, a whole level."""
    return t("none") if result.target is None else str(result.target)


def gap_line(catalogue: Catalogue, result: CriterionResult, t: Translator) -> list[str]:
    """Return what is said of a criterion in a list: score, target, gap, priority, requirement."""
    parts = [
        t("score {score}", score=figure(result.score, t)),
        t("target {target}", target=target(result, t)),
    ]
    if result.gap:
        parts.append(t("still missing: {gap}", gap=gap(result.gap, t)))
    parts.append(choices.requirement(catalogue, result.criterion, result.requirement, t))
    return parts


def gap(value: float, t: Translator) -> str:
    """Return a gap; a very small one is not called 0."""
    return f"< {t.number(0.1)}" if round(value, DECIMALS) < 0.1 else t.number(value)


def changed(outcome: Outcome, t: Translator) -> str:
    """Return what the project changed of its questionnaire; empty when it changed nothing."""
    names = [change.after.criterion for change in outcome.changed_choices]
    if not names:
        return ""
    more = len(names) - CHANGES_NAMED
    sentence = t(
        "Changed by this project: {criteria}.", criteria=named(outcome, names[:CHANGES_NAMED], t)
    )
    if more <= 0:
        return sentence
    return f"{sentence} {t.plural('And one more.', 'And {n} more.', more)}"
