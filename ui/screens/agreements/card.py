"""One agreement: every field is saved while somebody types."""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.agreements import Agreement, AgreementStatus
from assessment.catalogue.model import Catalogue
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.self_audit import FindingKind, agreement_findings
from reports.wording import choices
from reports.wording.results import joined
from ui import session
from ui.widgets.autosave import Autosave, Seen, with_value
from ui.widgets.fields import fields_of
from ui.widgets.html import alert, plain, soft, text
from ui.widgets.refusal import attempt, show_last_refusal

_SEEN = "agreements_seen"  # what this tab knows of every agreement that it has drawn, by id
_LONGEST_SHOWN = 20_000  # characters


def card(workspace: Workspace, catalogue: Catalogue, agreement: Agreement) -> None:
    """Render one agreement."""
    t = session.words()
    criterion = catalogue.by_id.get(agreement.criterion)
    title = criterion.title.in_language(t.language) if criterion else agreement.criterion
    saving = _saving(workspace, agreement)
    st.session_state.setdefault(_SEEN, {})[agreement.id] = saving.seen
    with st.container(border=True, key=f"card:{agreement.id}"):
        st.subheader(plain(title), anchor=False)
        with fields_of(saving) as fields:
            fields.area("text", t("What will be done?"))
            who, when, how_far = st.columns(3)
            with who:
                fields.text("owner", t("By whom? A role, no name"))
            with when:
                fields.day("due", t("When?"))
            with how_far:
                fields.one("status", t("How far is it?"), choices.statuses(t))
            fields.area("outcome", t("What happened?"))
        _missing(agreement)
        _removal(workspace, agreement)


def _missing(agreement: Agreement) -> None:
    """Render what an agreement that is not settled does not say yet."""
    t = session.words()
    words = {
        FindingKind.AGREEMENT_WITHOUT_OWNER: t("by whom"),
        FindingKind.AGREEMENT_WITHOUT_DATE: t("when"),
    }
    if found := [words[kind] for kind in agreement_findings(agreement)]:
        st.html(soft(t("Not said yet: {what}.", what=joined(found, t)), is_status=True))


def removed_elsewhere(workspace: Workspace, project: str) -> None:
    """Render what was typed in an agreement that another window removed meanwhile."""
    show_last_refusal()
    stored = {agreement.id for agreement in workspace.store.agreements.all(project)}
    drawn: dict[str, Seen[Agreement]] = st.session_state.get(_SEEN, {})
    for name, seen in drawn.items():
        if seen.is_removed and name not in stored:
            _typed(workspace, name, seen)


def _typed(workspace: Workspace, name: str, seen: Seen[Agreement]) -> None:
    t, typed = session.words(), seen.row
    for field, unsaved in seen.unsaved.items():
        typed = _with_value(typed, field, unsaved.mine)
    words = " · ".join(part for part in (typed.text, typed.owner, typed.outcome) if part)
    removed = t("This agreement was removed in another window. This is what stood here:")
    st.html(f'{alert(removed)}<p class="ms-text">{text(words[:_LONGEST_SHOWN])}</p>')
    with st.container(horizontal=True):
        st.button(
            t("Make it again"),
            key=f"remake:{name}",
            on_click=_remake,
            args=(workspace, seen, typed),
        )
        st.button(t("Let it go"), key=f"let_go:{name}", on_click=_forget, args=(seen,))


def _remake(workspace: Workspace, seen: Seen[Agreement], typed: Agreement) -> None:
    def remake() -> None:
        agreements.save_agreement(workspace, replace(typed, id="", version=0))
        _forget(seen)

    attempt(remake)


def _forget(seen: Seen[Agreement]) -> None:
    seen.is_removed = False
    seen.unsaved.clear()


def _saving(workspace: Workspace, agreement: Agreement) -> Autosave[Agreement]:
    return Autosave(
        f"action:{agreement.id}",
        agreement,
        read=lambda: agreements.stored_agreement(workspace, agreement),
        save=lambda changed: agreements.save_agreement(workspace, changed),
        change=_with_value,
    )


def _with_value(agreement: Agreement, field: str, value: Any) -> Agreement:
    value = AgreementStatus(value) if field == "status" else value
    changed: Agreement = with_value(agreement, field, value)
    return changed


def _removal(workspace: Workspace, agreement: Agreement) -> None:
    t = session.words()
    asked = f"remove:{agreement.id}"
    if not st.session_state.get(asked):
        st.button(
            t("Remove"),
            key=f"ask:{agreement.id}",
            on_click=st.session_state.update,
            args=({asked: True},),
        )
        return
    st.write(t("Remove this agreement for good?"))
    with st.container(horizontal=True):
        st.button(
            t("Yes, remove"),
            key=f"yes:{agreement.id}",
            on_click=attempt,
            args=(lambda: agreements.erase_agreement(workspace, agreement.id),),
        )
        st.button(
            t("No, keep"),
            key=f"no:{agreement.id}",
            on_click=st.session_state.update,
            args=({asked: False},),
        )
