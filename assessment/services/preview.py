"""A preview: what a respondent would see, of an invitation that need not be made yet."""

from assessment.catalogue.model import Catalogue
from assessment.invitations import Invitation, questions
from assessment.pairs import PAIR_PROFILE
from assessment.services.context import Workspace
from assessment.services.invitations import check_asks
from assessment.services.responding import InvitationView


def preview(workspace: Workspace, assessment_id: str, role: str, profile: str) -> InvitationView:
    """Return what a respondent in this role would see; nothing is saved.

    Raises NotFound for an unknown assessment, role or profile, InvalidInput when nothing is asked.
    """
    store = workspace.store
    assessment = store.assessments.get(assessment_id)
    invitation = _invitation(workspace, assessment_id, role, profile)
    check_asks(workspace, assessment, invitation)
    project, catalogue = store.projects.get(assessment.project), workspace.catalogue_of(assessment)
    return InvitationView(
        invitation=invitation,
        assessment=assessment,
        catalogue=catalogue,
        criteria=questions(catalogue, role, profile, _scope(workspace, assessment_id, catalogue)),
        project_name=project.name,
        contact=project.contact,
        why_not=None,
    )


def _scope(workspace: Workspace, assessment_id: str, catalogue: Catalogue) -> set[str]:
    chosen = workspace.store.choices.get(assessment_id)
    return {name for name, choice in chosen.items() if choice.in_scope and name in catalogue.by_id}


def _invitation(workspace: Workspace, assessment_id: str, role: str, profile: str) -> Invitation:
    """Return the newest invitation of this kind, so that its own line shows; else one like it."""
    alike = [
        invitation
        for invitation in workspace.store.invitations.all(assessment_id)
        if (invitation.role, invitation.profile) == (role, profile)
    ]
    fresh = Invitation("", assessment_id, role, profile, 1, in_pairs=profile == PAIR_PROFILE)
    return alike[-1] if alike else fresh
