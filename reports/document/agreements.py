"""Agreements: what will be done, by which role, when."""

from collections.abc import Sequence

from assessment.agreements import Agreement
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
    outcome = material.outcome
    blocks: list[Block] = []
    if outcome.agreed_now:
        blocks.append(_table(material, outcome.agreed_now, t("Agreed in this assessment"), t))
    if outcome.agreed_before:
        blocks.append(_table(material, outcome.agreed_before, t("Agreed before"), t))
    return Section(t("Agreements"), (*(blocks or [_none(t)]),), starts_page=False)


def agreements_in_short(material: Material, t: Translator) -> Section:
    """Return the first open agreements, shortened where they are long."""
    unsettled = [agreement for agreement in material.outcome.agreements if not agreement.is_settled]
    if not unsettled:
        return Section(t("Agreements"), (_none(t),))
    table = _table(material, unsettled[:MOST_IN_SHORT], t("What will be done"), t, LENGTH_IN_SHORT)
    more = len(unsettled) - MOST_IN_SHORT
    if more <= 0:
        return Section(t("Agreements"), (table,))
    sentence = t.plural(
        "One more agreement stands in the long report.",
        "{n} more agreements stand in the long report.",
        more,
    )
    return Section(t("Agreements"), (table, Paragraph(sentence, "soft")))


def _none(t: Translator) -> Paragraph:
    return Paragraph(t("No agreements were made yet."))


def _table(
    material: Material,
    agreements: Sequence[Agreement],
    caption: str,
    t: Translator,
    length: int = 0,
) -> Table:
    header = (t("What"), t("For which criterion"), t("Who"), t("When"), t("How far"))
    rows = tuple(
        (
            shortened(agreement.text, length) if length else _whole(agreement, t),
            _criterion(material, agreement, t),
            (shortened(agreement.owner, OWNER_IN_SHORT) if length else agreement.owner)
            or results.NOTHING,
            results.NOTHING if agreement.due is None else t.date(agreement.due),
            choices.statuses(t)[agreement.status],
        )
        for agreement in agreements
    )
    return Table(caption, header, rows, widths=(2.8, 1.7, 1.3, 1.2, 1.0))


def _whole(agreement: Agreement, t: Translator) -> str:
    if not agreement.outcome.strip():
        return agreement.text
    return f"{agreement.text}\n{t('What happened: {text}', text=agreement.outcome)}"


def _criterion(material: Material, agreement: Agreement, t: Translator) -> str:
    catalogue = material.outcome.catalogue
    if agreement.criterion not in catalogue.by_id:
        return agreement.criterion
    return choices.criterion_title(catalogue, agreement.criterion, t)
