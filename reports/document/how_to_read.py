"""How to read a report."""

from itertools import zip_longest

from assessment.catalogue.model import Scale
from locales import Translator
from reports.document.model import Block, Bullets, Heading, Paragraph, Section, Sides
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, method, results


def how_to_read(material: Material, t: Translator) -> Section:
    """Return the scales, how figures arise and what is shown of whom."""
    blocks: list[Block] = [Paragraph(_meant(t), "lead")]
    levels = [_levels(scale, t) for scale in _scales(material)]
    for left, right in zip_longest(levels[::2], levels[1::2]):
        blocks.append(left if right is None else Sides((left,), (right,)))
    blocks += [
        Heading(t("Five ways to answer")),
        Bullets(method.states(t)),
        Heading(t("From answers to scores")),
        Bullets(method.steps(material.outcome.catalogue, t)),
        Heading(t("Privacy of respondents")),
        Bullets(method.privacy(material.outcome.catalogue, material.outcome.threshold, t)),
    ]
    rest = _rest_on(material, t)
    if rest:
        blocks += [Heading(t("What the criteria rest on")), Bullets(rest)]
    return Section(t("How to read this"), tuple(blocks), starts_page=False)


def _rest_on(material: Material, t: Translator) -> tuple[str, ...]:
    """Return the documents that the criteria of this assessment come from, and the studies."""
    catalogue = material.outcome.catalogue
    criteria = [catalogue.by_id[name] for name in material.outcome.result.criteria]
    rows = {row for criterion in criteria for row in criterion.sources}
    studies = {name for criterion in criteria for name in criterion.studies}
    documents = [
        source.title.in_language(t.language)
        for source in catalogue.sources
        if any(row == source.id or row.startswith(f"{source.id}-") for row in rows)
    ]
    named = [choices.study(study, t) for study in catalogue.studies if study.id in studies]
    return (*documents, *named)


def in_short(material: Material, t: Translator) -> Section:
    """Return the few sentences that the short report cannot do without."""
    sentences = [_levels_in_short(scale, t) for scale in _scales(material)]
    sentences += [
        t(
            "Coverage is how many of the criteria that apply have a score. Read a score together "
            "with it."
        ),
        t(
            "What is still missing is how far a score is below its target. On a minimal "
            "criterion it counts double."
        ),
        results.no_total(t),
    ]
    if changed := results.changed(material.outcome, t):
        sentences.append(changed)
    return Section(t("How to read this"), (Bullets(tuple(sentences)),), starts_page=False)


def _meant(t: Translator) -> str:
    return t(
        "This report is meant for a talk about what goes well and what could be better. It is no "
        "mark, and no ground for ranking projects."
    )


def _scales(material: Material) -> list[Scale]:
    catalogue = material.outcome.catalogue
    used = dict.fromkeys(catalogue.by_id[name].scale for name in material.outcome.result.criteria)
    return [catalogue.scale(name) for name in used]


def _levels(scale: Scale, t: Translator) -> Table:
    rows = tuple(
        (
            f"{number} · {level.label.in_language(t.language)}",
            level.meaning.in_language(t.language),
        )
        for number, level in enumerate(scale.levels)
    )
    caption = t("The levels of the scale ‘{scale}’", scale=scale.title.in_language(t.language))
    return Table(caption, (t("Level"), t("What it means")), rows, widths=(1, 1.6))


def _levels_in_short(scale: Scale, t: Translator) -> str:
    named = [f"{n} {level.label.in_language(t.language)}" for n, level in enumerate(scale.levels)]
    title = scale.title.in_language(t.language)
    return t("Levels of ‘{scale}’: {levels}.", scale=title, levels=", ".join(named))
