"""The summary: one page that says what stands out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import HIGH_LEVEL
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports import tables
from reports.charts import print_bars
from reports.document.model import Block, Bullets, Figure, Heading, Paragraph, Section, Sides
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, results

MOST = 3  # gaps and strengths that are named


def summary(material: Material, t: Translator) -> Section:
    """Return floor, perspectives, radar, largest gaps, strengths and movement."""
    outcome = material.outcome
    lines = outcome.perspective_lines
    picture = Figure(
        partial(print_bars.groups, lines, t),
        t("Score per perspective, from 0 to 4"),
        results.picture(lines, t),
    )
    return Section(
        t("Summary"),
        (
            *_state(outcome, t),
            Paragraph(results.floor(outcome, t), "lead"),
            *_movement(outcome, t),
            _perspectives(outcome, lines, t),
            Sides((picture,), (*_gaps(outcome, t), *_strengths(outcome, t))),
            *([] if material.short else _below_floor(outcome, t)),
        ),
    )


def _perspectives(outcome: Outcome, lines: Sequence[GroupLine], t: Translator) -> Table:
    table = tables.groups(outcome, lines, t("Perspective"), t)
    return replace(table, widths=(1.5, 2.6, *[1.0] * table.figures))


def _state(outcome: Outcome, t: Translator) -> list[Block]:
    if outcome.assessment.is_closed:
        return []
    return [Paragraph(results.so_far(outcome, t), "strong")]


def _movement(outcome: Outcome, t: Translator) -> list[Block]:
    return [] if outcome.previous is None else [Paragraph(results.movement(outcome, t))]


def _gaps(outcome: Outcome, t: Translator) -> list[Block]:
    gaps = outcome.gaps[:MOST]
    block: Block = Paragraph(t("Nothing that has a score is below its target."))
    if gaps:
        block = _named(outcome, gaps, t)
    return [Heading(t("What is still missing, the most urgent first")), block]


def _strengths(outcome: Outcome, t: Translator) -> list[Block]:
    strongest = outcome.strengths[:MOST]
    none = t(
        "Nothing has a score of {level} or more yet without being below its target.",
        level=HIGH_LEVEL,
    )
    block: Block = Paragraph(none)
    if strongest:
        block = _named(outcome, strongest, t)
    return [Heading(t("Strengths")), block]


def _named(outcome: Outcome, criteria: Sequence[CriterionResult], t: Translator) -> Bullets:
    return Bullets(
        tuple(
            f"{choices.criterion_title(outcome.catalogue, result.criterion, t)}: "
            f"{', '.join(results.gap_line(result, t))}"
            for result in criteria
        )
    )


def _below_floor(outcome: Outcome, t: Translator) -> list[Block]:
    if not outcome.result.floor.open:
        return []
    below = results.named(outcome, outcome.result.floor.open, t)
    sentence = t(
        "These minimal criteria do not reach their target yet: {criteria}.", criteria=below
    )
    return [Heading(t("The floor")), Paragraph(sentence)]
