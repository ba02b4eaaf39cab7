"""Agreements: what will be done, by which role, when."""

from collections.abc import Sequence

from assessment.agreements import Action
from locales import Translator
from reports.document.model import Block, Paragraph, Section
from reports.material import Material
from reports.plain_text import shortened
from reports.tables import Table
from reports.wording import choices, results

MOST_IN_SHORT = 5
LENGTH_IN_SHORT, OWNER_IN_SHORT = 160, 60  # characters of one agreement, of who does it


def agreements(material: Material, t: Translator) -> Section:
    """Return the agreements of this assessment, then those of before."""
    here = [a for a in material.actions if a.assessment == material.outcome.assessment.id]
    before = [a for a in material.actions if a.assessment != material.outcome.assessment.id]
    blocks: list[Block] = []
    if here:
        blocks.append(_table(material, here, t("Agreed in this assessment"), t))
    if before:
        blocks.append(_table(material, before, t("Agreed before"), t))
    return Section(t("Agreements"), (*(blocks or [_none(t)]),))


def agreements_in_short(material: Material, t: Translator) -> Section:
    """Return the first open agreements, shortened where they are long."""
    unsettled = [action for action in material.actions if not action.is_settled]
    if not unsettled:
        return Section(t("Agreements"), (_none(t),))
    found = _table(material, unsettled[:MOST_IN_SHORT], t("What will be done"), t, LENGTH_IN_SHORT)
    more = len(unsettled) - MOST_IN_SHORT
    if more <= 0:
        return Section(t("Agreements"), (found,))
    said = t.plural(
        "One more agreement stands in the long report.",
        "{n} more agreements stand in the long report.",
        more,
    )
    return Section(t("Agreements"), (found, Paragraph(said, "soft")))


def _none(t: Translator) -> Paragraph:
    return Paragraph(t("No agreements were made yet."))


def _table(
    material: Material, actions: Sequence[Action], caption: str, t: Translator, length: int = 0
) -> Table:
    header = (t("What"), t("For which criterion"), t("Who"), t("When"), t("How far"))
    rows = tuple(
        (
            shortened(action.text, length) if length else _whole(action, t),
            _criterion(material, action, t),
            (shortened(action.owner, OWNER_IN_SHORT) if length else action.owner)
            or results.NOTHING,
            results.NOTHING if action.due is None else t.date(action.due),
            choices.statuses(t)[action.status],
        )
        for action in actions
    )
    return Table(caption, header, rows, widths=(2.8, 1.7, 1.3, 1.2, 1.0))


def _whole(action: Action, t: Translator) -> str:
    if not action.outcome.strip():
        return action.text
    return f"{action.text}\n{t('What happened: {text}', text=action.outcome)}"


def _criterion(material: Material, action: Action, t: Translator) -> str:
    catalogue = material.outcome.catalogue
    if action.criterion not in catalogue.by_id:
        return action.criterion
    return choices.criterion_title(catalogue, action.criterion, t)
