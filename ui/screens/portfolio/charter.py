"""The portfolios there are, a new one, and the charter: what a funder promises."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from assessment.access.acts import Act
from assessment.portfolio.charter import Charter, Portfolio
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from reports.wording import portfolios as words
from ui import navigation, session
from ui.store import has_accounts
from ui.widgets.html import bullets, plain
from ui.widgets.refusal import attempt
from ui.widgets.save_line import FieldState, form_line

_A_YEAR = timedelta(days=365)
_FORM = "portfolio"
_KEYS = {  # of the widget of each field of a charter
    "purpose": "charter_purpose",
    "readers": "charter_readers",
    "keep_until": "charter_until",
    "never_ranks": "charter_promise",
}


def portfolios(workspace: Workspace) -> None:
    """Render the portfolios of the organisation, the example, and the form of a new one."""
    t = session.words()
    st.write(
        t(
            "A portfolio shows what projects chose to share: where the field needs help, what moved, and "
            "what is not known. It has no totals, and projects stand in it by name."
        )
    )
    found = reading.portfolios_of(workspace)
    for portfolio in found:
        with st.container(border=True, key=f"portfolio-{portfolio.id}"):
            st.page_link(
                navigation.PORTFOLIO,
                label=plain(portfolio.name),
                icon=":material/folder_shared:",
                query_params={**session.home_address(), session.PORTFOLIO: portfolio.id},
            )
            st.write(plain(portfolio.charter.purpose))
    if not workspace.access.may(Act.MANAGE_PORTFOLIO):
        return
    if not any(portfolio.is_example for portfolio in found):
        st.button(
            t("Show me an example with eight projects"),
            icon=":material/visibility:",
            key="example_portfolio",
            type="secondary" if found else "primary",
            on_click=attempt,
            args=(lambda: _open(example_portfolio.add_example(workspace, t)),),
        )
    st.header(t("A new portfolio"), anchor=False)
    _new(workspace)


def _open(portfolio: Portfolio) -> None:
    session.go_to(session.PORTFOLIO, portfolio.id)


def _new(workspace: Workspace) -> None:
    t, now = session.words(), workspace.now()
    name = st.text_input(t("Name of the portfolio"), key="portfolio_name")
    empty = Charter("", "", now.date() + _A_YEAR, never_ranks=False)
    fields = [FieldState("name", "portfolio_name", "", name), *charter_fields("new", empty)]
    st.checkbox(
        t("A pool without names: projects are shown to nobody, only the field as a whole"),
        key="portfolio_pool",
    )
    st.checkbox(
        t("Of a pool: show the field to every project in it, beside its own levels"),
        key="portfolio_gives_back",
    )
    if not has_accounts():
        st.caption(
            t(
                "On this machine without accounts a pool takes the projects of this machine only, and gives no "
                "field back: whoever works here sees every project. For that a server with accounts is needed."
            )
        )
    st.html(form_line(_FORM, fields))

    def act() -> None:
        typed = st.session_state
        portfolio = Portfolio("", None, typed["portfolio_name"], typed_charter("new", empty), now)
        made = replace(
            portfolio,
            is_pool=typed["portfolio_pool"],
            gives_back=typed["portfolio_gives_back"],
        )
        _open(reading.save_portfolio(workspace, made))
        session.made(_FORM)

    st.button(
        t("Make the portfolio"),
        type="primary",
        key="make_portfolio",
        on_click=attempt,
        args=(act,),
    )


def charter_fields(name: str, charter: Charter) -> list[FieldState]:
    """Render the fields of a charter and return what is typed in them."""
    t = session.words()
    keys = {field: f"{key}:{name}" for field, key in _KEYS.items()}
    purpose = st.text_area(t("What is it for?"), value=charter.purpose, key=keys["purpose"])
    readers = st.text_area(
        t("Who reads it? Functions, no names"), value=charter.readers, key=keys["readers"]
    )
    until = st.date_input(
        t("Kept until"), value=charter.keep_until, format="DD-MM-YYYY", key=keys["keep_until"]
    )
    st.checkbox(
        f"{t('We promise:')} {words.promise(t)}",
        value=charter.never_ranks,
        key=keys["never_ranks"],
    )
    return [
        FieldState("purpose", keys["purpose"], charter.purpose, purpose),
        FieldState("readers", keys["readers"], charter.readers, readers),
        FieldState("until", keys["keep_until"], str(charter.keep_until), str(until or "")),
    ]


def typed_charter(name: str, charter: Charter) -> Charter:
    """Return a charter with what stands in the fields at this moment, for a callback."""
    typed = {field: st.session_state[f"{key}:{name}"] for field, key in _KEYS.items()}
    return replace(charter, **typed)


def charter_seen(portfolio: Portfolio) -> Charter:
    """Return the charter that the fields were first drawn with: what stands in them is a change of that one."""
    name = f"charter_seen:{portfolio.id}"
    is_drawn = f"{_KEYS['purpose']}:{portfolio.id}" in st.session_state
    present: Charter = session.remembered(name, portfolio.charter)
    return present if is_drawn else session.remember(name, portfolio.charter)


def follow_charter(portfolio: Portfolio, seen: Charter) -> None:
    """Show in fields that still hold what was seen what is promised now, for a callback."""
    for field, key in _KEYS.items():
        if st.session_state[f"{key}:{portfolio.id}"] == getattr(seen, field):
            st.session_state[f"{key}:{portfolio.id}"] = getattr(portfolio.charter, field)
    session.remember(f"charter_seen:{portfolio.id}", portfolio.charter)


def promised(portfolio: Portfolio) -> str:
    """Return the charter as a list."""
    t, charter = session.words(), portfolio.charter
    return bullets(
        (
            f"{t('Why')}: {charter.purpose}",
            f"{t('Who reads it')}: {charter.readers}",
            f"{t('Kept until')}: {t.date(charter.keep_until)}",
            words.promise(t),
        )
    )
