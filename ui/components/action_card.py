"""One agreement, and the form that makes a new one from a gap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from assessment.catalogue import Catalogue
from assessment.errors import InvalidInput, StaleWrite, StorageError
from assessment.projects import Action, ActionStatus
from assessment.services import agreements
from assessment.services.outcome import Outcome
from assessment.services.workspace import Workspace
from reports import names as result_names
from ui import state
from ui.components import names
from ui.components.html import text

_TROUBLE = "agreement_trouble"
_CHOSEN = "agreement_criterion"


def card(workspace: Workspace, catalogue: Catalogue, action: Action) -> None:
    """Draw one agreement; every field is written when it is left."""
    t, language = state.words(), state.language()
    known = catalogue.by_id.get(action.criterion)
    statuses = names.statuses(t)
    # the version is part of the keys: after a change elsewhere the fields show what is stored
    place = f"action:{action.id}:{action.version}"

    def field(name: str) -> dict[str, Any]:
        key = state.translated(f"{place}:{name}") if name == "status" else f"{place}:{name}"
        return {"key": key, "on_change": _write, "args": (workspace, action, name, key)}

    with st.container(border=True, key=f"card:{action.id}"):
        title = known.title.in_language(language) if known else action.criterion
        st.subheader(title, anchor=False)
        st.text_area(t("What will be done?"), value=action.text, height=80, **field("text"))
        with st.container(horizontal=True):
            st.text_input(t("By whom? A role, no name"), value=action.owner, **field("owner"))
            st.date_input(t("When?"), value=action.due, format="DD-MM-YYYY", **field("due"))
            st.selectbox(
                t("How far is it?"),
                list(statuses),
                index=list(statuses).index(action.status),
                format_func=statuses.__getitem__,
                **field("status"),
            )
        st.text_area(t("What happened?"), value=action.outcome, height=80, **field("outcome"))
        _trouble(action)
        _removal(workspace, action)


def _write(workspace: Workspace, action: Action, name: str, key: str) -> None:
    value = st.session_state[key]
    changes: dict[str, Any] = {name: ActionStatus(value) if name == "status" else value}
    _keep(workspace, replace(action, **changes))


def _keep(workspace: Workspace, action: Action) -> bool:
    t = state.words()
    st.session_state.pop(_TROUBLE, None)
    try:
        agreements.save_action(workspace, action)
    except StaleWrite:
        said = t(
            "This agreement was changed in another window; you now see what stands there. Change it again if needed."
        )
    except InvalidInput as error:
        said = {
            "missing": t("An agreement needs words: what will be done?"),
            "too_long": t("This text is too long to keep. Shorten it."),
            "characters": t("This text holds characters that cannot be kept. Remove them."),
        }.get(error.rule, str(error))
    except StorageError as error:
        said = str(error)
    else:
        return True
    st.session_state[_TROUBLE] = (action, said)
    return False


def _trouble(action: Action) -> None:
    """Say what could not be kept, with what was typed, so that nothing is lost."""
    t = state.words()
    failed, said = st.session_state.get(_TROUBLE, (None, ""))
    if failed is not None and failed.id == action.id:
        typed = " · ".join(part for part in (failed.text, failed.owner, failed.outcome) if part)
        st.html(
            f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved.")} {text(said)}</p>'
            f'<p class="ms-text">{text(typed[:20_000])}</p>'
        )


def _removal(workspace: Workspace, action: Action) -> None:
    t = state.words()
    asked = f"remove:{action.id}"
    if not st.session_state.get(asked):
        st.button(
            t("Remove"), key=f"ask:{action.id}", type="tertiary", on_click=_set, args=(asked, True)
        )
        return
    st.write(t("Remove this agreement for good?"))
    with st.container(horizontal=True):
        st.button(
            t("Yes, remove"),
            key=f"yes:{action.id}",
            on_click=workspace.store.erase_action,
            args=(action.id,),
        )
        st.button(t("No, keep"), key=f"no:{action.id}", on_click=_set, args=(asked, False))


def _set(name: str, value: object) -> None:
    st.session_state[name] = value


def new_action(workspace: Workspace, outcome: Outcome, made: Sequence[Action]) -> None:
    """Draw the choice of a gap, its suggested steps, and the fields of a new agreement."""
    t, language = state.words(), state.language()
    gaps = agreements.by_priority(outcome.result)
    taken = {action.criterion for action in made}
    ordered = [g.criterion for g in gaps] + [
        n for n in outcome.result.criteria if n not in {g.criterion for g in gaps}
    ]
    if not gaps:
        st.html(
            f'<p class="ms-note">{t("There is no gap yet: answer some questions first, or choose a target under Settings.")}</p>'
        )
    bands = result_names.bands(t)
    priority = {g.criterion: bands[g.priority.band] for g in gaps if g.priority and g.priority.band}

    def label(name: str) -> str:
        title = outcome.catalogue.by_id[name].title.in_language(language)
        known = f" · {t('gap, priority {band}', band=priority[name])}" if name in priority else ""
        return f"{title}{known}{' ✓' if name in taken else ''}"

    st.subheader(t("New agreement"), anchor=False)
    chosen = state.kept(_CHOSEN, state.current(state.CRITERION))
    criterion = st.selectbox(
        t("About which criterion? Largest gaps first"),
        ordered,
        index=ordered.index(chosen) if chosen in ordered else None,
        format_func=label,
        placeholder=t("Choose a criterion"),
        # one more agreement starts with an empty choice
        key=state.translated(f"{_CHOSEN}:{len(made)}"),
    )
    state.keep(_CHOSEN, criterion)
    if criterion is not None:
        _suggestions(outcome, criterion)
        _fields(workspace, outcome, criterion)


def _suggestions(outcome: Outcome, criterion: str) -> None:
    t, language = state.words(), state.language()
    for number, step in enumerate(outcome.catalogue.by_id[criterion].next_steps):
        words = step.in_language(language)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                t("Take over"),
                key=f"take:{criterion}:{number}",
                help=words,
                on_click=_set,
                args=(f"new_text:{criterion}", words),
            )
            st.write(words)


def _fields(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    t = state.words()
    st.text_area(t("What will be done?"), key=f"new_text:{criterion}", height=80)
    with st.container(horizontal=True):
        st.text_input(t("By whom? A role, no name"), key=f"new_owner:{criterion}")
        st.date_input(t("When?"), value=None, format="DD-MM-YYYY", key=f"new_due:{criterion}")
    st.button(
        t("Agree on this"),
        type="primary",
        key="agree",
        on_click=_make,
        args=(workspace, outcome, criterion),
    )
    _trouble(Action("", "", "", "", ""))


def _make(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    due: date | None = st.session_state.get(f"new_due:{criterion}")
    action = Action(
        id="",
        project=outcome.assessment.project,
        assessment=outcome.assessment.id,
        criterion=criterion,
        text=st.session_state.get(f"new_text:{criterion}", ""),
        owner=st.session_state.get(f"new_owner:{criterion}", ""),
        due=due,
    )
    if _keep(workspace, action):
        state.keep(_CHOSEN, None)
        for name in ("new_text", "new_owner", "new_due"):
            st.session_state.pop(f"{name}:{criterion}", None)
        if state.current(state.CRITERION):
            del st.query_params[state.CRITERION]
