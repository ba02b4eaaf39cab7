"""The parts of the page on method and privacy; its example is calculated by the scoring core."""

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.scoring.counts import CountTable
from assessment.scoring.reader import score_table
from assessment.scoring.results import CriterionResult
from assessment.services.context import Workspace
from reports.wording import choices, method
from ui import session
from ui.widgets.html import bullets, table

# levels given per role in the example: one of the organisation, five and three of others
_EXAMPLE = ((0, 0, 0, 1, 0), (0, 1, 3, 1, 0), (0, 0, 0, 1, 2))
_TARGET = 3


def states() -> None:
    """Render what the states of an answer mean."""
    st.html(bullets(method.states(session.words())))


def steps(catalogue: Catalogue) -> None:
    """Render the steps from answers to scores."""
    st.html(bullets(method.steps(catalogue, session.words())))


def example(workspace: Workspace, catalogue: Catalogue) -> None:
    """Render how one criterion with three voices is calculated, step by step."""
    t, language = session.words(), session.language()
    roles = _example_roles(catalogue)
    result = _calculated(catalogue, roles, workspace.threshold)
    rows = []
    for levels, role in zip(_EXAMPLE, roles, strict=False):
        voice = result.voices.get(role)
        given = ", ".join(f"{number} × {level}" for level, number in enumerate(levels) if number)
        mean = (
            t.number(voice.mean)
            if voice is not None and voice.mean is not None
            else t("not shown: fewer than {n}", n=workspace.threshold)
        )
        rows.append((catalogue.role(role).title.in_language(language), given, mean))
    caption = t("One criterion, {n} groups, target {target}", n=len(rows), target=_TARGET)
    st.html(table(caption, (t("Group"), t("Levels given"), t("Mean")), rows, figures=1))
    means = [v.mean for v in result.voices.values() if v.mean is not None]
    words = choices.bands(t)
    st.write(
        t(
            "Score: ({values}) / {number} = {score}. Still missing: {target} − {score} = {gap}. "
            "Priority of a minimal criterion: 2 × {gap} = {priority}, {band}.",
            values=" + ".join(t.number(mean) for mean in means),
            number=len(means),
            score=t.number(result.score or 0),
            target=_TARGET,
            gap=t.number(result.gap or 0),
            priority=t.number(result.priority.value if result.priority else 0),
            band=words.get((result.priority.band if result.priority else "") or "", ""),
        )
    )


def _example_roles(catalogue: Catalogue) -> list[str]:
    others = [role.id for role in catalogue.roles if not role.organisation]
    return [catalogue.own_role.id, *reversed(others[: len(_EXAMPLE) - 1])]


def _calculated(catalogue: Catalogue, roles: list[str], threshold: int) -> CriterionResult:
    criterion = catalogue.criteria[0].id
    counts = CountTable.empty(["example"], catalogue.by_id, catalogue.role_ids).with_rows(
        ("example", criterion, role, level, number)
        for levels, role in zip(_EXAMPLE, roles, strict=False)
        for level, number in enumerate(levels)
    )
    choice = Choice(criterion, requirement="minimal", target=_TARGET)
    results = score_table(counts, catalogue, {criterion: choice}, threshold=threshold)
    return results["example"].criteria[criterion]


def privacy(workspace: Workspace, catalogue: Catalogue) -> None:
    """Render what is shown of whom."""
    st.html(bullets(method.privacy(catalogue, workspace.threshold, session.words())))


def storage() -> None:
    """Render what is kept where, and how to take it along or erase it."""
    t = session.words()
    settings = session.settings()
    database = t("a database of your own choice (set by whoever runs this program)")
    if not settings.database_url:
        database = settings.database.removeprefix("sqlite:///")
    st.html(
        bullets(
            (
                t(
                    "Everything is kept in one database: {place}. Nothing leaves this machine.",
                    place=database,
                ),
                t("Under Settings of a project you can export everything and erase everything."),
                t("On the command line: python cli.py export, import and erase."),
                t("A backup that is safe while people work: python cli.py backup FILE"),
                t(
                    "Each assessment keeps the criteria it was made with, so that an old outcome can always be made again."
                ),
            )
        )
    )
