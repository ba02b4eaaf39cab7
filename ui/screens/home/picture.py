"""A picture of a result: that of the example project, made by the same charts and sentences."""

from datetime import datetime
from pathlib import Path

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.errors import FileProblems
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome
from exchange import example_project
from reports.charts import bars
from reports.wording import overview, results
from ui import session
from ui.screens.result.dots import palette, themed_picture
from ui.widgets.html import soft, text

_BESIDE = 3  # sentences beside the chart


def example(workspace: Workspace) -> None:
    """Render the result of the example project; nothing when its files cannot be used."""
    t, folder = session.words(), str(session.settings().criteria)
    outcome = _outcome(folder, workspace.catalogue, t.language, workspace.now())
    if outcome is None:
        return
    st.header(t("What you end with"), anchor=False)
    lines = outcome.perspective_lines
    chart = themed_picture(bars.groups(lines, t, palette()), results.picture(lines, t))
    sentences = "".join(
        f"<p>{text(words)}</p>" for words in overview.stand_out(outcome, t)[:_BESIDE]
    )
    made_up = soft(t("From the example project, with answers that were made up."))
    st.html(f'<div class="ms-shown">{chart}<div>{sentences}{made_up}</div></div>')


@st.cache_resource(
    show_spinner=False, max_entries=8, hash_funcs={Catalogue: lambda c: c.content_hash}
)
def _outcome(folder: str, catalogue: Catalogue, language: str, _now: datetime) -> Outcome | None:
    """Return the outcome of the example in a folder, made once per catalogue and language."""
    try:
        return example_project.example_outcome(Path(folder), catalogue, language, _now)
    except FileProblems:
        return None  # the button of the example says what is wrong with it
