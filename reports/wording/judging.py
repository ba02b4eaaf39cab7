"""Judging in words: what is asked on a card, what came of it, and why."""

from assessment.catalogue.effort import Effort
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from assessment.judging.judgements import Judgement
from assessment.judging.results import JudgedCriterion
from assessment.scoring.visibility import OTHER_VOICES
from assessment.services.judging.outcome import JudgingOutcome
from assessment.session.voting.ballots import (
    APPLIES,
    DESIRABLE,
    DOES_NOT_APPLY,
    MINIMAL,
    NEED,
    NOT_NEEDED_NOW,
    PARTLY,
    UNKNOWN,
)
from assessment.session.voting.results import QuestionResult, VoteVoice
from assessment.session.voting.verdicts import Verdict
from locales import Translator
from reports.session.votes import option
from reports.wording.choices import group
from reports.wording.results import NOTHING, joined
from reports.wording.voices import capital

WHOLE = 100


def home_choices(t: Translator) -> tuple[tuple[str, str], ...]:
    """Return what a card asks first: value and label."""
    return (
        (APPLIES, t("Yes, this applies")),
        (PARTLY, t("It applies partly")),
        (DOES_NOT_APPLY, t("No, this does not apply")),
        (UNKNOWN, t("I don't know")),
    )


def home_needs(t: Translator) -> tuple[tuple[str, str, str], ...]:
    """Return what a card asks then: value, label and what it means."""
    return (
        (MINIMAL, t("It is a minimum"), t("Without this the project should not go on.")),
        (DESIRABLE, t("It is desirable"), t("Good to have, and something to work on.")),
        (NOT_NEEDED_NOW, t("Not needed now"), t("It can wait.")),
    )


def cards(effort: Effort, t: Translator) -> str:
    """Return how much judging asks of one person."""
    return t.plural(
        "one card, about {minutes} minutes",
        "{n} cards, about {minutes} minutes",
        effort.questions,
        minutes=effort.minutes,
    )


def judged(judgement: Judgement, t: Translator) -> str:
    """Return a judgement in words."""
    if not judgement.choice:
        return t("Not judged yet")
    said = [dict(home_choices(t))[judgement.choice]]
    said += [label for value, label, _ in home_needs(t) if value == judgement.need]
    return " · ".join(said)


def problem(error: InvalidInput, longest: int, t: Translator) -> str:
    """Return why a judgement is not saved, in words."""
    reasons = {
        "missing": t("First choose whether it applies."),
        "too_long": t("Your words are too long: at most {n} characters fit.", n=longest),
        "characters": t("Your words hold a character that cannot be kept. Type them again."),
    }
    reason = reasons.get(error.rule, t("That could not be read. Choose again."))
    return t("Not saved.") + " " + reason


def rule(threshold: int, t: Translator) -> str:
    """Return the rule by which something is clear, and what is shown."""
    return t(
        "Clear is what three quarters of those who chose say, and at least half of every group that is "
        "shown. All else is for the talk. Groups show from {n} people; smaller ones only together.",
        n=threshold,
    )


def role_name(catalogue: Catalogue, role: str, t: Translator) -> str:
    """Return what a group is called here; small ones together have no name of their own."""
    return (
        t("Other groups together") if role == OTHER_VOICES else capital(group(catalogue, role, t))
    )


def headings(t: Translator) -> tuple[str, ...]:
    """Return what stands above the figures of `rows`."""
    said = (APPLIES, PARTLY, DOES_NOT_APPLY, UNKNOWN, *NEED.options)
    return (t("Group"), t("People"), *(option(choice, t) for choice in said))


def rows(one: JudgedCriterion, catalogue: Catalogue, t: Translator) -> list[tuple[str, ...]]:
    """Return how often each option was chosen, by group that is shown; nothing where too few chose."""
    choice, need = one.result.latest["choice"], one.result.latest[NEED.question]
    roles = dict.fromkeys((*choice.voices, *need.voices))
    return [
        (
            role_name(catalogue, role, t),
            *_numbers(choice, choice.voices.get(role), (APPLIES, PARTLY, DOES_NOT_APPLY), UNKNOWN),
            *_numbers(need, need.voices.get(role), NEED.options)[1:],
        )
        for role in roles
    ]


def _numbers(
    question: QuestionResult, voice: VoteVoice | None, options: tuple[str, ...], *others: str
) -> tuple[str, ...]:
    if voice is None:
        return (NOTHING,) * (1 + len(options) + len(others))
    bins = [question.ballot.bin_of(option) for option in (*options, *others)]
    return (str(voice.n), *(str(voice.bins[n]) for n in bins if n is not None))


def reason(one: JudgedCriterion, t: Translator) -> str:
    """Return why something is clear, with how many of how many said so."""
    is_out = one.verdict is Verdict.DOES_NOT_APPLY
    question = one.result.latest["choice" if is_out else NEED.question]
    people = question.together.n if question.together else 0
    number = question.count(DOES_NOT_APPLY if is_out else MINIMAL)
    if is_out:
        return t(
            "Judged at home: {number} of {people} say that it does not apply.",
            number=number,
            people=people,
        )
    return t(
        "Judged at home: {number} of {people} call it a minimum.", number=number, people=people
    )


def difference(one: JudgedCriterion, t: Translator) -> str:
    """Return how far groups lie apart, empty when no two are shown or they do not."""
    percent = round(one.difference * WHOLE)
    return t("Groups part by {n} %.", n=percent) if percent else ""


def who_took_part(outcome: JudgingOutcome, t: Translator) -> str:
    """Return how many people of which groups judged."""
    groups = [
        t(
            "{number} of the group {role}",
            number=number,
            role=group(outcome.catalogue, role, t),
        )
        for role, number in outcome.took_part.items()
    ]
    return t.plural(
        "One person judged: {groups}.",
        "{n} people judged: {groups}.",
        outcome.people,
        groups=joined(groups, t),
    )
