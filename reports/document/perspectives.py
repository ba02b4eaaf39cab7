"""A section per perspective: figures, gaps, how answers lie apart, what people wrote."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assessment.catalogue.header import Perspective
from assessment.scoring.results import CriterionResult
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from locales import Translator
from reports import tables
from reports.charts import bars
from reports.document.model import Block, Figure, Heading, Paragraph, Quotes, Section
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, explanations, results

AT_ONCE = 22  # bars that fit on one page


def perspectives(material: Material, t: Translator) -> list[Section]:
    """Return a section per perspective that has criteria in scope, one below the other."""
    by_id = {p.id: p for p in material.outcome.catalogue.perspectives}
    sections = [
        _perspective(material, by_id[line.result.id], line, t)
        for line in material.outcome.perspective_lines
    ]
    return [replace(section, starts_page=n == 0) for n, section in enumerate(sections)]


def _perspective(
    material: Material, perspective: Perspective, line: GroupLine, t: Translator
) -> Section:
    outcome = material.outcome
    criteria = [
        result
        for name, result in outcome.result.criteria.items()
        if outcome.catalogue.by_id[name].perspective == perspective.id
    ]
    return Section(
        perspective.title.in_language(t.language),
        (
            Paragraph(perspective.definition.in_language(t.language), "lead"),
            Paragraph(" ".join(explanations.group(outcome, line, t)), "soft"),
            _figures(outcome, criteria, t),
            *_gaps(outcome, criteria, t),
            *_written(material, criteria, t),
        ),
    )


def _figures(outcome: Outcome, criteria: Sequence[CriterionResult], t: Translator) -> Table:
    """Return the figures, with a column on spread where other voices are shown."""
    table = replace(
        tables.criteria(outcome, criteria, t), caption=t("The criteria, scores from 0 to 4")
    )
    if not any(result.shows_others({outcome.catalogue.own_role.id}) for result in criteria):
        return table
    return replace(
        table,
        header=(*table.header[:2], t("All answers together"), *table.header[2:]),
        rows=tuple(
            (*row[:2], _spread(result, t), *row[2:])
            for row, result in zip(table.rows, criteria, strict=True)
        ),
    )


def _spread(result: CriterionResult, t: Translator) -> str:
    if result.spread is None:
        return results.NOTHING
    if result.spread.word == "too_few":
        return t("too few answers")
    return choices.spread_words(t)[result.spread.word]


def _gaps(outcome: Outcome, criteria: Sequence[CriterionResult], t: Translator) -> list[Block]:
    here = {result.criterion for result in criteria}
    gaps = [gap for gap in outcome.gaps if gap.criterion in here]
    if not gaps:
        return []
    parts = [gaps[start : start + AT_ONCE] for start in range(0, len(gaps), AT_ONCE)]
    return [
        Heading(t("What is still missing, the most urgent first")),
        *(
            Figure(
                partial(bars.gap_bars, outcome, part, t),
                t("Score and target of what is below its target"),
                _in_words(outcome, part, t),
            )
            for part in parts
        ),
    ]


def _in_words(outcome: Outcome, gaps: Sequence[CriterionResult], t: Translator) -> str:
    return " ".join(
        f"{choices.criterion_title(outcome.catalogue, gap.criterion, t)}: "
        f"{', '.join(results.gap_line(outcome.catalogue, gap, t))}."
        for gap in gaps
    )


def _written(material: Material, criteria: Sequence[CriterionResult], t: Translator) -> list[Block]:
    blocks: list[Block] = []
    for result in criteria:
        quotes = _quotes(material, result, t)
        if quotes:
            title = choices.criterion_title(material.outcome.catalogue, result.criterion, t)
            blocks += [Heading(title, 4), *quotes]
    return [Heading(t("What people wrote")), *blocks] if blocks else []


def _quotes(material: Material, result: CriterionResult, t: Translator) -> list[Block]:
    """Return the comments of voices that are shown."""
    catalogue, given = material.outcome.catalogue, material.quotes.get(result.criterion, {})
    return [
        Quotes(choices.voice(catalogue, role, len(given[role]), t), given[role])
        for role in catalogue.role_ids
        if given.get(role)
    ]
