"""Portfolios: one that is made or chosen, and its parts: charter, overview, criterion, project, files."""

import streamlit as st

from assessment.access.acts import Act
from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView
from ui import layout, navigation, session
from ui.screens.portfolio import charter, criterion, files, manage, overview, project
from ui.store import has_accounts, workspace
from ui.widgets.html import plain, soft
from ui.widgets.refusal import show_last_refusal

OVERVIEW, CRITERION, PROJECT, FILES, MANAGE = (
    "overview",
    "criterion",
    "project",
    "files",
    "charter",
)


def view_of_address(space: Workspace) -> PortfolioView | None:
    """Return the portfolio of the address, None without one or when it is not there (any more)."""
    wanted = session.parameter(session.PORTFOLIO)
    if not wanted:
        return None
    try:
        return reading.view_of(space, wanted)
    except NotFound:
        st.warning(session.words()("This portfolio does not exist (any more)."))
        return None


def part(space: Workspace, view: PortfolioView) -> None:
    """Render the part of a portfolio that the address names."""
    t = session.words()
    address = {**session.home_address(), session.PORTFOLIO: view.portfolio.id}
    names = {OVERVIEW: t("Overview"), CRITERION: t("Criterion"), PROJECT: t("Project")}
    names |= {FILES: t("Take it along"), MANAGE: t("Charter and projects")}
    if view.portfolio.is_pool:
        names = {OVERVIEW: names[OVERVIEW], MANAGE: names[MANAGE]}
    chosen = session.parameter(session.PART) or (OVERVIEW if view.shares else MANAGE)
    chosen = chosen if chosen in names else OVERVIEW
    session.name_tab(names[chosen], view.portfolio.name)
    with st.container(horizontal=True, gap="small", key="steps"):
        for name, label in names.items():
            state = "current" if name == chosen else "other"
            with st.container(key=f"{state}-{name}-content", width="content"):
                st.page_link(
                    navigation.PORTFOLIO, label=label, query_params={**address, session.PART: name}
                )
    st.title(plain(view.portfolio.name), anchor=False)
    show_last_refusal()
    shown = {
        OVERVIEW: overview.overview,
        CRITERION: criterion.criterion,
        PROJECT: project.project,
        FILES: files.files,
        MANAGE: manage.manage,
    }
    shown[chosen](space, view)


t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.READ_PORTFOLIO))
if not has_accounts():
    st.html(soft(t("This portfolio is on this machine: whoever works here sees it.")))
view = view_of_address(space)
if view is not None:
    part(space, view)
else:
    session.name_tab(t("Portfolio"))
    st.title(t("Portfolio"), anchor=False)
    show_last_refusal()
    charter.portfolios(space)
