"""Voices beside each other: who answered, where they part, what to talk about first."""

from functools import partial

from assessment.scoring.results import CriterionResult, Voice
from assessment.scoring.voice_means import voice_lines
from assessment.services.outcome import Outcome
from locales import Translator
from reports import tables
from reports.charts import bars
from reports.document.model import Block, Bullets, Figure, Heading, Paragraph, Section
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, results, rubrics, voices


def beside_each_other(material: Material, t: Translator) -> Section | None:
    """Return the section, None when only the organisation's own voice answered."""
    outcome = material.outcome
    if not set(outcome.participation) - {outcome.catalogue.own_role.id}:
        return None
    blocks: list[Block] = [Paragraph(voices.participation(outcome, t))]
    if not outcome.assessment.is_closed:
        blocks.append(Paragraph(voices.shown_later(t)))
    elif voices.others_shown(outcome):
        blocks += [*_per_perspective(outcome, t), *_talk_first(outcome, t)]
        blocks += [Heading(t("All criteria")), _means(outcome, t)]
    parts = (*blocks, *_not_shown(outcome, t))
    return Section(t("Groups beside each other"), parts, starts_page=False)


def _per_perspective(outcome: Outcome, t: Translator) -> list[Block]:
    lines = voice_lines(outcome.result, outcome.catalogue, "perspective")
    if not lines:
        return []
    return [
        tables.voice_lines(outcome, lines, t("Perspective"), t),
        Paragraph(voices.what_counts(t), "soft"),
    ]


def _talk_first(outcome: Outcome, t: Translator) -> list[Block]:
    blocks: list[Block] = [Heading(t("Talk about this first"))]
    if not outcome.result.discuss_first:
        none = t("No groups differ clearly. There is nothing you have to talk about first.")
        return [*blocks, Paragraph(none)]
    for name in outcome.result.discuss_first:
        result = outcome.result.criteria[name]
        blocks += [
            Heading(choices.criterion_title(outcome.catalogue, name, t), 4),
            *figures(outcome, result, t),
            *_wordings(outcome, result, t),
            *prompts(outcome, name, t),
        ]
    return blocks


def figures(outcome: Outcome, result: CriterionResult, t: Translator) -> list[Block]:
    """Return what groups answered on a criterion, in words and as a picture."""
    said = _said(outcome, result, t)
    return [*([Paragraph(said)] if said else []), _spread(outcome, result, t)]


def _said(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    gap = voices.largest_gap(outcome, result.criterion)
    parts = [
        "" if gap is None else voices.difference(outcome, gap, t),
        voices.together_sentence(result, t),
        voices.two_truths(outcome, result, t),
        voices.in_need(outcome, result, t),
    ]
    return " ".join(part for part in parts if part)


def _spread(outcome: Outcome, result: CriterionResult, t: Translator) -> Figure:
    drawn = [
        bars.VoiceSpread(
            f"{choices.voice(outcome.catalogue, v.role, v.n, t)} {results.figure(v.mean, t)}",
            v.levels,
            voices.spread_sentence(v.levels, v.spread, t),
        )
        for v in result.voices.values()
        if v.spread is not None
    ]
    return Figure(
        partial(bars.spread_bars, drawn),
        t("How often each level was given, per group with its mean"),
        " ".join(f"{voice.name}: {voice.sentence}." for voice in drawn),
    )


def _wordings(outcome: Outcome, result: CriterionResult, t: Translator) -> list[Block]:
    """Return the levels side by side, where the groups answered in words of their own."""
    shown = [role for role, voice in result.voices.items() if voice.levels is not None]
    levels = rubrics.compared(outcome.catalogue, result.criterion, shown, t)
    if levels is None:
        return []
    widths = (0.8, *[1.6] * (len(levels.header) - 1))
    return [Table(rubrics.caption(t), levels.header, levels.rows, widths=widths)]


def prompts(outcome: Outcome, criterion: str, t: Translator) -> list[Block]:
    """Return the questions that open the talk about a criterion, nothing where there are none."""
    asked = outcome.catalogue.by_id[criterion].prompts
    if not asked:
        return []
    return [
        Paragraph(t("Questions that open the talk"), "strong"),
        Bullets(tuple(prompt.in_language(t.language) for prompt in asked)),
    ]


def _means(outcome: Outcome, t: Translator) -> Table:
    """Return the mean of every voice, for the criteria that other voices speak on."""
    with_levels = [
        result
        for result in outcome.result.criteria.values()
        if result.shows_others({outcome.catalogue.own_role.id})
    ]
    present = {role for result in with_levels for role in result.voices}
    order = [*outcome.catalogue.role_ids, *sorted(present - set(outcome.catalogue.role_ids))]
    roles = [role for role in order if role in present]
    titles = (voices.capital(choices.group(outcome.catalogue, role, t)) for role in roles)
    header = (t("Criterion"), *titles)
    rows = tuple(
        (
            choices.criterion_title(outcome.catalogue, result.criterion, t),
            *(_mean(result.voices.get(role), t) for role in roles),
            _difference(outcome, result, t),
        )
        for result in with_levels
    )
    caption = t("Mean of each group with how many gave a level; a difference from 1.0 is named")
    return Table(caption, (*header, t("Difference")), rows, figures=len(roles) + 1)


def _mean(voice: Voice | None, t: Translator) -> str:
    if voice is None:
        return results.NOTHING
    return results.NOTHING if voice.mean is None else f"{results.figure(voice.mean, t)} ({voice.n})"


def _difference(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    gap = voices.largest_gap(outcome, result.criterion)
    return results.NOTHING if gap is None else results.figure(abs(gap.difference), t)


def _not_shown(outcome: Outcome, t: Translator) -> list[Block]:
    told = voices.left_out(outcome, t)
    return [Heading(t("What is not shown")), Paragraph(told)] if told else []


def talk_first_in_short(material: Material, t: Translator) -> Section | None:
    """Return what to talk about first as a list, None without other voices or differences."""
    outcome = material.outcome
    if not voices.others_shown(outcome) or not outcome.result.discuss_first:
        return None
    items = tuple(
        f"{choices.criterion_title(outcome.catalogue, name, t)}: "
        f"{voices.means(outcome, outcome.result.criteria[name], t)}"
        for name in outcome.result.discuss_first
    )
    return Section(t("Talk about this first"), (Bullets(items),), starts_page=False)
