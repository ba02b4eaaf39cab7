"""Name a project or an assessment on the command line, and write a file that was not there."""

from pathlib import Path

from assessment.projects import Assessment, Project
from assessment.source_text import printable
from assessment.store import Store
from commands.common import Failure


def found_project(store: Store, wanted: str) -> Project:
    """Return the project with this id or exact name. Raises Failure."""
    projects = store.projects()
    found = [p for p in projects if p.id == wanted] or [p for p in projects if p.name == wanted]
    if not found:
        text = f"There is no project '{printable(wanted)}'. See the list: python cli.py export"
        raise Failure(text)
    if len(found) > 1:
        ids = ", ".join(project.id for project in found)
        raise Failure(f"{len(found)} projects are called '{printable(wanted)}'. Give an id: {ids}")
    return found[0]


def found_assessment(store: Store, project: Project, wanted: str | None) -> Assessment:
    """Return the assessment with this id or exact name, the newest one for None. Raises Failure."""
    present = store.assessments(project.id)
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


def write_new(file: Path, content: bytes) -> None:
    """Write a file that only its owner may read; half of one does not stay behind."""
    try:
        file.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        text = f"{file} exists already and was not overwritten. Choose another name."
        raise Failure(text) from error
    try:
        file.write_bytes(content)
    except OSError:
        file.unlink(missing_ok=True)
        raise


def read_at_most(file: Path, most: int) -> bytes:
    """Return the content of a file, and of a larger one just enough to see that it is larger."""
    with file.open("rb") as source:
        return source.read(most + 1)
