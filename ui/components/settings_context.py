"""The context of a project: every field is kept when it is left."""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.errors import InvalidInput, StaleWrite, StorageError
from assessment.projects import Project
from assessment.services import projects
from assessment.services.workspace import Workspace
from locales import LANGUAGES
from ui import state
from ui.components import names
from ui.components.html import text

_TROUBLE = "project_trouble"


def context(workspace: Workspace, project: Project) -> None:
    """Draw the fields of a project."""
    t = state.words()
    # the version is part of the keys: after a change elsewhere the fields show what is stored
    place = f"context:{project.id}:{project.version}"

    def field(name: str, *, in_words: bool = False) -> dict[str, Any]:
        key = state.translated(f"{place}:{name}") if in_words else f"{place}:{name}"
        return {"key": key, "on_change": _write, "args": (workspace, project, name, key)}

    st.text_input(t("Name of the project"), value=project.name, **field("name"))
    st.text_input(t("For whom"), value=project.target_group, **field("target_group"))
    for name, label, words in (
        ("kind", t("Kind of mentoring"), names.kinds(t)),
        ("minors", t("Are mentees under eighteen?"), names.minors(t)),
        ("stage", t("How far is the programme?"), names.stages(t)),
    ):
        options, present = list(words), getattr(project, name)
        st.selectbox(
            label,
            options,
            index=options.index(present) if present else None,
            format_func=words.__getitem__,
            placeholder=t("Choose"),
            **field(name, in_words=True),
        )
    st.number_input(t("Pairs in a year"), 0, 1_000_000, project.size, **field("size"))
    st.text_input(t("Place or region"), value=project.region, **field("region"))
    latest = workspace.now().year + 5
    st.number_input(t("Running since"), 1900, latest, project.start_year, **field("start_year"))
    st.multiselect(
        t("Languages for mentors and mentees"),
        list(LANGUAGES),
        default=[name for name in project.languages if name in LANGUAGES],
        format_func=LANGUAGES.__getitem__,
        placeholder=t("Choose"),
        **field("languages"),
    )
    _word_on_saving()


def _write(workspace: Workspace, project: Project, name: str, key: str) -> None:
    t = state.words()
    value = st.session_state[key]
    changes: dict[str, Any] = {name: tuple(value) if name == "languages" else value}
    try:
        projects.change_project(workspace, replace(project, **changes))
    except StaleWrite:
        said = t(
            "This project was changed in another window; you now see what stands there. Change it again if needed."
        )
    except InvalidInput as error:
        said = {
            "missing": t("Give the project a name first."),
            "too_long": t("This text is too long: at most 200 characters are kept."),
            "characters": t("This text holds characters that cannot be kept. Remove them."),
        }.get(error.rule, str(error))
    except StorageError as error:
        said = str(error)
    else:
        st.session_state[_TROUBLE] = ("", "")
        return
    st.session_state[_TROUBLE] = (said, str(value))


def _word_on_saving() -> None:
    t = state.words()
    if _TROUBLE not in st.session_state:
        return
    said, typed = st.session_state[_TROUBLE]
    if said:
        st.html(
            f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved.")} {text(said)}</p>'
            f'<p class="ms-text">{text(typed[:20_000])}</p>'
        )
    else:
        st.html(f'<p class="ms-saved" role="status">✓ {t("Saved")}</p>')
