"""The sheet of the facilitator: every step with clock times, what to do, to ask and to listen for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assessment.catalogue.model import Catalogue, Text
from assessment.catalogue.scripts import StepGuide
from assessment.session.control.clock import PlannedStep, timetable
from assessment.session.group_session import GroupSession
from assessment.session.script import SessionStep
from locales import Translator
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Report,
    Section,
    WritingLines,
)
from reports.session import step_words, wording
from reports.tables import Table
from settings import VERSION


@dataclass(frozen=True)
class SheetMaterial:
    """What the sheet is made of. Without `begins` its times count from 0:00; the day may be open."""

    session: GroupSession
    catalogue: Catalogue
    guides: Sequence[StepGuide] = ()  # of today, for steps that bring no words of their own
    begins: time | None = None
    day: date | None = None


def plan_sheet(material: SheetMaterial, made_at: datetime, t: Translator) -> Report:
    """Return the sheet: the plan on its first page, then a part for every step."""
    session = material.session
    start = datetime.combine(material.day or made_at.date(), material.begins or time())
    planned = timetable(session.script, start)
    steps = zip(session.script.steps, planned, strict=True)
    return Report(
        title=session.name,
        subtitle="",
        kind=t("Facilitator's sheet"),
        facts=_facts(material, t),
        sections=(
            _overview(material, planned, t),
            *(_step(material, step, when, t) for step, when in steps),
            _afterwards(t),
        ),
        footer=f"{session.name} · Mentorspiegel {VERSION}",
        language=t.language,
        made_at=made_at,
        has_cover=False,
    )


def _facts(material: SheetMaterial, t: Translator) -> Facts:
    session = material.session
    roles = [
        role.plural.in_language(t.language)
        for role in material.catalogue.roles
        if role.id in session.roles
    ]
    pairs = [
        (t("Purpose"), wording.purposes(t)[session.purpose]),
        (t("People expected"), str(session.people_expected)),
        (t("Who"), ", ".join(roles)),
    ]
    if material.day is not None:
        pairs.insert(0, (t("Date"), t.date(material.day)))
    return Facts(tuple(pairs))


def _overview(material: SheetMaterial, planned: Sequence[PlannedStep], t: Translator) -> Section:
    script = material.session.script
    rows = tuple(
        (_clock(material, when.begins), step_title(material, step, t), str(step.minutes))
        for step, when in zip(script.steps, planned, strict=True)
    )
    ends = planned[-1].ends if planned else None
    last = () if ends is None else ((_clock(material, ends), t("End"), ""),)
    table = Table(
        t("The plan: {n} minutes", n=script.minutes),
        (t("From"), t("Step"), t("Minutes")),
        (*rows, *last),
        figures=1,
        widths=(0.8, 5, 1),
    )
    return Section(
        t("The plan"),
        (
            table,
            Heading(t("The rules of this session")),
            Bullets(tuple(wording.rules(material.session, t))),
        ),
        starts_page=False,
    )


def step_title(material: SheetMaterial, step: SessionStep, t: Translator) -> str:
    """Return what a step is called: its own title, else that of its guide, else its kind."""
    guide = _guide(material, step)
    title = step.title or (guide.title if guide else None)
    return title.in_language(t.language) if title else step_words.step_names(t)[step.kind]


def _guide(material: SheetMaterial, step: SessionStep) -> StepGuide | None:
    return next((guide for guide in material.guides if guide.id == step.kind), None)


def _step(material: SheetMaterial, step: SessionStep, when: PlannedStep, t: Translator) -> Section:
    guide = _guide(material, step)
    instruction = step.instruction or (guide.instruction if guide else None)
    prompts = step.prompts or (guide.prompts if guide else ())
    listen_for = step.listen_for or (guide.listen_for if guide else ())
    times = f"{_clock(material, when.begins)}-{_clock(material, when.ends)}"
    minutes = t.plural("one minute", "{n} minutes", step.minutes)
    blocks: list[Block] = [Paragraph(f"{times} · {minutes}", "strong")]
    if instruction:
        blocks.append(Paragraph(instruction.in_language(t.language)))
    blocks += _times_inside(step, t)
    blocks += _listed(t("Ask"), prompts, t)
    blocks += _listed(t("Listen for"), listen_for, t)
    for item in step.items:
        blocks += _item(material, step, item, t)
    blocks.append(WritingLines(t("Notes"), 2))
    return Section(step_title(material, step, t), tuple(blocks), starts_page=False)


def _times_inside(step: SessionStep, t: Translator) -> list[Block]:
    """Return how long a vote and each way of talking takes, as far as the step says so."""
    words = wording.talk_forms(t)
    parts = [f"{words[form]} {minutes}′" for form, minutes in step.talk_minutes.items()]
    if step.vote_minutes:
        parts.insert(0, f"{t('Vote')} {step.vote_minutes}′")
    return [Paragraph(" · ".join(parts), "soft")] if parts else []


def _listed(title: str, texts: Sequence[Text], t: Translator) -> list[Block]:
    if not texts:
        return []
    items = tuple(text.in_language(t.language) for text in texts)
    return [Paragraph(title, "strong"), Bullets(items)]


def _item(material: SheetMaterial, step: SessionStep, item: str, t: Translator) -> list[Block]:
    """Return one criterion or thesis with what opens the talk about it."""
    title = wording.item_title(material.catalogue, step, item, t)
    criterion = material.catalogue.by_id.get(item)
    thesis = next((one for one in material.catalogue.theses if one.id == item), None)
    if criterion is not None:
        question = criterion.question.in_language(t.language)
        return [Heading(title), Paragraph(question), *_bullets(criterion.prompts, t)]
    if thesis is not None:
        carried = t("The word it hangs on: {word}", word=thesis.carried_by.in_language(t.language))
        return [Heading(title), Paragraph(carried), *_bullets(thesis.talking_points, t)]
    return [Bullets((title,))]


def _bullets(texts: Sequence[Text], t: Translator) -> list[Block]:
    return [Bullets(tuple(text.in_language(t.language) for text in texts))] if texts else []


def _afterwards(t: Translator) -> Section:
    return Section(
        t("When something goes wrong"),
        (Bullets(tuple(wording.troubles(t))),),
        starts_page=False,
    )


def _clock(material: SheetMaterial, at: datetime) -> str:
    """Return a time of day; without a beginning the time that has passed."""
    if material.begins is not None:
        return f"{at:%H:%M}"
    passed = at - datetime.combine(at.date(), datetime.min.time(), at.tzinfo)
    return f"{passed // timedelta(hours=1)}:{at.minute:02}"
