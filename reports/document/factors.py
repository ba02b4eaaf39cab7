"""What makes a project succeed or fail, with where the gaps of this one touch it."""

from locales import Translator
from reports.document.model import Block, Section
from reports.material import Material
from reports.tables import Table
from reports.wording import choices, factors


def touched(material: Material, t: Translator) -> Section | None:
    """Return the factors by what they do; None for a catalogue without any."""
    outcome = material.outcome
    blocks: list[Block] = []
    for kind, caption in choices.factors(t).items():
        rows = tuple(
            (
                found.factor.title.in_language(t.language),
                found.factor.text.in_language(t.language),
                factors.sentence(outcome, found, t),
            )
            for found in factors.here(outcome, kind)
        )
        if rows:
            header = (t("What"), t("Why"), t("In this project"))
            blocks.append(Table(caption, header, rows, widths=(1, 1.6, 1.4)))
    return Section(factors.title(t), tuple(blocks), starts_page=False) if blocks else None
