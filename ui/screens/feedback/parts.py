"""The switch, the preview and the page to hand out."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.feedback import feedback_of, set_gives_feedback
from assessment.services.outcome import Outcome
from exchange.file_names import file_name
from locales import LANGUAGES, translator
from reports.letters.handout import handout_pdf
from reports.wording import feedback
from reports.wording.feedback import Passage
from ui import session
from ui.store import while_at_work
from ui.widgets import choose
from ui.widgets.html import bullets, soft, text
from ui.widgets.refusal import attempt


def switch(workspace: Workspace, assessment: Assessment) -> None:
    """Render whether those who answered can read it, saved at once."""
    t, wanted = session.words(), not assessment.gives_feedback
    st.toggle(
        t("Who answered can read this, behind their own address"),
        value=assessment.gives_feedback,
        key=f"gives_feedback:{assessment.id}:{assessment.version}",
        on_change=attempt,
        args=(lambda: set_gives_feedback(workspace, assessment, gives_feedback=wanted),),
    )
    if assessment.gives_feedback:
        st.html(soft(t("On: they can read it now. New agreements come along."), is_status=True))
    else:
        st.html(soft(t("Off: nobody can read it."), is_status=True))


def preview(workspace: Workspace, outcome: Outcome) -> list[Passage]:
    """Render what they read, in a language to choose, and return it."""
    t, catalogue = session.words(), outcome.catalogue
    languages = {code: name for code, name in LANGUAGES.items() if code in catalogue.languages}
    language = choose.select(
        "feedback_language",
        t("In which language?"),
        languages or LANGUAGES,
        first=session.language(),
    )
    words = translator(language)
    project = workspace.store.projects.get(outcome.assessment.project)
    passages = feedback.passages(feedback_of(outcome), catalogue, project.contact, words)
    with st.container(border=True, key="feedback"):
        st.html(
            f'<div lang="{language}"><h2>{text(feedback.title(words))}</h2>{_shown(passages)}</div>'
        )
    return passages


def _shown(passages: list[Passage]) -> str:
    return "".join(
        f"<h3>{text(passage.title)}</h3>"
        + "".join(f"<p>{text(sentence)}</p>" for sentence in passage.sentences)
        + (bullets(passage.items) if passage.items else "")
        for passage in passages
    )


def hand_out(workspace: Workspace, outcome: Outcome, passages: list[Passage]) -> None:
    """Render the page to hand out as a file."""
    t = session.words()
    project = workspace.store.projects.get(outcome.assessment.project)
    language = session.remembered("feedback_language", session.language())
    st.download_button(
        t("Download it as a page to hand out (PDF)"),
        while_at_work(lambda: handout_pdf(project.name, passages, language, workspace.now())),
        file_name=file_name(
            project.name, outcome.assessment.name, t("what came of it"), ending="pdf"
        ),
        mime="application/pdf",
        type="primary",
        key="download_handout",
        on_click="ignore",
    )
