"""Which projects are looked at, and in which order: by name, group or date, never by level."""

from collections.abc import Sequence

from assessment.portfolio.overview import ContextFilter, ProjectOrder, filter_choices
from assessment.services.portfolio.reading import PortfolioView, SeenShare
from reports.portfolio.overview_view import seen_in_order
from reports.wording import portfolios
from ui import session
from ui.widgets import choose

_ALL = ""


def chosen_context(view: PortfolioView) -> ContextFilter:
    """Render a choice per thing that projects say about themselves, and return what was chosen."""
    t = session.words()
    names = portfolios.circumstance_names(t)
    chosen = {}
    for field, values in filter_choices(s.snapshot.project for s in view.newest).items():
        words = {value: portfolios.circumstance(field, value, t) for value in values}
        chosen[field] = choose.select(
            f"context:{view.portfolio.id}:{field}", names[field], {_ALL: t("All"), **words}
        )
    return ContextFilter(**chosen)


def chosen_order() -> ProjectOrder:
    """Render the choice of an order, and return it."""
    t = session.words()
    return choose.segments("portfolio_order", t("Order of projects"), portfolios.orders(t))


def by_name(view: PortfolioView) -> Sequence[SeenShare]:
    """Return the newest share of every project by name."""
    return seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
