"""What was judged in a session as a questionnaire of the project's own."""

from functools import partial

from assessment.services.context import Workspace
from assessment.services.session.taking_over import profile_changes, take_over_profile
from reports.session.material import SessionMaterial
from ui import session
from ui.widgets.own_questionnaire import DecisionSource, own_questionnaire


def profile(workspace: Workspace, material: SessionMaterial) -> None:
    """Render what would change in a questionnaire, and the choice of what is taken over."""
    t, one = session.words(), material.session
    source = DecisionSource(
        id=one.id,
        name=one.name,
        project=one.project or "",
        catalogue=material.catalogue,
        changes=partial(profile_changes, workspace, one),
        take_over=partial(take_over_profile, workspace, one),
        nothing=t(
            "Nothing would change: nothing outside the core was agreed to be minimal, or not to apply."
        ),
    )
    own_questionnaire(workspace, source)
