"""Find a project or an assessment that somebody named, and read a file that may be far too large."""

from pathlib import Path

from assessment.assessments import Assessment
from assessment.catalogue.reading.text_file import printable
from assessment.projects import Project
from assessment.store import Store
from commands.common import Failure


def project_of(store: Store, wanted: str) -> Project:
    """Return the project with this id or exact name. Raises Failure for none or several."""
    projects = store.projects.all()
    matches = [p for p in projects if p.id == wanted] or [p for p in projects if p.name == wanted]
    if not matches:
        text = (
            f"There is no project '{printable(wanted)}'. See the list: python cli.py projects list"
        )
        raise Failure(text)
    if len(matches) > 1:
        ids = ", ".join(project.id for project in matches)
        raise Failure(
            f"{len(matches)} projects are called '{printable(wanted)}'. Give an id: {ids}"
        )
    return matches[0]


def assessment_of(store: Store, project: Project, wanted: str | None) -> Assessment:
    """Return the assessment with this id or exact name, the newest one for None. Raises Failure."""
    present = store.assessments.all(project.id)
    matches = [a for a in present if a.id == wanted] or [a for a in present if a.name == wanted]
    if not present:
        how = "Start one: python cli.py assessments new PROJECT"
        raise Failure(f"'{printable(project.name)}' has no assessment yet. {how}")
    if wanted is None:
        matches = present[:1]
    if not matches:
        names = ", ".join(f"'{printable(a.name)}'" for a in present)
        raise Failure(f"There is no such assessment in this project. There are: {names}.")
    if len(matches) > 1:
        ids = ", ".join(a.id for a in matches)
        raise Failure(f"{len(matches)} assessments have this name. Give an id: {ids}")
    return matches[0]


def read_at_most(file: Path, most: int) -> bytes:
    """Return the content of a file, and of a larger one just enough to see that it is larger."""
    with file.open("rb") as source:
        return source.read(most + 1)
