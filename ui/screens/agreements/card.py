"""One agreement: every field is kept when it is left."""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.agreements import Agreement, AgreementStatus
from assessment.catalogue.model import Catalogue
from assessment.services import agreements
from assessment.services.context import Workspace
from reports.wording import choices
from ui import session
from ui.widgets.fields import Fields, Seen, seen_row
from ui.widgets.html import text

_SHOWN = "agreements_shown"  # the ids of the cards this tab has drawn
_LONGEST_SHOWN = 20_000


def card(workspace: Workspace, catalogue: Catalogue, agreement: Agreement) -> None:
    """Render one agreement."""
    t, language = session.words(), session.language()
    known = catalogue.by_id.get(agreement.criterion)
    fields = _fields(workspace, agreement)
    st.session_state.setdefault(_SHOWN, {})[agreement.id] = fields.seen
    with st.container(border=True, key=f"card:{agreement.id}"):
        title = known.title.in_language(language) if known else agreement.criterion
        st.subheader(title, anchor=False)
        fields.area("text", t("What will be done?"))
        who, when, how_far = st.columns(3)
        with who:
            fields.text("owner", t("By whom? A role, no name"))
        with when:
            fields.day("due", t("When?"))
        with how_far:
            fields.one("status", t("How far is it?"), choices.statuses(t))
        fields.area("outcome", t("What happened?"))
        _removal(workspace, agreement)


def removed_elsewhere(workspace: Workspace, project: str) -> None:
    """Show what was typed in an agreement that another window removed meanwhile."""
    t = session.words()
    stored = {agreement.id for agreement in workspace.store.agreements.all(project)}
    shown: dict[str, Seen[Agreement]] = st.session_state.get(_SHOWN, {})
    for name, seen in shown.items():
        if name in stored or not seen.removed:
            continue
        typed = _with(seen.row, seen.removed)
        said = t("This agreement was removed in another window. This is what stood here:")
        words = " · ".join(part for part in (typed.text, typed.owner, typed.outcome) if part)
        st.html(
            f'<p class="ms-unsaved" role="alert">⚠ {said}</p>'
            f'<p class="ms-text">{text(words[:_LONGEST_SHOWN])}</p>'
        )
        with st.container(horizontal=True):
            st.button(
                t("Make it again"),
                key=f"remake:{name}",
                on_click=_remake,
                args=(workspace, seen, typed),
            )
            st.button(t("Let it go"), key=f"let_go:{name}", on_click=seen.removed.clear)


def _fields(workspace: Workspace, agreement: Agreement) -> Fields[Agreement]:
    place = f"action:{agreement.id}"
    return Fields(
        place,
        seen_row(place, agreement),
        read=lambda: agreements.stored_agreement(workspace, agreement),
        change=lambda present, name, value: _with(present, {name: value}),
        save=lambda changed: agreements.save_agreement(workspace, changed),
    )


def _with(agreement: Agreement, changes: dict[str, Any]) -> Agreement:
    if "status" in changes:
        changes = {**changes, "status": AgreementStatus(changes["status"])}
    return replace(agreement, **changes)


def _remake(workspace: Workspace, seen: Seen[Agreement], typed: Agreement) -> None:
    agreements.save_agreement(workspace, replace(typed, id="", version=0))
    seen.removed.clear()


def _removal(workspace: Workspace, agreement: Agreement) -> None:
    t = session.words()
    asked = f"remove:{agreement.id}"
    if not st.session_state.get(asked):
        st.button(
            t("Remove"),
            key=f"ask:{agreement.id}",
            type="tertiary",
            on_click=_ask,
            args=(asked, True),
        )
        return
    st.write(t("Remove this agreement for good?"))
    with st.container(horizontal=True):
        st.button(
            t("Yes, remove"),
            key=f"yes:{agreement.id}",
            on_click=workspace.store.agreements.erase,
            args=(agreement.id,),
        )
        st.button(t("No, keep"), key=f"no:{agreement.id}", on_click=_ask, args=(asked, False))


def _ask(name: str, value: bool) -> None:
    st.session_state[name] = value
