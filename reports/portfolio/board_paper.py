"""A portfolio on two pages, for a board: the promise first, then where help is needed, and who is missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from assessment.catalogue.model import Catalogue
from assessment.portfolio.overview import ContextFilter, ProjectOrder, promises
from assessment.services.portfolio.views import PortfolioView, SeenShare
from locales import Translator, translator
from reports.document.model import (
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Report,
    Section,
)
from reports.plain_text import shortened
from reports.portfolio.overview_view import Exhibit, likeness, movement, open_core, seen_in_order
from reports.wording import portfolios, results

MOST_CRITERIA, LABEL = 15, 0.56  # in the picture of two pages, and the part of it for their names
MOST_PROJECTS = 4  # in the picture of what moved
MOST_NAMES = 4  # of who is missing for one reason
# characters of a name of a project, of the name of the portfolio, and of a text of its charter
NAME, TITLE, PROMISED = 48, 60, 160


def board_paper(
    view: PortfolioView, catalogue: Catalogue | None, language: str, made_at: datetime
) -> Report:
    """Return the board paper of a portfolio; every writer makes its own file of it."""
    t = translator(language)
    whole = seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    seen = tuple(_named_shortly(one) for one in whole)
    charter = view.portfolio.charter
    texts = view.portfolio.name, charter.purpose, charter.readers
    said = tuple(map(shortened, texts, (TITLE, PROMISED, PROMISED)))
    compared = [s for s in seen if s.is_compared]
    facts = (
        (t("Why"), said[1]),
        (t("Who reads it"), said[2]),
        (t("Kept until"), t.date(charter.keep_until)),
        (
            t("In it"),
            t.plural("1 project of {all}", "{n} projects of {all}", len(compared), all=len(seen)),
        ),
    )
    moved = (
        *_moved(view, seen, language, made_at),
        Heading(t("Who is not in it")),
        *_missing(view, seen, language),
        Heading(t("How this was made")),
        _method(language, is_short=seen != whole or said != texts),
    )
    sections = (
        Section(t("Where the field needs help"), _help(view, catalogue, language), keeps_page=True),
        Section(t("What moved, and what was promised"), moved, keeps_page=True),
    )
    return Report(
        title=said[0],
        subtitle=t.date(made_at.date()),
        kind=t("Board paper"),
        facts=Facts(facts),
        sections=sections,
        footer=portfolios.promise(t),
        language=language,
        made_at=made_at,
        has_cover=False,
    )


def _named_shortly(seen: SeenShare) -> SeenShare:
    """Return a share of which the name takes no more than a line; the data holds it whole."""
    share = replace(seen.share, alias=shortened(seen.share.alias, NAME))
    return replace(seen, listed=replace(seen.listed, share=share))


def _help(view: PortfolioView, catalogue: Catalogue | None, language: str) -> tuple[Block, ...]:
    t = translator(language)
    lead = Paragraph(portfolios.promise(t), "lead")
    said = {name: counts for name, counts in view.open_criteria.items() if counts[1]}
    exhibit = open_core(dict(list(said.items())[:MOST_CRITERIA]), catalogue, t)
    if exhibit.draw is None:
        return lead, Paragraph(t("No project shows core criteria yet."))
    left = len(said) - MOST_CRITERIA
    more = t.plural(
        "1 more criterion stands in the overview.",
        "{n} more criteria stand in the overview.",
        max(left, 0),
    )
    return (
        lead,
        Figure(partial(exhibit.draw, label=LABEL), exhibit.title, _alt(exhibit)),
        Paragraph(f"{exhibit.reading} {more}" if left > 0 else exhibit.reading, "soft"),
    )


def _moved(
    view: PortfolioView, seen: Sequence[SeenShare], language: str, made_at: datetime
) -> tuple[Block, ...]:
    t = translator(language)
    with_movement = [s for s in seen if s.is_compared and view.movement(s)]
    exhibit = movement(view, with_movement[:MOST_PROJECTS], t)
    left = len(with_movement) - MOST_PROJECTS
    counted = [promises(s.snapshot, made_at.date()) for s in seen if s.counts]
    made, kept = sum(p.made for p in counted), sum(p.kept for p in counted)
    sentence = t(
        "Together the projects made {made} agreements and kept {kept}.", made=made, kept=kept
    )
    if not with_movement:
        return Paragraph(t("No project shared twice yet.")), Paragraph(sentence)
    more = t.plural(
        "1 more project stands in the overview.",
        "{n} more projects stand in the overview.",
        max(left, 0),
    )
    if exhibit.draw is None:
        return exhibit.table, Paragraph(sentence)
    return (
        Figure(exhibit.draw, exhibit.title, _alt(exhibit)),
        exhibit.table,
        Paragraph(f"{exhibit.reading} {more}" if left > 0 else exhibit.reading, "soft"),
        Paragraph(sentence),
    )


def _alt(exhibit: Exhibit) -> str:
    """Return in words what a picture shows."""
    return "; ".join(f"{name}: {words}" for name, words in exhibit.table.rows)


def _missing(view: PortfolioView, seen: Sequence[SeenShare], language: str) -> tuple[Block, ...]:
    t = translator(language)
    by_reason: dict[str, list[str]] = {}
    for name, _, words in likeness([s for s in seen if not s.is_compared], t).table.rows:
        by_reason.setdefault(words, []).append(name)
    lines = [f"{_named(names, t)}: {words}" for words, names in by_reason.items()]
    if view.withdrawn:
        number = len(view.withdrawn)
        lines.append(t.plural("1 share was taken back", "{n} shares were taken back", number))
    if not lines:
        return (Paragraph(t("Everybody who shared is in it.")),)
    return (Bullets(tuple(lines)),)


def _named(names: Sequence[str], t: Translator) -> str:
    """Return names, no more than fit on a page."""
    left = len(names) - MOST_NAMES
    if left <= 0:
        return results.joined(names, t)
    more = t.plural("1 more project", "{n} more projects", left)
    return results.joined([*names[:MOST_NAMES], more], t)


def _method(language: str, *, is_short: bool) -> Bullets:
    t = translator(language)
    said = [
        t("Each project chose what to show and can take it back. Nothing live is read."),
        t(
            "Levels are a judgement of the organisation itself, not a sample: there is no interval "
            "around them. Differences of less than one level say little."
        ),
        t("Groups of fewer than five people are shown nowhere."),
        t("Projects stand by name. There is no total, and nothing says who does better."),
    ]
    if is_short:
        said.append(t("What ends in … goes on: it stands whole on the screen of the portfolio."))
    return Bullets(tuple(said))
