"""The summary: one page that says what to know first, the same as the overview on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from assessment.services.overview import Overview, overview_of
from locales import Translator
from reports import tables
from reports.charts import bars
from reports.document.model import Block, Bullets, Figure, Heading, Paragraph, Section, Sides
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
            Sides(_lists(material, known, t), (picture,)),
            _perspectives(outcome, lines, t),
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


def _also(outcome: Outcome, first: str, t: Translator) -> list[Block]:
    """Return floor and movement, unless the first sentence said it."""
    sentences = [results.floor(outcome, t)]
    if outcome.previous is not None:
        sentences.append(results.movement(outcome, t))
    rest = " ".join(sentence for sentence in sentences if sentence != first)
    return [Paragraph(rest)] if rest else []


def _lists(material: Material, known: Overview, t: Translator) -> tuple[Block, ...]:
    line = _short_line if material.short else _line
    titles, blocks = overview.titles(t), list[Block]()
    for name, criteria in (
        ("talk_first", known.talk_first),
        ("hurts", known.hurts),
        ("stands", known.stands),
    ):
        blocks.append(Heading(titles[name]))
        if criteria:
            blocks.append(Bullets(tuple(line(material.outcome, name, c, t) for c in criteria)))
        else:
            blocks.append(Paragraph(overview.no_list(name, known, t)))
    return tuple(blocks)


def _line(outcome: Outcome, name: str, criterion: str, t: Translator) -> str:
    """Return one criterion with its voices and target, and what helps where it hurts."""
    result = outcome.result.criteria[criterion]
    title = choices.criterion_title(outcome.catalogue, criterion, t)
    said = voices.means(outcome, result, t) or t("no score yet")
    aim = t("target {target}", target=results.target(result, t))
    step = overview.next_step(outcome, criterion, t) if name == "hurts" else ""
    line = f"{title}: {said} · {aim}"
    return f"{line}. {t('Next step: {step}', step=step)}" if step else line


def _short_line(outcome: Outcome, name: str, criterion: str, t: Translator) -> str:
    """Return one criterion in so few words that two pages are enough."""
    result = outcome.result.criteria[criterion]
    title = choices.criterion_title(outcome.catalogue, criterion, t)
    said = [
        t("score {score}", score=results.figure(result.score, t)),
        t("target {target}", target=results.target(result, t)),
    ]
    if name == "talk_first":
        said = [overview.difference(result, t) or voices.spread_in_words(result, t)]
    return f"{title}: {' · '.join(said)}"


def _below_floor(outcome: Outcome, t: Translator) -> list[Block]:
    if not outcome.result.floor.open:
        return []
    below = results.named(outcome, outcome.result.floor.open, t)
    sentence = t(
        "These minimal criteria do not reach their target yet: {criteria}.", criteria=below
    )
    return [Heading(t("The floor")), Paragraph(sentence)]
