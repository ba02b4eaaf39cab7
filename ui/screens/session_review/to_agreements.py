"""Agreements of the session as agreements of the project: one by one, each about a criterion."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.session.taking_over import (
    AgreementPreview,
    agreement_previews,
    agreements_taken_over,
    newest_assessment,
    take_over_agreement,
)
from reports.session.material import SessionMaterial
from reports.wording import choices
from ui import navigation, session
from ui.widgets import choose
from ui.widgets.html import bullets, plain, soft, text
from ui.widgets.refusal import attempt


def agreements(workspace: Workspace, material: SessionMaterial) -> None:
    """Render every agreement that was not taken over yet, with what it becomes."""
    t = session.words()
    with st.expander(t("Into the agreements of the project")):
        try:
            assessment = newest_assessment(workspace, material.session)
        except NotFound:
            st.html(soft(t("This project has no assessment yet.")))
            return
        previews = agreement_previews(workspace, material.session, assessment)
        if not previews:
            st.html(soft(t("There is none that was not taken over yet.")))
        for preview in previews:
            _one(workspace, assessment, preview)
        _taken_over(workspace, material)


def _taken_over(workspace: Workspace, material: SessionMaterial) -> None:
    """Render which ones were taken over already, and where each is."""
    t, taken = session.words(), agreements_taken_over(workspace, material.session)
    if not taken:
        return
    into: dict[str, None] = {}  # assessments, each once
    lines = []
    for one in taken:
        if one.agreement is None:
            lines.append(t("{text} (removed since)", text=one.made.text))
        else:
            lines.append(one.made.text)
            into[one.agreement.assessment] = None
    st.html(soft(t("Taken over already, among the agreements of the project:")) + bullets(lines))
    for assessment in into:
        name = workspace.store.assessments.get(assessment).name
        address = session.address(project=material.session.project, assessment=assessment)
        label = t("To the agreements of {name}", name=plain(name))
        st.page_link(navigation.AGREEMENTS, label=label, query_params=address)


def _one(workspace: Workspace, assessment: Assessment, preview: AgreementPreview) -> None:
    t, catalogue = session.words(), workspace.catalogue_of(assessment)
    wanted = preview.agreement
    with st.container(border=True, key=f"agreement_{preview.made.id}"):
        st.html(f'<p class="ms-text">{text(wanted.text)}</p>')
        facts = [wanted.owner, t.date(wanted.due) if wanted.due else "", assessment.name]
        st.html(soft(" · ".join(fact for fact in facts if fact)))
        criterion = wanted.criterion
        if preview.needs_criterion:
            criterion = _criterion(workspace, catalogue, assessment, preview) or ""
        else:
            st.html(soft(choices.criterion_title(catalogue, criterion, t)))
        st.button(
            t("Take over this agreement"),
            key=f"take_agreement:{preview.made.id}",
            disabled=not criterion,
            on_click=attempt,
            args=(lambda: take_over_agreement(workspace, preview, criterion),),
        )


def _criterion(
    workspace: Workspace, catalogue: Catalogue, assessment: Assessment, preview: AgreementPreview
) -> str | None:
    t = session.words()
    chosen = workspace.store.choices.get(assessment.id)
    words = {
        name: choices.criterion_title(catalogue, name, t)
        for name, choice in chosen.items()
        if choice.in_scope
    }
    return choose.select_or_none(
        f"agreement_about:{preview.made.id}",
        t("About which criterion?"),
        words,
        placeholder=t("Choose a criterion"),
    )
