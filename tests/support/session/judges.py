"""People who judge at home: invite them, let them judge, close."""

from collections.abc import Sequence
from typing import Any

from assessment.assessments import Assessment
from assessment.judging.judgements import Judgement
from assessment.services import invitations, responding
from assessment.services.assessments import close_assessment
from assessment.services.context import Workspace
from assessment.services.invitations import IssuedInvitation
from assessment.services.judging.giving import judge
from assessment.services.responding import RespondentSession
from tests.support.invitations import invite, own, session

Said = tuple[str, str, str] | tuple[str, str, str, str]  # criterion, choice, need, and a note


def invite_judges(workspace: Workspace, assessment: Assessment, **more: Any) -> IssuedInvitation:
    """Ask ten mentees, or whom else, to judge."""
    return invite(
        workspace, assessment, **{"to_judge": True, "profile": "full", "personal": 1, **more}
    )


def a_judge(
    workspace: Workspace, assessment: Assessment, role: str = "mentee"
) -> RespondentSession:
    """Return somebody who was asked to judge and has begun."""
    made = invite_judges(workspace, assessment, role=role)
    return session(workspace, own(workspace, made.links[0].token))


def judge_all(
    workspace: Workspace, assessment: Assessment, role: str, *people: Sequence[Said]
) -> None:
    """Let so many people of a role judge, each what stands in their list."""
    made = invite_judges(workspace, assessment, role=role, personal=len(people))
    for link, said in zip(made.links, people, strict=True):
        one = session(workspace, own(workspace, link.token))
        for criterion, choice, need, *note in said:
            judge(workspace, one, Judgement(criterion, choice, need, "".join(note)))
        responding.finish(workspace, one)


def closed(workspace: Workspace, assessment: Assessment) -> Assessment:
    """Close every invitation and the assessment."""
    for line in invitations.invitations_of(workspace, assessment):
        invitations.close_invitation(workspace, line.invitation.id)
    return close_assessment(workspace, assessment.id)


def asked_outside_the_core(workspace: Workspace, assessment: Assessment) -> str:
    """Return a criterion that the assessment asks, and that a questionnaire may leave out."""
    chosen = workspace.store.choices.get(assessment.id)
    core = workspace.catalogue_of(assessment).core
    return next(name for name, choice in chosen.items() if choice.in_scope and name not in core)
