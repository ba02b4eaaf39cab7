"""Find an assessment of a project, and read a file that may be far too large."""

from pathlib import Path

from assessment.assessments import Assessment
from assessment.catalogue.reading.text_file import printable
from assessment.projects import Project
from assessment.store import Store
from commands.common import Failure


def found_assessment(store: Store, project: Project, wanted: str | None) -> Assessment:
    """Return the assessment with this id or exact name, the newest one for None. Raises Failure."""
    present = store.assessments.all(project.id)
    found = [a for a in present if a.id == wanted] or [a for a in present if a.name == wanted]
    if wanted is None:
        found = present[:1]
    if not found:
        names = ", ".join(f"'{printable(a.name)}'" for a in present) or "none"
        raise Failure(f"There is no such assessment in this project. There are: {names}.")
    if len(found) > 1:
        ids = ", ".join(a.id for a in found)
        raise Failure(f"{len(found)} assessments have this name. Give an id: {ids}")
    return found[0]


def read_at_most(file: Path, most: int) -> bytes:
    """Return the content of a file, and of a larger one just enough to see that it is larger."""
    with file.open("rb") as source:
        return source.read(most + 1)
