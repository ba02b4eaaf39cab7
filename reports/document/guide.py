"""A guide to talk about an outcome, without phones: figures, questions, minutes, room to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.errors import InvalidInput
from assessment.services.outcome import Outcome
from assessment.text import MAX_NAME
from locales import Translator
from reports.document import cover, voices
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Paragraph,
    Report,
    Section,
    WritingLines,
)
from reports.material import Material
from reports.plain_text import shortened
from reports.tables import Table
from reports.wording import choices

WELCOME, CLOSING = 5, 5  # minutes
LOOK, PAIRS, TOGETHER, AGREE = 2, 3, 3, 2
PER_ITEM = LOOK + PAIRS + TOGETHER + AGREE
MOST = 5  # items of one talk


@dataclass(frozen=True)
class Planned:
    """One part of a talk: when it begins, how long it takes, and what it is."""

    begins: int  # minutes from the start
    minutes: int
    title: str


def to_discuss(outcome: Outcome) -> tuple[str, ...]:
    """Return what to talk about: where groups differ, else what is furthest from its target.

    Raises InvalidInput for an assessment that is open.
    """
    if not outcome.assessment.is_closed:
        text = "This assessment is open. Close it first: the guide shows what everybody said."
        raise InvalidInput("assessment", "open", text)
    return outcome.result.discuss_first or tuple(gap.criterion for gap in outcome.gaps[:MOST])


def guide(material: Material, t: Translator) -> Report:
    """Return the guide for who leads the talk. Raises InvalidInput as `to_discuss`."""
    outcome = material.outcome
    criteria = to_discuss(outcome)
    plan = _plan(outcome, criteria, t)
    sections = (
        _how(outcome, plan, t),
        *(_item(outcome, name, t) for name in criteria),
        _agreements(t),
    )
    return report(material, t("Conversation guide"), sections, t)


def report(
    material: Material, kind: str, sections: tuple[Section, ...], t: Translator, *, facts: int = 3
) -> Report:
    """Return a document for a talk about an outcome, with the first `facts` about it on top."""
    return Report(
        title=shortened(material.project.name, MAX_NAME),
        subtitle=shortened(material.outcome.assessment.name, MAX_NAME),
        kind=kind,
        facts=Facts(cover.facts(material, t).pairs[:facts]),
        sections=sections,
        footer=cover.footer(material, t),
        language=t.language,
        made_at=material.made_at,
        has_cover=False,
    )


def _plan(outcome: Outcome, criteria: Sequence[str], t: Translator) -> list[Planned]:
    parts = [
        (WELCOME, t("Welcome, and how we talk")),
        *((PER_ITEM, choices.criterion_title(outcome.catalogue, name, t)) for name in criteria),
        (CLOSING, t("Agreements, and one word each")),
    ]
    plan, begins = [], 0
    for minutes, title in parts:
        plan.append(Planned(begins, minutes, title))
        begins += minutes
    return plan


def _how(outcome: Outcome, plan: Sequence[Planned], t: Translator) -> Section:
    total = sum(part.minutes for part in plan)
    rows = tuple(
        (f"{part.begins // 60}:{part.begins % 60:02}", part.title, str(part.minutes))
        for part in plan
    )
    table = Table(
        t("The plan: {n} minutes", n=total),
        (t("From"), t("What"), t("Minutes")),
        rows,
        figures=1,
        widths=(0.8, 5, 1),
    )
    return Section(
        t("How to lead this talk"),
        (Paragraph(_why(outcome, t), "lead"), table, Bullets(tuple(_rules(t)))),
        starts_page=False,
    )


def _why(outcome: Outcome, t: Translator) -> str:
    if outcome.result.discuss_first:
        return t("You talk about what people answered differently, and only about that.")
    if outcome.gaps:
        return t(
            "No groups differ clearly. You talk about what is furthest from the level that you chose."
        )
    return t("No groups differ clearly and nothing is below its level. Talk about what to keep.")


def _rules(t: Translator) -> Iterator[str]:
    yield t("Read the figures aloud before anybody explains them.")
    yield t(
        "First ask who can speak for the smallest group. It need not be what they answered themselves."
    )
    yield t("Ask for examples without names. Nobody has to say what they answered.")
    yield t("Look for what would help, not for who is to blame.")
    yield t("Write down what you agree and why, and also which group still sees it differently.")
    yield t("Stop when the time is up. What is left goes on the list for next time.")


def _item(outcome: Outcome, name: str, t: Translator) -> Section:
    catalogue, result = outcome.catalogue, outcome.result.criteria[name]
    criterion = catalogue.by_id[name]
    own = catalogue.own_role.id
    blocks: list[Block] = [
        Paragraph(criterion.question_for(own).in_language(t.language), "lead"),
        Paragraph(_times(t), "soft"),
        *voices.figures(outcome, result, t),
        *voices.prompts(outcome, name, t),
        Paragraph(t("And always: who can speak for the smallest group?")),
        *_helps(outcome, name, t),
        WritingLines(t("What we agree on this, and why"), 3),
        WritingLines(t("Which group sees it differently, and what it needs"), 2),
        WritingLines(t("Next step, which role, before which date"), 2),
    ]
    return Section(choices.criterion_title(catalogue, name, t), tuple(blocks))


def _times(t: Translator) -> str:
    return t(
        "{n} minutes: {look} to look, {pairs} in pairs, {together} together, {agree} to agree.",
        n=PER_ITEM,
        look=LOOK,
        pairs=PAIRS,
        together=TOGETHER,
        agree=AGREE,
    )


def _helps(outcome: Outcome, name: str, t: Translator) -> list[Block]:
    """Return what helps when the level is low, where it is below its target."""
    steps = outcome.catalogue.by_id[name].next_steps
    if not steps or not outcome.result.criteria[name].gap:
        return []
    return [
        Paragraph(t("What may help"), "strong"),
        Bullets(tuple(step.in_language(t.language) for step in steps)),
    ]


def _agreements(t: Translator) -> Section:
    return Section(
        t("What we agree"),
        (
            Paragraph(t("Two or three steps that happen are worth more than six on paper.")),
            WritingLines(t("What will be done"), 3),
            WritingLines(t("Which role does it, and before which date"), 3),
            WritingLines(t("What will show us that it worked"), 3),
            WritingLines(t("What is left for next time"), 2),
            Paragraph(t("Close with one word each: what do you take home?")),
        ),
    )
