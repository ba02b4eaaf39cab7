"""The first visit: what this is, what it gives, how long it takes, who sees what, where it comes from."""

from collections.abc import Iterable

import streamlit as st

from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import LEVELS, Catalogue
from assessment.services.context import Workspace
from reports.wording import choices, results
from ui import session
from ui.screens.home import begin, picture
from ui.widgets.explain import explain
from ui.widgets.html import bullets, details, plain, text


def welcome(workspace: Workspace, *, can_have_example: bool) -> None:
    """Render the home page of who has no project yet."""
    t, catalogue = session.words(), workspace.catalogue
    st.title(t("Look honestly at your project"), anchor=False)
    st.write(
        t(
            "Mentorspiegel takes you past criteria ({catalogue}), one by one. You say where you stand, "
            "what you can point at and what you do not know. You end with a picture of what is strong "
            "and what is still missing, and with two or three agreements.",
            catalogue=" · ".join(
                plain(c.title.in_language(t.language)) for c in workspace.catalogues
            ),
        )
    )
    begin.buttons(workspace, can_have_example=can_have_example, is_first_visit=True)
    if can_have_example:
        picture.example(workspace)
    st.header(t("How it goes"), anchor=False)
    st.html(_numbered(_steps(catalogue)))
    explain(catalogue, "level", "minimal", "growth", "target", "ambition")
    st.header(t("Who sees what"), anchor=False)
    st.html(bullets(_who_sees_what(workspace)))
    st.header(t("Where the criteria come from"), anchor=False)
    st.html("".join(_grounds(catalogue) for catalogue in workspace.catalogues))


def _steps(catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    """Return the steps from a first question to agreements: a title and a few sentences each."""
    t, others = session.words(), _others(catalogue)
    shortest = catalogue.audit_profiles[0]
    effort = profile_effort(catalogue, shortest, catalogue.own_role.id, t.language)
    yield (
        t("You answer"),
        t(
            "The shortest questionnaire: {length}. Alone or with your team, in any order; you stop and go "
            "on when you like. ‘I don't know’ is a real answer.",
            length=choices.effort(effort, t),
        ),
    )
    if others:
        yield (
            t("Others answer too, if you want"),
            t(
                "You invite {groups} with a letter. They answer on their phone, without account or name.",
                groups=results.joined(others, t),
            ),
        )
    yield (
        t("You look, and agree on what to do"),
        t(
            "A picture of what is strong and what is still missing, where people see it differently, and "
            "two or three agreements. Next year you see what has moved."
        ),
    )


def _others(catalogue: Catalogue) -> list[str]:
    plurals = [role.plural for role in catalogue.roles if not role.organisation]
    return [plural.in_language(session.language()) for plural in plurals]


def _numbered(steps: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f"<li><strong>{text(title)}</strong><p>{text(words)}</p></li>" for title, words in steps
    )
    return f'<ol class="ms-steps">{items}</ol>'


def _who_sees_what(workspace: Workspace) -> Iterable[str]:
    t = session.words()
    yield t("What you write stays in a database on this machine. There is no account and no cloud.")
    if _others(workspace.catalogue):
        yield t(
            "Of others you see groups, never persons: from {n} answers on, and only after you close.",
            n=workspace.threshold,
        )
        yield t("Others see the questions that they are asked. They do not see your answers.")
    yield t("Nobody gets a certificate, a place in a ranking or a total score.")


def _grounds(catalogue: Catalogue) -> str:
    """Return what the catalogue says of itself: how large it is, and what it rests on."""
    t, language = session.words(), session.language()
    size = t(
        "{title}, version {version}: {n} criteria from {perspectives} sides, each with {levels} levels "
        "in words of its own.",
        title=catalogue.title.in_language(language),
        version=catalogue.version,
        n=len(catalogue.criteria),
        perspectives=len(catalogue.perspectives),
        levels=LEVELS,
    )
    sources = [
        f"{s.title.in_language(language)}. {s.description.in_language(language)}"
        for s in catalogue.sources
    ]
    standards = [standard.title.in_language(language) for standard in catalogue.standards]
    parts = (
        (t("The {n} documents they were made from", n=len(sources)), sources),
        (t("The {n} standards of the field they were laid beside", n=len(standards)), standards),
    )
    listed = "".join(details(title, bullets(items)) for title, items in parts if items)
    return f"<p>{text(size)}</p><p>{text(catalogue.description.in_language(language))}</p>{listed}"
