"""One finding of each closed assessment in the list: the first sentence of its result."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.figures import figures_of
from assessment.services.outcome import Outcome
from assessment.services.overview import overview_of
from assessment.services.project_list import Fault, made_or_fault
from locales import Translator
from reports.wording import overview
from ui import session

_MOST = 2_000  # sentences that are remembered

Key = tuple[str, int, str]  # id and version of an assessment, language


@st.cache_resource(show_spinner=False)
def _said() -> dict[Key, str]:
    """Return the findings that are known: a closed assessment does not change at its version."""
    return {}


def findings(workspace: Workspace, assessments: Iterable[Assessment]) -> Mapping[str, str | Fault]:
    """Return the finding of each assessment that is closed, by its id, or what is wrong with it."""
    t, said = session.words(), _said()
    keys = {(a.id, a.version, t.language): a for a in assessments if a.is_closed}
    found: dict[Key, str | Fault] = {key: said[key] for key in keys if key in said}
    new = {a.id: key for key, a in keys.items() if key not in found}
    if new:
        wanted = [a for a in keys.values() if a.id in new]
        figures = figures_of(workspace, wanted)
        for assessment in wanted:
            found[new[assessment.id]] = _sentence(figures.outcome(assessment), t)
        if len(said) > _MOST:
            said.clear()
        said.update({key: words for key, words in found.items() if isinstance(words, str)})
    return {key[0]: sentence for key, sentence in found.items()}


def _sentence(outcome: Outcome | Fault, t: Translator) -> str | Fault:
    if isinstance(outcome, Fault):
        return outcome
    return made_or_fault(
        lambda: overview.first_sentence(outcome, overview_of(outcome), t, to_you=True)
    )
