"""The summary: one page that says what to know first, the same as the overview on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from assessment.services.overview import Overview, overview_of
from locales import Translator
from reports import tables
from reports.charts import bars, voice_line
from reports.document.model import (
    Block,
    Figure,
    Heading,
    Paragraph,
    Pictured,
    PicturedItem,
    Section,
    Sides,
)
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, overview, results, voices


def summary(material: Material, t: Translator) -> Section:
    """Return the first finding, three short lists, floor, movement, radar and perspectives."""
    outcome = material.outcome
    known, lines = overview_of(outcome), outcome.perspective_lines
    first = overview.first_sentence(outcome, known, t, to_you=False)
    picture = Figure(
        partial(bars.groups, lines, t),
        t("Score per perspective, from 0 to 4"),
        results.picture(lines, t),
    )
    return Section(
        t("Summary"),
        (
            *_state(outcome, t),
            Paragraph(first, "lead"),
            *_also(outcome, first, t),
            Sides(
                _lists(material, known, t),
                (picture, *_legend(outcome, known, t), *_below_floor(material, t)),
            ),
            _perspectives(outcome, lines, t),
        ),
    )


def _perspectives(outcome: Outcome, lines: Sequence[GroupLine], t: Translator) -> Table:
    table = tables.groups(outcome, lines, t("Perspective"), t)
    return replace(table, widths=(1.5, 2.6, *[1.0] * table.figures))


def _state(outcome: Outcome, t: Translator) -> list[Block]:
    if outcome.assessment.is_closed:
        return []
    return [Paragraph(results.so_far(outcome, t), "strong")]


def _also(outcome: Outcome, first: str, t: Translator) -> list[Block]:
    """Return floor and movement, unless the first sentence said it."""
    sentences = [results.floor(outcome, t)]
    if outcome.previous is not None:
        sentences.append(results.movement(outcome, t))
    rest = " ".join(sentence for sentence in sentences if sentence != first)
    return [Paragraph(rest)] if rest else []


def _lists(material: Material, known: Overview, t: Translator) -> tuple[Block, ...]:
    titles, blocks = overview.titles(t), list[Block]()
    for name, criteria in _named(known).items():
        blocks.append(Heading(titles[name]))
        if criteria:
            blocks.append(Pictured(tuple(_item(material, name, c, t) for c in criteria)))
        else:
            blocks.append(Paragraph(overview.no_list(name, known, t)))
    return tuple(blocks)


def _named(known: Overview) -> dict[str, tuple[str, ...]]:
    return {"talk_first": known.talk_first, "hurts": known.hurts, "stands": known.stands}


def _item(material: Material, name: str, criterion: str, t: Translator) -> PicturedItem:
    """Return one criterion with its voices on a line, and in the long report what helps where it hurts."""
    outcome = material.outcome
    result = outcome.result.criteria[criterion]
    title = choices.criterion_title(outcome.catalogue, criterion, t)
    more = ""
    if name == "talk_first":
        more = overview.difference(result, t) or voices.spread_in_words(result, t)
    elif name == "hurts" and not material.short:
        more = overview.next_step(outcome, criterion, t)
    means = voice_line.means_of(result)
    return PicturedItem(
        f"{title}: {more}" if more else title,
        partial(voice_line.voice_line, means, result.target, outcome.catalogue),
        f"{title}: {voice_line.in_words(means, result.target, outcome.catalogue, t)}",
    )


def _legend(outcome: Outcome, known: Overview, t: Translator) -> list[Block]:
    """Return what each mark means."""
    shown = [outcome.result.criteria[name] for names in _named(known).values() for name in names]
    entries = voice_line.legend(shown, outcome.catalogue, t)
    if not entries:
        return []
    named = [name for _, name in entries]
    title = t("What the marks mean")
    return [
        Figure(
            partial(voice_line.legend_picture, entries, outcome.catalogue),
            title,
            results.joined(named, t),
        )
    ]


def _below_floor(material: Material, t: Translator) -> list[Block]:
    outcome = material.outcome
    if material.short or not outcome.result.floor.open:
        return []
    below = results.named(outcome, outcome.result.floor.open, t)
    sentence = t(
        "These minimal criteria do not reach their target yet: {criteria}.", criteria=below
    )
    return [Heading(t("The floor")), Paragraph(sentence)]
