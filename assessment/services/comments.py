"""What anonymous voices wrote: only from groups that are shown, and never in the order of giving."""

from assessment.projects import Assessment
from assessment.services.context import Workspace
from assessment.services.outcome import result_of

Comments = dict[str, dict[str, tuple[str, ...]]]  # by criterion and role


def comments(workspace: Workspace, assessment: Assessment) -> Comments:
    """Return the comments of the shown anonymous groups by criterion and role; none while open.

    They are sorted by their own text, so that no order of giving can be read.
    """
    if not assessment.is_closed:
        return {}
    own = workspace.catalogue_of(assessment).organisation_roles
    shown = {
        (criterion.criterion, voice.role)
        for criterion in result_of(workspace, assessment).criteria.values()
        for voice in criterion.voices.values()
        if voice.shown and voice.role not in own
    }
    found: Comments = {}
    for criterion, role, comment in sorted(workspace.store.comments(assessment.id)):
        if (criterion, role) in shown:
            said = found.setdefault(criterion, {})
            said[role] = (*said.get(role, ()), comment)
    return found
