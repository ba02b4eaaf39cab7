"""The parts of the page on method and privacy; its example is calculated by the scoring core."""

import streamlit as st

from assessment.answers import CountTable
from assessment.catalogue import Catalogue
from assessment.choices import Choice
from assessment.results import CriterionResult, score_table
from assessment.services.workspace import Workspace
from reports import names as result_names
from ui import state
from ui.components.html import bullets, table

# levels given per role in the example: one coordinator, five mentees, three mentors
_EXAMPLE = ((True, (0, 0, 0, 1, 0)), (False, (0, 1, 3, 1, 0)), (False, (0, 0, 0, 1, 2)))
_TARGET = 3


def states() -> None:
    """Explain the states of an answer."""
    t = state.words()
    st.html(
        bullets(
            (
                t("A level from 0 to 4: counts in the score."),
                t(
                    "Does not apply, with a reason: stays out of the score and of what had to be answered."
                ),
                t(
                    "I don't know: stays out of the score, and shows as not answered. A finding in itself."
                ),
                t("I'd rather not say: likewise."),
                t("Not answered yet: likewise. It never counts as 0."),
            )
        )
    )


def steps() -> None:
    """Explain the steps from answers to scores."""
    t = state.words()
    st.html(
        bullets(
            (
                t(
                    "Per criterion each voice (coordinator, mentors, mentees) has the mean of its levels."
                ),
                t(
                    "The score of a criterion is the mean of the voices. Each counts once: thirty mentees do not drown one coordinator."
                ),
                t(
                    "The score of a perspective or phase is the mean of its criteria. Beside it stands how many were answered; below 60 % it is called provisional."
                ),
                t(
                    "The floor: how many of the minimal criteria reach the level you aim for. What is not answered does not reach it."
                ),
                t(
                    "The gap is how far a score lies below your target. The priority is the gap, doubled for a minimal criterion: from 3 high, from 1.5 medium."
                ),
                t(
                    "How far answers lie apart is said in one word: shared, mostly shared, spread out or two camps. A high mean is never called agreement."
                ),
                t(
                    "There is no total of everything, on purpose: one figure would hide what the four ways to look show."
                ),
            )
        )
    )


def example(workspace: Workspace) -> None:
    """Calculate one criterion with three voices, and show every step."""
    t, language = state.words(), state.language()
    catalogue = workspace.catalogue
    roles = _example_roles(catalogue)
    result = _calculated(catalogue, roles, workspace.threshold)
    rows = []
    for (_, levels), role in zip(_EXAMPLE, roles, strict=True):
        voice = result.voices[role]
        said = ", ".join(f"{number} × {level}" for level, number in enumerate(levels) if number)
        mean = (
            t.number(voice.mean)
            if voice.mean is not None
            else t("not shown: fewer than {n}", n=workspace.threshold)
        )
        rows.append((catalogue.role(role).title.in_language(language), said, mean))
    caption = t("One criterion, three voices, target {target}", target=_TARGET)
    st.html(table(caption, (t("Voice"), t("Levels given"), t("Mean")), rows, figures=1))
    means = [v.mean for v in result.voices.values() if v.mean is not None]
    words = result_names.bands(t)
    st.write(
        t(
            "Score: ({values}) / {number} = {score}. Gap: {target} − {score} = {gap}. Priority of a minimal criterion: 2 × {gap} = {priority}, {band}.",
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
    own = [role.id for role in catalogue.roles if role.asked_everything]
    others = [role.id for role in catalogue.roles if not role.organisation]
    return [own[0], *reversed(others[:2])]


def _calculated(catalogue: Catalogue, roles: list[str], threshold: int) -> CriterionResult:
    criterion = catalogue.criteria[0].id
    table_ = CountTable.empty(["example"], catalogue.by_id, catalogue.role_ids).with_rows(
        ("example", criterion, role, level, number)
        for (_, levels), role in zip(_EXAMPLE, roles, strict=True)
        for level, number in enumerate(levels)
    )
    choices = {criterion: Choice(criterion, requirement="minimal", target=_TARGET)}
    return score_table(table_, catalogue, choices, threshold=threshold)["example"].criteria[
        criterion
    ]


def privacy(workspace: Workspace) -> None:
    """Explain what is shown of whom."""
    t = state.words()
    st.html(
        bullets(
            (
                t(
                    "The voice of the organisation (coordinator, facilitator) is not anonymous. Mentors, mentees and partners are."
                ),
                t(
                    "Their answers are shown from {n} levels given on a criterion. Smaller groups are put together as other voices, or left out and counted.",
                    n=workspace.threshold,
                ),
                t(
                    "While an assessment is open only how many took part is shown; the levels appear when it is closed."
                ),
                t("Nobody is asked for a name or an e-mail address."),
            )
        )
    )


def storage() -> None:
    """Say what is kept where, and how to take it along or erase it."""
    t = state.words()
    settings = state.settings()
    place = t("a database of your own choice (set by whoever runs this program)")
    if not settings.database_url:
        place = settings.database.removeprefix("sqlite:///")
    st.html(
        bullets(
            (
                t(
                    "Everything is kept in one database: {place}. Nothing leaves this machine.",
                    place=place,
                ),
                t("Under Settings of a project you can export everything and erase everything."),
                t("On the command line: python cli.py export, import and erase."),
                t("A backup that is safe while people work: python cli.py backup FILE"),
                t(
                    "Each assessment keeps the criteria it was made with, so that an old result can always be made again."
                ),
            )
        )
    )
