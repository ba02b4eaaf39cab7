"""The first pages of the report of a session: what was agreed, what parted, what is next."""

from assessment.session.script import ABOUT_CRITERIA, SessionStep, StepKind
from locales import Translator
from reports.document.model import Block, Bullets, Facts, Heading, Paragraph, Section
from reports.plain_text import shortened
from reports.session import step_words, votes, wording
from reports.session.material import SessionMaterial
from reports.tables import Table
from reports.wording import choices
from reports.wording.results import NOTHING
from reports.wording.voices import capital

LENGTH = 160  # characters of what somebody wrote, on these pages
MOST_NOTES = 6
MANY = 5  # items judged, from which a share of them says something
_COLLECTS = (StepKind.MISSING, StepKind.CHOOSE)


def facts(material: SessionMaterial, t: Translator) -> Facts:
    """Return when, how long, with whom."""
    session = material.session
    day = session.started_at or session.opened_at or session.created_at
    roles = [
        role.plural.in_language(t.language)
        for role in material.catalogue.roles
        if role.id in session.roles
    ]
    pairs = (
        (t("Project"), material.project),
        (t("Date"), t.date(day.date())),
        (t("Purpose"), wording.purposes(t)[session.purpose]),
        (t("In the room"), t.plural("one person", "{n} people", material.outcome.people)),
        (t("Asked were"), ", ".join(roles)),
    )
    return Facts(tuple((name, fact) for name, fact in pairs if fact))


def sections(material: SessionMaterial, t: Translator) -> list[Section]:
    """Return the first two pages."""
    found = [
        _what_was_agreed(material, t),
        _agreements(material, t),
        _judged(material, t),
        _theses(material, t),
        _chosen(material, t),
        _honest(material, t),
    ]
    return [section for section in found if section is not None]


def _what_was_agreed(material: SessionMaterial, t: Translator) -> Section | None:
    rows = [
        _row(material, step, item, t)
        for step in material.session.script.steps
        if step.kind in ABOUT_CRITERIA
        for item in material.items_of(step)
    ]
    if not rows:
        return None
    header = (t("About"), t("First vote"), t("Second vote"), t("Agreed"))
    table = Table(
        t("Each item with both votes and what the room agreed"),
        header,
        tuple(rows),
        widths=(2.4, 2.2, 2.2, 1.8),
    )
    return Section(t("What came of it"), (*_first_line(material, t), table), starts_page=False)


def _first_line(material: SessionMaterial, t: Translator) -> list[Block]:
    number = len([a for a in material.outcome.agreed.values() if a.value or a.requirement])
    if not number:
        return []
    said = t.plural("The room agreed on one item.", "The room agreed on {n} items.", number)
    return [Paragraph(said, "lead")]


def _row(material: SessionMaterial, step: SessionStep, item: str, t: Translator) -> tuple[str, ...]:
    result, agreed = material.result(step, item), material.agreed(step, item)
    first, second = NOTHING, NOTHING
    if result is not None and result.first is not None:
        first = votes.sentence(result.first.get("choice"), t)
    if result is not None and result.second is not None:
        second = votes.sentence(result.second.get("choice"), t)
    value = NOTHING
    if agreed is not None:
        value = "\n".join(
            part for part in (votes.agreed_value(agreed, t), votes.confirmation(agreed, t)) if part
        )
    return material.item_title(step, item, t), first, second, value


def _agreements(material: SessionMaterial, t: Translator) -> Section:
    made = material.outcome.agreements
    if not made:
        nothing = Paragraph(t("No agreements were made in this session."))
        return Section(t("Agreements"), (nothing,), starts_page=False)
    rows = tuple(
        (
            agreement.text,
            agreement.owner or NOTHING,
            NOTHING if agreement.due is None else t.date(agreement.due),
        )
        for agreement in made
    )
    table = Table(
        t("What will be done"), (t("What"), t("Who"), t("When")), rows, widths=(3.2, 1.4, 1.2)
    )
    return Section(t("Agreements"), (table,), starts_page=False)


def _judged(material: SessionMaterial, t: Translator) -> Section | None:
    verdicts = material.outcome.verdicts
    if not verdicts:
        return None
    blocks: list[Block] = []
    for verdict, title in step_words.verdict_names(t).items():
        names = [
            choices.criterion_title(material.catalogue, name, t)
            if name in material.catalogue.by_id
            else name
            for name, found in verdicts.items()
            if found is verdict
        ]
        if names:
            blocks += [Heading(capital(title)), Bullets(tuple(names))]
    if material.outcome.has_too_many_minimal and len(verdicts) >= MANY:
        blocks.append(Paragraph(t("More than 60 % was judged minimal. What may wait?"), "strong"))
    return Section(t("What was judged"), tuple(blocks), starts_page=False)


def _theses(material: SessionMaterial, t: Translator) -> Section | None:
    rows = [
        _row(material, step, item, t)[:3]
        for step in material.session.script.steps
        if step.kind is StepKind.THESIS
        for item in material.items_of(step)
    ]
    if not rows:
        return None
    table = Table(
        t("The theses with both votes"),
        (t("Thesis"), t("First vote"), t("Second vote")),
        tuple(rows),
        widths=(3, 2, 2),
    )
    return Section(t("Theses"), (table,), starts_page=False)


def _chosen(material: SessionMaterial, t: Translator) -> Section | None:
    blocks: list[Block] = []
    for step in material.session.script.steps:
        if step.kind not in _COLLECTS:
            continue
        chosen = material.outcome.chosen(step.id)[:MOST_NOTES]
        if chosen:
            items = tuple(
                f"{shortened(material.item_title(step, result.item, t), LENGTH)} ({result.picks})"
                for result in chosen
            )
            blocks += [Heading(material.step_title(step, t)), Bullets(items)]
    if not blocks:
        return None
    return Section(t("Written and chosen"), tuple(blocks), starts_page=False)


def _honest(material: SessionMaterial, t: Translator) -> Section | None:
    """Return what people said at the end, where enough did."""
    for step in material.session.script.steps:
        result = material.result(step, step.id) if step.kind is StepKind.CHECKOUT else None
        shown = result.first.get("choice") if result and result.first else None
        if shown is not None and shown.together is not None:
            said = Paragraph(votes.sentence(shown, t))
            return Section(t("Could people be honest?"), (said,), starts_page=False)
    return None
