"""What anonymous voices wrote: only from groups that are shown, and never in the order of giving."""

from assessment.projects import Assessment
from assessment.services.workspace import Workspace

Comments = dict[str, dict[str, tuple[str, ...]]]  # by criterion and role


def comments(workspace: Workspace, assessment: Assessment) -> Comments:
    """Return the comments of the shown anonymous groups by criterion and role; none while open.

    They are sorted by their own text, so that no order of giving can be read.
    """
    return {}
