"""The next assessment of a project: what goes along from the last one, and what has changed since."""

from collections.abc import Iterable

import streamlit as st

from assessment.assessments import Assessment, free_name
from assessment.catalogue.changes import Renewal, renewal
from assessment.catalogue.model import Ambition, Catalogue, Profile
from assessment.choices import in_scope
from assessment.errors import InvalidInput
from assessment.projects import Project
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from ui import navigation, session
from ui.screens.start.new_project import open_questions, said, start_choices
from ui.widgets.html import bullets, details, text


def next_assessment(workspace: Workspace, project: Project) -> None:
    """Render the form that starts the next assessment of a project."""
    t = session.words()
    earlier = workspace.store.assessments.all(project.id)
    st.title(t("Next assessment") if earlier else t("First assessment"), anchor=False)
    st.html(f"<p>{text(project.name)}</p>")
    if earlier:
        _goes_along(workspace, earlier[0])
    same = bool(earlier) and st.checkbox(
        t("The same questions and targets as last time"), value=True, key="same_choices"
    )
    profile, ambition = _continued(workspace, earlier[0]) if same else start_choices(workspace)
    name = st.text_input(
        t("Name of the assessment"),
        value=free_name(
            t("Assessment {year}", year=workspace.now().year), {a.name for a in earlier}
        ),
        key="assessment_name",
    )
    if not st.button(t("Start the assessment"), type="primary", key="start_assessment"):
        return
    try:
        started = assessments.start_assessment(
            workspace, project.id, name=name, profile=profile.id, ambition=ambition.id
        )
    except InvalidInput as error:
        st.error(said(error))
        return
    if same:
        assessments.continue_choices(workspace, started)
    open_questions(started)


def _continued(workspace: Workspace, earlier: Assessment) -> tuple[Profile, Ambition]:
    """Return profile and ambition of the earlier assessment, or the first that there are."""
    catalogue = workspace.catalogue
    profile = catalogue.profile(earlier.profile) or catalogue.audit_profiles[0]
    return profile, catalogue.ambition(earlier.ambition) or catalogue.ambitions[0]


def _goes_along(workspace: Workspace, earlier: Assessment) -> None:
    """Render what comes from the last assessment: whether it is closed, agreements, criteria."""
    t = session.words()
    if not earlier.is_closed:
        st.info(
            t(
                "The last assessment, {name}, is still open. Close it first: until then only your own "
                "answers can be compared.",
                name=earlier.name,
            )
        )
        places = session.here(project=earlier.project, assessment=earlier.id)
        st.page_link(navigation.CLOSING, label=t("Look back before you close"), query_params=places)
    open_ones = agreements.still_open(workspace, earlier.project)
    if open_ones:
        title = t.plural(
            "One agreement that is not done goes along",
            "{n} agreements that are not done go along",
            len(open_ones),
        )
        st.html(details(title, bullets(agreement.text for agreement in open_ones)))
    then = workspace.catalogue_of(earlier)
    asked = in_scope(workspace.store.choices.get(earlier.id).values())
    found = renewal(then, workspace.catalogue, asked)
    if found is not None:
        _renewed(then, workspace.catalogue, found)


def _renewed(then: Catalogue, now: Catalogue, found: Renewal) -> None:
    t = session.words()
    with st.container(border=True, key="renewal"):
        st.header(t("The criteria have changed since"), anchor=False)
        if not found.same_catalogue:
            st.write(t("Another catalogue is used now. Nothing can be compared with last time."))
        st.html(
            f'<p class="ms-soft">{text(t("Last time version {then}, now {now}.", then=then.version, now=now.version))}</p>'
        )
        changed = (
            (t("Kept and comparable"), then, found.kept),
            (t("Of these, in other words"), now, found.reworded),
            (t("On another scale: asked again, no longer comparable"), now, found.rescaled),
            (t("No longer there"), then, found.dropped),
            (t("New: count as far as the chosen questions name them"), now, found.new),
        )
        st.html("".join(_group(title, catalogue, ids) for title, catalogue, ids in changed))


def _group(title: str, catalogue: Catalogue, ids: Iterable[str]) -> str:
    names = [f"{n} · {catalogue.by_id[n].title.in_language(session.language())}" for n in ids]
    return details(f"{title} ({len(names)})", bullets(names)) if names else ""
