"""A portfolio on two pages, for a board: the promise first, then where help is needed, and who is missing."""

from collections.abc import Sequence
from datetime import datetime

from assessment.catalogue.model import Catalogue
from assessment.portfolio.overview import ContextFilter, ProjectOrder, promises
from assessment.services.portfolio.reading import PortfolioView, SeenShare
from locales import translator
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Figure,
    Paragraph,
    Report,
    Section,
)
from reports.portfolio.overview_view import Exhibit, likeness, movement, open_core, seen_in_order
from reports.wording import portfolios

MOST_CRITERIA = 10  # in the picture of two pages


def board_paper(
    view: PortfolioView, catalogue: Catalogue | None, language: str, made_at: datetime
) -> Report:
    """Return the board paper of a portfolio; every writer makes its own file of it."""
    t = translator(language)
    seen = seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    charter = view.portfolio.charter
    compared = [s for s in seen if s.is_compared]
    facts = (
        (t("Why"), charter.purpose),
        (t("Who reads it"), charter.readers),
        (t("Kept until"), t.date(charter.keep_until)),
        (
            t("In it"),
            t.plural("1 project of {all}", "{n} projects of {all}", len(compared), all=len(seen)),
        ),
    )
    sections = (
        Section(t("Where the field needs help"), _help(view, catalogue, language)),
        Section(t("What moved, and what was promised"), _moved(view, seen, language, made_at)),
        Section(t("Who is not in it"), _missing(view, seen, language), starts_page=False),
        Section(t("How this was made"), _method(language), starts_page=False),
    )
    return Report(
        title=view.portfolio.name,
        subtitle=t.date(made_at.date()),
        kind=t("Board paper"),
        facts=Facts(facts),
        sections=sections,
        footer=portfolios.promise(t),
        language=language,
        made_at=made_at,
        has_cover=False,
    )


def _help(view: PortfolioView, catalogue: Catalogue | None, language: str) -> tuple[Block, ...]:
    t = translator(language)
    lead = Paragraph(portfolios.promise(t), "lead")
    counts = dict(list(view.open_criteria.items())[:MOST_CRITERIA])
    exhibit = open_core(counts, catalogue, t)
    if exhibit.draw is None:
        return lead, Paragraph(t("No project shows core criteria yet."))
    alt = "; ".join(f"{criterion}: {words}" for criterion, words in exhibit.table.rows)
    return (
        lead,
        Figure(exhibit.draw, exhibit.title, alt),
        Paragraph(exhibit.reading, "soft"),
    )


def _moved(
    view: PortfolioView, seen: Sequence[SeenShare], language: str, made_at: datetime
) -> tuple[Block, ...]:
    t = translator(language)
    exhibit = movement(view, seen, t)
    counted = [promises(s.snapshot, made_at.date()) for s in seen if s.counts]
    made, kept = sum(p.made for p in counted), sum(p.kept for p in counted)
    sentence = t(
        "Together the projects made {made} agreements and kept {kept}.", made=made, kept=kept
    )
    moved = (
        _shown(exhibit) if exhibit.table.rows else [Paragraph(t("No project shared twice yet."))]
    )
    return (*moved, Paragraph(sentence))


def _shown(exhibit: Exhibit) -> list[Block]:
    return [exhibit.table, Paragraph(exhibit.reading, "soft")]


def _missing(view: PortfolioView, seen: Sequence[SeenShare], language: str) -> tuple[Block, ...]:
    t = translator(language)
    rows = likeness([s for s in seen if not s.is_compared], t).table.rows
    lines = [f"{name}: {words}" for name, _, words in rows]
    if view.withdrawn:
        number = len(view.withdrawn)
        lines.append(t.plural("1 share was taken back", "{n} shares were taken back", number))
    if not lines:
        return (Paragraph(t("Everybody who shared is in it.")),)
    return (Bullets(tuple(lines)),)


def _method(language: str) -> tuple[Block, ...]:
    t = translator(language)
    return (
        Bullets(
            (
                t("Each project chose what to show and can take it back. Nothing live is read."),
                t(
                    "Levels are a judgement of the organisation itself, not a sample: there is no interval "
                    "around them. Differences of less than one level say little."
                ),
                t("Groups of fewer than five people are shown nowhere."),
                t("Projects stand by name. There is no total, and nothing says who does better."),
            )
        ),
    )
