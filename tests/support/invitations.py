"""A small catalogue, a workspace and invitations: what the pages of participants stand on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import runtime
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Profile, Text
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services import assessments, projects, responding
from assessment.services.context import Workspace
from assessment.store import Store
from tests.support.builders import a_project

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"
QUESTIONS = 5  # in each of the small profiles


def small_catalogue() -> Catalogue:
    """Return the criteria that ship, with a profile `few` and a `pair` of the same questions."""
    shipped = load_catalogue(CRITERIA)
    both = [
        c.id
        for c in shipped.criteria
        if shipped.is_asked(c, "mentor") and shipped.is_asked(c, "mentee")
    ]
    words = Text({"nl": "Klein", "en": "Small"})
    profiles = [p for p in shipped.profiles if p.id != "pair"]
    profiles += [
        Profile(
            id=name,
            title=words,
            description=words,
            criteria=tuple(both[:QUESTIONS]),
            for_pair=name == "pair",
        )
        for name in ("few", "pair")
    ]
    return shipped.model_copy(update={"profiles": tuple(profiles)})


def a_workspace(store: Store, catalogue: Catalogue, now: Callable[[], datetime]) -> Workspace:
    return Workspace(
        store=store,
        current_catalogue=catalogue,
        now=now,
        new_id=runtime.new_id,
        new_token=runtime.new_token,
    )


def own(workspace: Workspace, letter: str) -> str:
    """Begin with the token of a letter and return the token that nobody else has seen."""
    return responding.begin_personal_link(workspace, letter, "")


def begin_assessment(workspace: Workspace) -> Assessment:
    """Start an assessment of the project Maatjes."""
    project = projects.create_project(workspace, a_project())
    return assessments.start_assessment(
        workspace, project.id, name="Najaar", profile="full", ambition="floor"
    )
