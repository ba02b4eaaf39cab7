"""The annex of the report: both votes of every item, reason and dissent, what people wrote."""

from collections.abc import Iterator
from functools import partial

from assessment.session.notes import NoteKind
from assessment.session.script import SessionStep, StepKind
from locales import Translator
from reports.charts import bars
from reports.document.model import Block, Bullets, Figure, Heading, Paragraph, Quotes, Section
from reports.session import step_words, votes, wording
from reports.session.material import SessionMaterial
from reports.wording.voices import capital

_WITHOUT = (StepKind.WELCOME,)  # the trial vote is nobody's business afterwards


def sections(material: SessionMaterial, t: Translator) -> list[Section]:
    """Return a part for every step of which anything may be told, then the rules."""
    found = []
    for step in material.session.script.steps:
        if step.kind in _WITHOUT:
            continue
        blocks = [*_items(material, step, t), *_notes(material, step, t)]
        if blocks:
            found.append(Section(material.step_title(step, t), tuple(blocks), starts_page=False))
    rules = Section(
        t("The rules of this session"),
        (Bullets(tuple(wording.rules(material.session, t))),),
        starts_page=False,
    )
    first, *others = [*found, rules]
    opened = Section(t("Annex: {title}", title=first.title), first.blocks, starts_page=True)
    return [opened, *others]


def _items(material: SessionMaterial, step: SessionStep, t: Translator) -> Iterator[Block]:
    for item in material.items_of(step):
        told = [*_votes(material, step, item, t), *_agreed(material, step, item, t)]
        if told and item != step.id:
            yield Heading(material.item_title(step, item, t))
        yield from told


def _votes(
    material: SessionMaterial, step: SessionStep, item: str, t: Translator
) -> Iterator[Block]:
    result = material.result(step, item)
    if result is None or not any(shown for _, shown in votes.both(result)):
        return
    tables = votes.vote_tables(material, result, t)
    if not tables:
        yield Paragraph(t("Too few people voted to show anything."))
    drawn = votes.spreads(material, result, t)
    if drawn:
        yield Figure(
            partial(bars.spread_bars, drawn),
            t("How often each level was chosen"),
            " ".join(f"{voice.name}: {voice.sentence}." for voice in drawn),
        )
    yield from tables
    if result.verdict is not None:
        yield Paragraph(capital(step_words.verdict_names(t)[result.verdict]), "strong")
    if told := votes.changed(result, t):
        yield Paragraph(told)


def _agreed(
    material: SessionMaterial, step: SessionStep, item: str, t: Translator
) -> Iterator[Block]:
    agreed = material.agreed(step, item)
    if agreed is None:
        return
    yield Paragraph(t("Agreed: {value}", value=votes.agreed_value(agreed, t)), "strong")
    if agreed.reason:
        yield Paragraph(t("Because: {reason}", reason=agreed.reason))
    if confirmed := votes.confirmation(agreed, t):
        yield Paragraph(confirmed)
    if agreed.dissent:
        yield Paragraph(t("Who sees it differently: {words}", words=agreed.dissent))


def _notes(material: SessionMaterial, step: SessionStep, t: Translator) -> Iterator[Block]:
    """Yield what people wrote and was released, by what it is; in no order of time."""
    titles = {
        NoteKind.WORD: t("It depends on"),
        NoteKind.PROPOSAL: t("Proposals"),
        NoteKind.NOTE: t("Written to the group"),
    }
    for kind, title in titles.items():
        texts = tuple(
            note.text
            for note in material.outcome.notes
            if note.step == step.id and note.kind is kind
        )
        if texts:
            yield Quotes(title, texts)
