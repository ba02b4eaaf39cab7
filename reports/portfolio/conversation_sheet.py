"""A sheet to take along on a visit: strengths, open core criteria, agreements and five questions."""

from collections.abc import Sequence
from datetime import datetime

from assessment.catalogue.model import Catalogue
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import Openness, Snapshot
from locales import Translator, translator
from reports.document.model import Block, Bullets, Facts, Paragraph, Report, Section
from reports.portfolio.share_view import agreements_table, view_share
from reports.wording import portfolios

MOST = 5
STRONG = 3.0  # levels from which a criterion is a strength


def conversation_sheet(
    share: ShareRow,
    snapshot: Snapshot,
    catalogue: Catalogue | None,
    language: str,
    made_at: datetime,
) -> Report:
    """Return the sheet of one project, of what its share shows and nothing else."""
    t = translator(language)
    view = view_share(share, snapshot, catalogue, t)
    sections = (
        Section(t("What goes well"), _strengths(snapshot, catalogue, t)),
        Section(t("What is open"), _list(_open(snapshot, catalogue, t), t), starts_page=False),
        Section(t("Agreements"), _agreements(snapshot, catalogue, t), starts_page=False),
        Section(
            t("Five questions"), (Bullets(questions(snapshot, catalogue, t)),), starts_page=False
        ),
        Section(
            t("Room for notes"), (Paragraph(t("What did you hear?"), "soft"),), starts_page=False
        ),
    )
    return Report(
        title=share.alias,
        subtitle=t.date(snapshot.assessment.closed_on),
        kind=t("Sheet for a conversation"),
        facts=Facts(view.facts),
        sections=sections,
        footer=portfolios.promise(t),
        language=language,
        made_at=made_at,
        has_cover=False,
    )


def _strengths(snapshot: Snapshot, catalogue: Catalogue | None, t: Translator) -> tuple[Block, ...]:
    strong = [own.criterion for own in snapshot.own_levels if own.level >= STRONG][:MOST]
    if not snapshot.openness.includes(Openness.LEVELS):
        met = [one.criterion for one in snapshot.requirements if one.met][:MOST]
        strong = met
    return _list([portfolios.criterion(catalogue, name, t) for name in strong], t)


def _open(snapshot: Snapshot, catalogue: Catalogue | None, t: Translator) -> list[str]:
    return [portfolios.criterion(catalogue, name, t) for name in _open_ids(snapshot)[:MOST]]


def _open_ids(snapshot: Snapshot) -> list[str]:
    """Return the open criteria, core ones first."""
    unmet = [one for one in snapshot.requirements if one.met is False]
    return [
        one.criterion for one in sorted(unmet, key=lambda one: (not one.is_core, one.criterion))
    ]


def _agreements(
    snapshot: Snapshot, catalogue: Catalogue | None, t: Translator
) -> tuple[Block, ...]:
    counts = t(
        "{made} made, {kept} kept", made=snapshot.agreements_made, kept=snapshot.agreements_kept
    )
    table = agreements_table(snapshot, catalogue, t)
    return (Paragraph(counts), table) if table else (Paragraph(counts),)


def questions(snapshot: Snapshot, catalogue: Catalogue | None, t: Translator) -> tuple[str, ...]:
    """Return five questions: about what is open first, in the words of the catalogue, then general ones."""
    about = [*_open_ids(snapshot), *(own.criterion for own in snapshot.own_levels)]
    known = {} if catalogue is None else catalogue.by_id
    asked = [known[name].prompts[0] for name in about if name in known and known[name].prompts]
    found = list(dict.fromkeys(text.in_language(t.language) for text in asked))[: MOST - 1]
    general = [
        t("What would you like to be asked?"),
        t("What went well this year, and who made it go well?"),
        t("Which agreement was the hardest to keep, and why?"),
        t("What do mentees say that figures do not?"),
        t("Where could we help, and where should we stay out?"),
    ]
    return tuple([*found, *general][:MOST])


def _list(items: Sequence[str], t: Translator) -> tuple[Block, ...]:
    if not items:
        return (Paragraph(t("Nothing to say about this from what was shared."), "soft"),)
    return (Bullets(tuple(items)),)
