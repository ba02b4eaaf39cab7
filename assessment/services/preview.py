"""A preview: what a respondent would see, of an invitation that need not be made yet."""

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue
from assessment.invitations import Invitation, questions
from assessment.services.context import Workspace, requires
from assessment.services.invitations import check_asks
from assessment.services.responding import InvitationView


@requires(Act.INVITE, reads=True)
def preview(workspace: Workspace, assessment_id: str, role: str, profile: str) -> InvitationView:
    """Return what a respondent in this role would see; nothing is saved.

    Raises NotFound for an unknown assessment, role or profile, InvalidInput when nothing is asked.
    """
    store = workspace.store
    assessment = store.assessments.get(assessment_id)
    project, catalogue = store.projects.get(assessment.project), workspace.catalogue_of(assessment)
    for_pairs = {each.id for each in catalogue.pair_profiles if not each.for_others}
    fresh = Invitation("", assessment_id, role, profile, 1, in_pairs=profile in for_pairs)
    invitation = _newest_like(workspace, fresh)
    check_asks(workspace, assessment, invitation)
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


def _newest_like(workspace: Workspace, fresh: Invitation) -> Invitation:
    """Return the newest invitation of the same kind, so that its own line shows; else this one."""
    alike = [
        invitation
        for invitation in workspace.store.invitations.all(fresh.assessment)
        if (invitation.role, invitation.profile) == (fresh.role, fresh.profile)
        and not invitation.to_judge
    ]
    return alike[-1] if alike else fresh
