"""The report of an outcome: which parts it has, in which order."""

from assessment.text import MAX_NAME
from locales import Translator, translator
from reports.document import (
    agreements,
    cover,
    factors,
    guide,
    handouts,
    how_to_read,
    left_out,
    movement,
    own_answers,
    perspectives,
    summary,
    voices,
)
from reports.document.model import Report, Section
from reports.material import Form, Material
from reports.plain_text import shortened


def build(material: Material) -> Report:
    """Return the long report, the short one of two pages, or what a talk is led by.

    Raises InvalidInput for a guide to an assessment that is open.
    """
    t = translator(material.language)
    if material.form is Form.GUIDE:
        return guide.guide(material, t)
    if material.form is Form.HANDOUTS:
        return handouts.handouts(material, t)
    catalogue = material.outcome.catalogue.title.in_language(material.language)
    sections = _short(material, t) if material.short else _long(material, t)
    return Report(
        title=shortened(material.project.name, MAX_NAME),
        subtitle=shortened(material.outcome.assessment.name, MAX_NAME),
        kind=t("{catalogue}, in short", catalogue=catalogue)
        if material.short
        else t("Report: {catalogue}", catalogue=catalogue),
        facts=cover.facts(material, t),
        sections=tuple(section for section in sections if section is not None),
        footer=cover.footer(material, t),
        language=t.language,
        made_at=material.made_at,
        has_cover=not material.short,
    )


def _long(material: Material, t: Translator) -> list[Section | None]:
    return [
        summary.summary(material, t),
        *perspectives.perspectives(material, t),
        factors.touched(material, t),
        voices.beside_each_other(material, t),
        movement.since_last_time(material, t),
        left_out.left_out(material, t),
        agreements.agreements(material, t),
        how_to_read.how_to_read(material, t),
        own_answers.appendix(material, t),
    ]


def _short(material: Material, t: Translator) -> list[Section | None]:
    return [
        summary.summary(material, t),
        agreements.agreements_in_short(material, t),
        voices.talk_first_in_short(material, t),
        how_to_read.in_short(material, t),
    ]
