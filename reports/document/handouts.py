"""Hand-outs for a workshop: a page per criterion on which somebody first thinks for themselves."""

from assessment.services.outcome import Outcome
from locales import Translator
from reports.document import voices
from reports.document.guide import report, to_discuss
from reports.document.model import Block, Paragraph, Report, Section, WritingLines
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, rubrics


def handouts(material: Material, t: Translator) -> Report:
    """Return a page per criterion that is talked about. Raises InvalidInput as `to_discuss`.

    Figures are left out, so that nobody leans on what others answered.
    """
    outcome = material.outcome
    pages = tuple(_page(outcome, name, t) for name in to_discuss(outcome))
    nothing = Section(
        t("Your own view"),
        (WritingLines(t("What goes well, and should stay"), 6), _told(t)),
        starts_page=False,
        keeps_page=True,
    )
    return report(material, t("Hand-outs for a workshop"), pages or (nothing,), t, facts=0)


def _page(outcome: Outcome, name: str, t: Translator) -> Section:
    criterion = outcome.catalogue.by_id[name]
    levels = rubrics.for_all(outcome.catalogue, criterion, t)
    widths = (1.3, *[2.0] * (len(levels.header) - 1))
    caption = t("Which level is wholly true? Choose the highest one.")
    blocks: list[Block] = [
        Paragraph(criterion.question.in_language(t.language), "lead"),
        Table(caption, levels.header, levels.rows, widths=widths),
        WritingLines(t("My level, and why"), 2),
        *voices.prompts(outcome, name, t),
        WritingLines(t("What I heard that I had not thought of"), 2),
        WritingLines(t("What should happen now"), 2),
        _told(t),
    ]
    title = choices.criterion_title(outcome.catalogue, name, t)
    return Section(title, tuple(blocks), keeps_page=True)


def _told(t: Translator) -> Paragraph:
    return Paragraph(t("This page is yours. You share of it what you want to."), "soft")
