"""The overview: where help is needed, where projects put themselves, what moved, what was promised."""

import streamlit as st

from assessment.portfolio.comparing import open_criteria
from assessment.services.context import Workspace
from assessment.services.portfolio.views import PortfolioView
from reports.portfolio import overview_view
from reports.portfolio.field_view import field
from reports.wording import portfolios
from ui import session
from ui.screens.portfolio.catalogue import catalogue_of
from ui.screens.portfolio.context import chosen_context, chosen_order, page_of
from ui.screens.portfolio.exhibit import exhibit


def overview(workspace: Workspace, view: PortfolioView) -> None:
    """Render the pictures of a portfolio, the open core criteria first."""
    t = session.words()
    catalogue = catalogue_of(workspace, view)
    if view.portfolio.is_pool:
        exhibit(field(view.bands, catalogue, t))
        return
    with st.expander(t("Which projects, in which order")):
        order, context = chosen_order(), chosen_context(view)
    seen = overview_view.seen_in_order(view, context, order)
    st.write(
        f"{portfolios.chosen(context, t)} · "
        + t.plural("1 project", "{n} projects", len(seen))
        + f"  \n{portfolios.reference(view.reference, catalogue, t)}"
    )
    found = open_criteria(one.outline for one in seen if one.is_compared)
    exhibit(overview_view.open_core(found, catalogue, t))
    st.header(t("Where projects put themselves"), anchor=False)
    some = page_of(seen, "portfolio_from")
    for shown in overview_view.perspectives(some, catalogue, t):
        exhibit(shown, 3)
    exhibit(overview_view.movement(view, some, t))
    exhibit(overview_view.agreements(some, workspace.now().date(), t))
    exhibit(overview_view.likeness(some, t))
