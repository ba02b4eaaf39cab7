"""The voices of a result in sentences: who answered, where they part, what is not shown."""

from collections.abc import Sequence

from assessment.catalogue.model import Catalogue
from assessment.scoring.explanation import Neighbours, closest_pair
from assessment.scoring.movement import moved
from assessment.scoring.results import CriterionResult, Spread, Voice
from assessment.scoring.voice_gaps import VoiceGap
from assessment.scoring.voice_means import VoiceLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports.wording import choices
from reports.wording.results import figure, joined


def others_shown(outcome: Outcome) -> bool:
    """Return whether any voice besides the organisation's own is shown."""
    return outcome.result.shows_others({outcome.catalogue.own_role.id})


def others(outcome: Outcome, result: CriterionResult) -> list[Voice]:
    """Return the voices on a criterion beside the organisation's own."""
    own = outcome.catalogue.own_role.id
    return [voice for role, voice in result.voices.items() if role != own]


def means(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    """Return the mean of every shown voice, in the order of the catalogue."""
    return " · ".join(
        f"{choices.voice(outcome.catalogue, v.role, v.n, t)} {figure(v.mean, t)}"
        for v in result.voices.values()
        if v.mean is not None
    )


def largest_gap(outcome: Outcome, criterion: str) -> VoiceGap | None:
    """Return the largest flagged difference between two voices on a criterion."""
    return next((g for g in outcome.result.voice_gaps if g.criterion == criterion), None)


def difference(outcome: Outcome, gap: VoiceGap, t: Translator) -> str:
    """Return which two voices lie furthest apart, and how far."""
    result = outcome.result.criteria[gap.criterion]
    pair = [choices.voice(outcome.catalogue, r, result.voices[r].n, t) for r in gap.roles]
    return t(
        "Largest difference {difference}: {voices}.",
        difference=figure(abs(gap.difference), t),
        voices=joined(pair, t),
    )


def capital(sentence: str) -> str:
    """Return a sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


def picture(lines: Sequence[VoiceLine], catalogue: Catalogue, t: Translator) -> str:
    """Return what the radar of voices shows."""
    return " ".join(
        f"{line.title.in_language(t.language)}: "
        + ", ".join(
            f"{choices.group(catalogue, role, t)} {figure(voice.mean, t)}"
            for role, voice in line.voices.items()
        )
        + "."
        for line in lines
    )


def what_counts(t: Translator) -> str:
    """Return what voices beside each other are made of."""
    return t(
        "Only criteria on which at least two groups are shown count here. Groups are not always "
        "asked the same, so look at the number in brackets too."
    )


def spread_sentence(levels: Sequence[int], spread: Spread, t: Translator) -> str:
    """Return where most answers of a group lie, with the word for its spread if there is one."""
    sentence = _closest(closest_pair(levels), t)
    if spread.word == "too_few":
        return sentence
    return f"{sentence}: {choices.spread_words(t)[spread.word]}"


def _closest(closest: Neighbours, t: Translator) -> str:
    if closest.of == 1:
        return t("one answer: level {level}", level=closest.levels[0])
    if len(closest.levels) == 1:
        message = t("{number} of the {of} chose {level}")
        return message.format(number=closest.number, of=closest.of, level=closest.levels[0])
    return t(
        "{number} of the {of} chose {low} or {high}",
        number=closest.number,
        of=closest.of,
        low=closest.levels[0],
        high=closest.levels[1],
    )


def together(result: CriterionResult) -> tuple[int, ...]:
    """Return how often each level was given, over all shown voices."""
    shown = [voice.levels for voice in result.voices.values()]
    return tuple(sum(counts) for counts in zip(*shown, strict=True))


def together_sentence(result: CriterionResult, t: Translator) -> str:
    """Return how far all shown answers on a criterion lie apart; empty without answers."""
    sentence = spread_in_words(result, t)
    return t("All shown answers together: {sentence}.", sentence=sentence) if sentence else ""


def spread_in_words(result: CriterionResult, t: Translator) -> str:
    """Return where most of all shown answers lie, without a full stop; empty without answers."""
    return spread_sentence(together(result), result.spread, t) if result.spread else ""


def two_truths(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    """Return why groups differ while all answers lie near each other; empty where they do not."""
    is_near = result.spread is not None and result.spread.word in ("shared", "mostly_shared")
    if not is_near or largest_gap(outcome, result.criterion) is None:
        return ""
    return t(
        "Both are true: taken together, a large group outweighs a small one, so most answers lie near "
        "each other. The difference is between the groups."
    )


def in_need(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    """Return what to do where a shown answer tells that somebody may need help; else empty."""
    catalogue, roles = outcome.catalogue, outcome.catalogue.role_ids
    criterion = catalogue.by_id[result.criterion]
    is_chosen = any(
        number and catalogue.needs_care(criterion, role, level)
        for role, voice in result.voices.items()
        if role in roles  # groups taken together read different words
        for level, number in enumerate(voice.levels)
    )
    if not is_chosen:
        return ""
    return t(
        "Somebody chose an answer after which help may be needed. Do not look for who it was. Tell "
        "everybody once more, each apart, whom they can turn to."
    )


def word_and_difference(t: Translator) -> str:
    """Return that the word for spread and the difference between groups are two things."""
    return t(
        "The word, such as ‘{shared}’, is about all answers together, and a large group outweighs a "
        "small one there. The difference is between the means of two groups. Both can be true at once.",
        shared=choices.spread_words(t)["shared"],
    )


def left_out(outcome: Outcome, t: Translator) -> str:
    """Return that some answers are not shown, and why; empty when all are.

    How many, of whom and on which question is not told: that would say what one person did.
    """
    if not outcome.result.some_left_out:
        return ""
    roles = [
        r.plural.in_language(t.language) for r in outcome.catalogue.roles if not r.organisation
    ]
    return t(
        "Some answers are not shown. Answers of {voices} are shown from {n} answers to one question. "
        "Smaller groups are taken together, or left out, so that nobody can be recognised.",
        voices=joined(roles, t),
        n=outcome.threshold,
    )


def shown_later(t: Translator) -> str:
    """Return why nothing of other voices shows in an open assessment."""
    return t(
        "What groups outside the organisation answered shows after closing, so that nobody can read "
        "one new answer."
    )


def yet_answered(outcome: Outcome, criterion: str, t: Translator) -> str:
    """Return who answered a criterion that does not apply all the same; empty if nobody did."""
    counted = [
        f"{choices.voice(outcome.catalogue, v.role, v.n, t)} {v.n}"
        for v in others(outcome, outcome.result.criteria[criterion])
        if v.n
    ]
    return t("yet answered: {voices}", voices=" · ".join(counted)) if counted else ""


def participation(outcome: Outcome, t: Translator) -> str:
    """Return who answered: every role with how many voices."""
    if not outcome.participation:
        return t("Nobody has answered yet.")
    return t("Who answered: {voices}.", voices=who_answered(outcome, t))


def who_answered(outcome: Outcome, t: Translator) -> str:
    """Return every role that answered with how many voices it has."""
    counted = [
        f"{choices.voice(outcome.catalogue, role, number, t)} {number}"
        for role in outcome.catalogue.role_ids
        if (number := outcome.participation.get(role))
    ]
    return " · ".join(counted)


def movement(outcome: Outcome, role: str, t: Translator) -> str:
    """Return on how many criteria one voice went up, went down and stayed the same."""
    steps = outcome.voice_movement[role]
    up, down = moved(steps)
    return t.plural(
        "{voice}, on one criterion: {up} up, {down} down, {same} the same",
        "{voice}, on {n} criteria: {up} up, {down} down, {same} the same",
        len(steps),
        voice=capital(choices.group(outcome.catalogue, role, t)),
        up=len(up),
        down=len(down),
        same=len(steps) - len(up) - len(down),
    )
