"""Sessions in which values were agreed, without the votes before them."""

from dataclasses import replace

from assessment.assessments import Assessment
from assessment.project_profiles import ProjectProfile
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.session.agreed_values import AgreedValue
from assessment.session.group_session import GroupSession
from tests.support.session.room import a_draft, a_step

EVIDENCE = "Afgesproken in een sessie van 14 mensen."


def a_finished(
    workspace: Workspace, on: Assessment, *agreed: AgreedValue, **fields: object
) -> GroupSession:
    """A session on the project in which these values were agreed."""
    steps = (
        a_step("tables", items=("MC-05", "MC-03")),
        a_step("rate", items=("MC-05", "MC-03")),
        a_step("judge", items=("MC-01", "MC-05", "MC-03", "own")),
    )
    draft = a_draft(*steps, **{"project": on.project, **fields})
    session = preparing.create_session(workspace, draft)
    for value in agreed:
        workspace.store.agreed_values.save(replace(value, session=session.id))
    return session


def rated(item: str, value: str, **fields: object) -> AgreedValue:
    return AgreedValue("", **{"step": "rate", "item": item, "value": value, **fields})


def judged(item: str, **fields: object) -> AgreedValue:
    return AgreedValue("", **{"step": "judge", "item": item, **fields})


def a_profile(assessment: Assessment, **fields: object) -> ProjectProfile:
    usual = ProjectProfile("", assessment.project, "Ons minimum", "mentoring", "full")
    return replace(usual, **fields)
