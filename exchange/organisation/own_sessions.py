"""The sessions of an organisation that stand on no project, as a file beside those of its projects.

It is a project file without a project in it: what is in such a file is checked alike.
"""

from assessment.access.acts import Act
from assessment.projects import Project
from assessment.services.context import Workspace, requires
from exchange.project_file import FORMAT
from exchange.project_parts import Bundle
from exchange.project_sessions import session_parts, write_sessions

_NAME = "-"  # of the project that there is not


@requires(Act.EXPORT_PROJECT)
def export_own_sessions(workspace: Workspace) -> str | None:
    """Return the sessions on no project as JSON, None if there are none."""
    parts = session_parts(workspace, None)
    if not parts:
        return None
    hashes = [part.session.catalogue_hash for part in parts]
    bundle = Bundle(
        format=FORMAT,
        project=Project("", _NAME, workspace.now()),
        catalogues={name: workspace.store.snapshots.get(name) for name in hashes},
        assessments=[],
        agreements=[],
        sessions=parts,
    )
    return bundle.model_dump_json(indent=1)


@requires(Act.CREATE_PROJECT)
def write_own_sessions(workspace: Workspace, bundle: Bundle) -> None:
    """Add the sessions that a file held, on no project."""
    for name, snapshot in bundle.catalogues.items():
        workspace.store.snapshots.add(name, snapshot)
    write_sessions(workspace, bundle, None, {})
