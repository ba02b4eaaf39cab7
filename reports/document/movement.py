"""What changed since the previous assessment."""

from assessment.scoring.movement import moved
from assessment.services.outcome import Outcome
from locales import Translator
from reports import tables
from reports.document.model import Block, Bullets, Paragraph, Section
from reports.material import Material
from reports.wording import results, voices


def since_last_time(material: Material, t: Translator) -> Section | None:
    """Return what went up, went down, stayed and cannot be compared; None the first time."""
    outcome = material.outcome
    if outcome.previous is None:
        return None
    up, down = moved(outcome.movement)
    compared = [m for m in outcome.movement.values() if m.change is not None]
    same = [m for m in compared if m not in up and m not in down]
    by_direction = [
        tables.movement(outcome, steps, caption, t)
        for steps, caption in (
            (up, t("Went up")),
            (down, t("Went down")),
            (same, t("Stayed the same")),
        )
    ]
    by_direction.append(tables.not_comparable(outcome, t))
    shown = [table for table in by_direction if table.rows]
    return Section(t("Since last time"), (*_said(outcome, t), *shown), starts_page=False)


def _said(outcome: Outcome, t: Translator) -> list[Block]:
    blocks: list[Block] = [Paragraph(results.movement(outcome, t), "lead")]
    only = results.what_is_compared(outcome, t)
    if only:
        blocks.append(Paragraph(only))
    if len(outcome.voice_movement) > 1:
        sentences = tuple(voices.movement(outcome, role, t) for role in outcome.voice_movement)
        blocks += [Paragraph(t("Per group, on what both times may show:")), Bullets(sentences)]
    if any(results.has_other_speakers(outcome, name) for name in outcome.movement):
        blocks.append(Paragraph(tables.explain_mark(t), "soft"))
    return blocks
