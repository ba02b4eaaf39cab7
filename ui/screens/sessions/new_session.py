"""The form of a new session: what for, how long, how many, who, in which language."""

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from assessment.services.context import Workspace
from assessment.services.session.proposing import SessionWish, propose_session
from assessment.session.group_session import MAX_EXPECTED, MAX_PLANNED
from assessment.session.states import Purpose
from locales import LANGUAGES
from reports.session import wording
from ui import navigation, session
from ui.widgets import choose
from ui.widgets.html import field_error, note
from ui.widgets.save_line import FieldState, form_line

_FORM = "new_session"
_NAME = "session_name"  # the key of the field
_OWN = 0
_USUAL = (60, 90)  # minutes


def form(workspace: Workspace, project: str | None) -> None:
    """Render the form; what was typed stays when it cannot be saved."""
    t = session.words()
    today = workspace.catalogue if project is None else workspace.catalogue_for(project)
    st.header(t("New session"), anchor=False)
    if not today.scripts:
        st.html(
            note(
                t(
                    "This catalogue has no scripts for sessions yet. Write one in its folder `sessions`."
                )
            )
        )
        return
    with st.container(key="submits-session"):  # Enter in the field presses the button
        name = st.text_input(t("Name of the session"), key=_NAME)
        below_name = st.empty()
        wish = _wish(today, name, project)
        st.html(form_line(_FORM, _fields(wish)))
        if st.button(t("Propose a script"), type="primary", key="propose"):
            try:
                made = propose_session(workspace, wish)
            except InvalidInput as error:
                below_name.html(field_error(_NAME, _refusal(error)))
            else:
                session.made(_FORM)
                st.switch_page(
                    navigation.SESSION_SCRIPT,
                    query_params=session.address(session=made.id, project=project),
                )


def _fields(wish: SessionWish) -> list[FieldState]:
    found = [
        FieldState("name", _NAME, "", wish.name),
        FieldState("people", "session_people", "", str(wish.people)),
    ]
    if wish.minutes not in _USUAL:
        found.append(FieldState("minutes", "session_own_minutes", "", str(wish.minutes)))
    return found


def _wish(today: Catalogue, name: str, project: str | None) -> SessionWish:
    t = session.words()
    purpose = choose.radio("session_purpose", t("What for?"), wording.purposes(t))
    lengths = {n: t.plural("one minute", "{n} minutes", n) for n in _USUAL} | {_OWN: t("Other")}
    minutes = choose.segments("session_minutes", t("How long?"), lengths)
    if minutes == _OWN:
        minutes = st.number_input(
            t("Minutes that there are"), 20, MAX_PLANNED, 45, step=5, key="session_own_minutes"
        )
    people = st.number_input(
        t("How many people do you expect?"), 2, MAX_EXPECTED, 20, key="session_people"
    )
    return SessionWish(
        name=name,
        language=_language(today),
        purpose=Purpose(purpose),
        minutes=int(minutes),
        people=int(people),
        roles=_roles(today),
        project=project,
    )


def _roles(today: Catalogue) -> tuple[str, ...]:
    """Render the choice of roles, in the order of the catalogue; at first all."""
    t = session.words()
    words = {role.id: role.plural.in_language(t.language) for role in today.roles}
    chosen = st.pills(
        t("Who is in the room?"),
        list(words),
        selection_mode="multi",
        default=list(words),
        format_func=words.__getitem__,
        key=session.key_in_language(f"session_roles:{today.id}"),
    )
    return tuple(role for role in words if role in chosen)


def _language(today: Catalogue) -> str:
    t = session.words()
    offered = {code: name for code, name in LANGUAGES.items() if code in today.languages}
    return choose.select(
        "session_language",
        t("Language in the room"),
        offered or dict(LANGUAGES),
        first=session.language(),
    )


def _refusal(error: InvalidInput) -> str:
    t = session.words()
    return {
        ("name", "missing"): t("Give the session a name first."),
        ("name", "too_long"): t("This name is too long to keep. Shorten it."),
        ("roles", "missing"): t("Choose at least one group that is in the room."),
    }.get((error.field, error.rule), str(error))
