"""Which projects are looked at, and in which order: by name, group or date, never by level."""

from collections.abc import Sequence

import streamlit as st

from assessment.portfolio.overview import ContextFilter, ProjectOrder, filter_choices
from assessment.services.portfolio.views import PortfolioView, SeenShare
from reports.portfolio.overview_view import seen_in_order
from reports.wording import portfolios
from ui import session
from ui.widgets import choose

_ALL = ""
PAGE = 50  # shares in a picture or a list


def chosen_context(view: PortfolioView) -> ContextFilter:
    """Render a choice per thing that projects say about themselves, and return what was chosen."""
    t = session.words()
    names = portfolios.circumstance_names(t)
    chosen = {}
    for field, values in filter_choices(s.outline for s in view.newest).items():
        words = {value: portfolios.circumstance(field, value, t) for value in values}
        chosen[field] = choose.select(
            f"context:{view.portfolio.id}:{field}", names[field], {_ALL: t("All"), **words}
        )
    return ContextFilter(**chosen)


def chosen_order() -> ProjectOrder:
    """Render the choice of an order, and return it."""
    t = session.words()
    return choose.segments("portfolio_order", t("Order of projects"), portfolios.orders(t))


def page_of(seen: Sequence[SeenShare], key: str) -> Sequence[SeenShare]:
    """Return as many shares as fit on a page, with a choice of from where on."""
    if len(seen) <= PAGE:
        return seen
    t = session.words()
    label = t("From which project? {page} of {n} stand here at a time", page=PAGE, n=len(seen))
    start = st.number_input(label, 1, len(seen), 1, PAGE, key=key)
    return seen[start - 1 : start - 1 + PAGE]


def by_name(view: PortfolioView) -> Sequence[SeenShare]:
    """Return the newest share of every project by name."""
    return seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
