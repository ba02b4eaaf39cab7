"""A picture of a result: that of the example project, made by the same charts and sentences."""

import base64
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.errors import FileProblems
from assessment.services.context import Workspace
from exchange import example_project
from locales import translator
from reports.charts import print_bars
from reports.charts.themes import in_both_themes
from reports.wording import results
from ui import session
from ui.widgets.html import soft, text


@dataclass(frozen=True)
class Picture:
    """A chart with what it shows in words, and what stands out beside it."""

    svg: str
    in_words: str
    sentences: tuple[str, ...]


def example(workspace: Workspace) -> None:
    """Render the result of the example project; nothing when its files cannot be used."""
    t, folder = session.words(), str(session.settings().criteria)
    picture = _picture(folder, workspace.catalogue, session.language(), workspace.now())
    if picture is None:
        return
    st.header(t("What you end with"), anchor=False)
    encoded = base64.b64encode(picture.svg.encode()).decode()
    sentences = "".join(f"<p>{text(sentence)}</p>" for sentence in picture.sentences)
    st.html(
        f'<div class="ms-shown"><img src="data:image/svg+xml;base64,{encoded}"'
        f' alt="{text(picture.in_words)}"><div>{sentences}'
        f"{soft(t('From the example project, with answers that were made up.'))}</div></div>"
    )


@st.cache_resource(
    show_spinner=False, max_entries=8, hash_funcs={Catalogue: lambda c: c.content_hash}
)
def _picture(folder: str, catalogue: Catalogue, language: str, _now: datetime) -> Picture | None:
    """Return the picture of the example in a folder, made once per catalogue and language."""
    t = translator(language)
    try:
        outcome = example_project.example_outcome(Path(folder), catalogue, language, _now)
    except FileProblems:
        return None  # the button of the example says what is wrong with it
    lines = outcome.perspective_lines
    return Picture(
        svg=in_both_themes(partial(print_bars.groups, lines, t)),
        in_words=results.picture(lines, t),
        sentences=tuple(results.stand_out(outcome, t)),
    )
