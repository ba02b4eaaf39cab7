"""One criterion: each project a dot, what groups said, own explanations, questions to talk about."""

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.portfolio.views import PortfolioView
from reports.portfolio import criterion_view, overview_view
from reports.wording import portfolios
from ui import session
from ui.screens.portfolio.catalogue import catalogue_of
from ui.screens.portfolio.context import chosen_context, chosen_order, page_of
from ui.screens.portfolio.exhibit import exhibit
from ui.widgets import choose
from ui.widgets.html import bullets, text


def criterion(workspace: Workspace, view: PortfolioView) -> None:
    """Render one criterion over all projects."""
    t = session.words()
    catalogue = catalogue_of(workspace, view)
    with st.expander(t("Which projects, in which order")):
        order, context = chosen_order(), chosen_context(view)
    seen = overview_view.seen_in_order(view, context, order)
    known = {own for snapshot in view.compared.values() for own in snapshot.own}
    if not known:
        st.write(t("No project shows its levels."))
        return
    names = {name: portfolios.criterion(catalogue, name, t) for name in sorted(known)}
    first = session.parameter(session.CRITERION)
    chosen = choose.select("portfolio_criterion", t("Which criterion?"), names, first=first)
    some = page_of(seen, "criterion_from")
    exhibit(criterion_view.own_levels(some, chosen, t))
    for role in criterion_view.roles_of(seen, chosen):
        exhibit(criterion_view.group_means(some, chosen, role, catalogue, t))
        funnel = criterion_view.funnel_of(seen, chosen, role, t)
        if funnel is not None:
            exhibit(funnel, 3)
    asked = criterion_view.questions(catalogue, chosen, t)
    if asked:
        st.header(t("To talk about"), anchor=False)
        st.html(bullets(asked))
    own = criterion_view.explanations(some)
    if own:
        st.header(t("What projects wrote themselves"), anchor=False)
        st.html("".join(f"<p><b>{text(name)}</b><br>{text(words)}</p>" for name, words in own))
