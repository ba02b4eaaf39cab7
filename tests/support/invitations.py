"""A small catalogue, a workspace and invitations: what the pages of participants stand on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import runtime
from assessment.assessments import Assessment
from assessment.catalogue.base import RubricText
from assessment.catalogue.model import Catalogue, Profile, Text
from assessment.catalogue.reading.loader import load_catalogue
from assessment.invitations import IssuedInvitation
from assessment.services import assessments, invitations, projects, responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink, PersonalLink, RespondentSession
from assessment.store import Store
from tests.support.builders import a_project
from tests.support.catalogues import levels

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"
WARNING = Text(
    {
        "nl": "Voelt het contact niet veilig, bel dan eerst de coördinator.",
        "en": "If the contact does not feel safe, call the coordinator first.",
    }
)
QUESTIONS = 5  # in each of the small profiles


def small_catalogue() -> Catalogue:
    """Return the criteria that ship, with a profile `few` and a `pair` of the same questions.

    In the last of these mentor and mentee read levels of their own, the lowest of which is marked;
    in the others no level is.
    """
    shipped = load_catalogue(CRITERIA)
    both = [
        c.id
        for c in shipped.criteria
        if shipped.is_asked(c, "mentor")
        and shipped.is_asked(c, "mentee")
        and not any(level.care for own in (c.rubric, *c.rubric_for.values()) for level in own)
    ]
    words = Text({"nl": "Klein", "en": "Small"})
    last = next(c for c in shipped.criteria if c.id == both[QUESTIONS - 1])
    own = last.model_copy(
        update={
            "rubric_for": {
                role: tuple(map(RubricText.model_validate, levels(role, 0)))
                for role in ("mentor", "mentee")
            }
        }
    )
    criteria = tuple(own if c.id == own.id else c for c in shipped.criteria)
    profiles = [p for p in shipped.profiles if p.id != "pair"]
    profiles += [
        Profile(
            id=name,
            title=words,
            description=words,
            criteria=tuple(both[:QUESTIONS]),
            for_pair=name == "pair",
            warning=WARNING if name == "pair" else None,
        )
        for name in ("few", "pair")
    ]
    return shipped.model_copy(update={"profiles": tuple(profiles), "criteria": criteria})


def a_workspace(store: Store, catalogue: Catalogue, now: Callable[[], datetime]) -> Workspace:
    return Workspace(
        store=store,
        current_catalogue=catalogue,
        now=now,
        new_id=runtime.new_id,
        new_token=runtime.new_token,
        new_login_token=runtime.new_login_token,
    )


def own(workspace: Workspace, letter: str) -> str:
    """Begin with the token of a letter and return the token that nobody else has seen."""
    return responding.begin_personal_link(workspace, letter, "")


def invite(workspace: Workspace, assessment: Assessment, **more: Any) -> IssuedInvitation:
    """Invite ten mentees, or whom else; without links, unless they are asked for."""
    options = {"role": "mentee", "profile": "short", "max_respondents": 10, "until": None, **more}
    return invitations.open_invitation(workspace, assessment.id, **options)


def session(workspace: Workspace, token: str) -> RespondentSession:
    """Return what the own token of a respondent opens."""
    found = responding.find(workspace, token)
    assert isinstance(found, RespondentSession)
    return found


def personal_link(workspace: Workspace, token: str) -> PersonalLink:
    """Return what the token or the code of a letter opens."""
    found = responding.find(workspace, token)
    assert isinstance(found, PersonalLink)
    return found


def open_link(workspace: Workspace, token: str) -> OpenLink:
    """Return what the token of a link for a group opens."""
    found = responding.find(workspace, token)
    assert isinstance(found, OpenLink)
    return found


def begin_assessment(workspace: Workspace) -> Assessment:
    """Start an assessment of the project Maatjes."""
    project = projects.create_project(workspace, a_project())
    return assessments.start_assessment(
        workspace, project.id, name="Najaar", profile="full", ambition="floor"
    )
