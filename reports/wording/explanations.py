"""Every figure in sentences: which answers, what was left out and why, and the formula."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from assessment.scoring.explanation import (
    Explanation,
    Omission,
    StaysOut,
    Term,
    explain_criterion,
    explain_group,
)
from assessment.scoring.results import CriterionResult, Voice
from assessment.scoring.rules import DECIMALS, MINIMAL_FACTOR, THIN_COVERAGE
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports.wording import choices
from reports.wording.results import figure, named


def criterion(outcome: Outcome, name: str, t: Translator) -> list[str]:
    """Explain the score, gap and priority of one criterion."""
    result = outcome.result.criteria[name]
    why = explain_criterion(result, outcome.answers.get(name))
    if not result.applies:
        return [t("It does not apply here, so it is in no figure.")]
    voices = [_voice(outcome, result.voices[term.name], t) for term in why.terms]
    omitted = [_omitted_voice(outcome, omission, t) for omission in why.omissions]
    return [*voices, *_criterion_formula(why, t), *omitted, *_gap(result, t)]


def _voice(outcome: Outcome, voice: Voice, t: Translator) -> str:
    who = choices.voice(outcome.catalogue, voice.role, voice.n, t)
    given = [(number, level) for level, number in enumerate(voice.levels) if number]
    if voice.n == 1:
        return t("{voice}: level {level}.", voice=who, level=given[0][1])
    levels = ", ".join(
        f"{number}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{level}" for number, level in given
    )
    return t(
        "{voice}: {mean}, the mean of {n} answers ({levels}).",
        voice=who,
        mean=figure(voice.mean, t),
        n=voice.n,
        levels=levels,
    )


def _criterion_formula(why: Explanation, t: Translator) -> list[str]:
    if why.value is None:
        return [t("Nobody gave a level that may be shown, so there is no score.")]
    if len(why.terms) == 1:
        return [
            t("Only one group counts; its mean is the score: {score}.", score=figure(why.value, t))
        ]
    decimals = _places([*(term.value for term in why.terms), why.value])
    total = " + ".join(t.number(term.value, decimals) for term in why.terms)
    return [
        t(
            "({total}) / {n} groups = {score}. Each group counts once, however many people it has.",
            total=total,
            n=len(why.terms),
            score=t.number(why.value, decimals),
        )
    ]


def _omitted_voice(outcome: Outcome, omission: Omission, t: Translator) -> str:
    if omission.why is StaysOut.NOT_ANSWERED:
        return t("Your own answer: not given yet.")
    who = choices.voice(outcome.catalogue, omission.name, omission.number, t)
    why = choices.omissions(t)[omission.why]
    return t("Does not count: {n} × ‘{why}’ ({voice}).", n=omission.number, why=why, voice=who)


def _gap(result: CriterionResult, t: Translator) -> list[str]:
    if result.target is None:
        return [t("No target was chosen, so it cannot be said what is still missing.")]
    if result.score is None or result.gap is None or result.priority is None:
        return []
    if not result.gap:
        return [t("The target of {target} is reached.", target=result.target)]
    decimals = _places([result.score, result.gap])
    gap = t.number(result.gap, decimals)
    factor = MINIMAL_FACTOR if result.requirement == "minimal" else 1
    return [
        t(
            "Still missing: target {target} − {score} = {gap}.",
            target=result.target,
            score=t.number(result.score, decimals),
            gap=gap,
        ),
        t(
            "Priority: {gap} × {factor} ({requirement}) = {value}, {band}.",
            gap=gap,
            factor=factor,
            requirement=choices.requirements(t)[result.requirement],
            value=t.number(result.priority.value, decimals),
            band=choices.bands(t)[result.priority.band or "low"],
        ),
    ]


def group(outcome: Outcome, line: GroupLine, t: Translator) -> list[str]:
    """Explain the score, coverage, target and movement of a perspective or phase."""
    if not line.result.applicable:
        return [t("None of its criteria applies here, so there is no figure.")]
    why = explain_group(outcome.result, outcome.catalogue, line.result.id, outcome.answers)
    return [
        *_group_formula(why, t),
        _coverage(line, t),
        *_omitted_criteria(outcome, why.omissions, t),
        *_target(line, t),
        *_compared(line, t),
    ]


def _group_formula(why: Explanation, t: Translator) -> list[str]:
    if why.value is None:
        return [t("No criterion has a score yet, so there is no figure.")]
    decimals = _places([why.total, why.value])
    total, score = t.number(why.total, decimals), t.number(why.value, decimals)
    if all(term.weight == 1 for term in why.terms):
        return [
            t.plural(
                "One criterion has a score, so that is the figure: {score}.",
                "The scores of {n} criteria together are {total}; {total} / {n} = {score}.",
                len(why.terms),
                total=total,
                score=score,
            )
        ]
    return [
        t(
            "The scores times their weights are {total}, the weights together {weight}; "
            "{total} / {weight} = {score}.",
            total=total,
            weight=t.number(why.weight, _places([why.weight])),
            score=score,
        )
    ]


def group_terms(outcome: Outcome, line: GroupLine) -> tuple[Term, ...]:
    """Return the criteria that go into the score of a group."""
    return explain_group(outcome.result, outcome.catalogue, line.result.id, outcome.answers).terms


def term_figures(term: Term, t: Translator) -> tuple[str, str]:
    """Return the score and the weight of what goes into a figure."""
    return figure(term.value, t), t.number(term.weight, _places([term.weight]))


def _coverage(line: GroupLine, t: Translator) -> str:
    figures = line.result
    sentence = t(
        "Coverage: {scored} of the {all} criteria that apply have a score.",
        scored=figures.scored,
        all=figures.applicable,
    )
    if not figures.provisional or figures.score is None:
        return sentence
    thin = t(
        "That is less than {share}, so the figure is provisional.", share=t.percent(THIN_COVERAGE)
    )
    return f"{sentence} {thin}"


def _omitted_criteria(outcome: Outcome, omissions: Iterable[Omission], t: Translator) -> list[str]:
    order = list(StaysOut)
    ranked = sorted(omissions, key=lambda omission: order.index(omission.why))
    return [
        t(
            "Left out, {why}: {criteria}.",
            why=choices.omissions(t)[why],
            criteria=named(outcome, (omission.name for omission in alike), t),
        )
        for why, alike in groupby(ranked, key=lambda omission: omission.why)
    ]


def _target(line: GroupLine, t: Translator) -> list[str]:
    if line.target is None:
        return []
    return [
        t.plural(
            "Target {target}: chosen for one criterion.",
            "Target {target}: the mean of what was chosen for {n} criteria.",
            line.targets,
            target=figure(line.target, t),
        )
    ]


def _compared(line: GroupLine, t: Translator) -> list[str]:
    if line.then is None or line.now is None:
        return []
    return [
        t.plural(
            "Last time, on the one criterion that can be compared: {then}; now {now} on the same one.",
            "Last time, on the {n} criteria that can be compared: {then}; now {now} on the same ones.",
            line.compared,
            then=figure(line.then, t),
            now=figure(line.now, t),
        )
    ]


def _places(values: Sequence[float]) -> int:
    """Return the decimals a formula needs to be followed: none, one or two."""
    for decimals in (0, 1):
        if all(round(value, decimals) == round(value, DECIMALS) for value in values):
            return decimals
    return 2
