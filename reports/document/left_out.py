"""What does not apply or was left out of the assessment, and why."""

from dataclasses import replace

from locales import Translator
from reports import tables
from reports.document.model import Block, Paragraph, Section
from reports.material import Material


def left_out(material: Material, t: Translator) -> Section | None:
    """Return what does not apply, was not asked or was given another weight; None if nothing."""
    outcome = material.outcome
    blocks: list[Block] = []
    if outcome.left_out:
        blocks += [
            Paragraph(t("These are in no score, no coverage and not in the floor.")),
            replace(tables.left_out(outcome, t), widths=(1, 1.6)),
        ]
    changed = tables.changed(outcome, t)
    if changed.rows:
        blocks.append(replace(changed, widths=(1.2, 0.9, 0.9, 1.2)))
    silent = sum(not c.in_scope and not c.reason.strip() for c in outcome.choices.values())
    if silent:
        sentence = t.plural(
            "One criterion of the catalogue was not part of this assessment.",
            "{n} criteria of the catalogue were not part of this assessment.",
            silent,
        )
        blocks.append(Paragraph(sentence, "soft"))
    return Section(t("What does not apply"), tuple(blocks), starts_page=False) if blocks else None
