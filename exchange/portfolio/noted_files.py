"""The share files of a project in its own file: who has what until when, never what is in them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from assessment.access.acts import Act
from assessment.portfolio.share_files import ShareFile
from assessment.services.context import Workspace, requires
from exchange.project_parts import Bundle

_SHOWN = 40  # characters of what somebody else wrote


def share_file_problems(bundle: Bundle) -> Iterator[str]:
    """Yield what does not fit together in what is noted of share files."""
    known = {part.assessment.id for part in bundle.assessments}
    for noted in bundle.share_files:
        if noted.assessment not in known:
            yield f"share file for `{noted.portfolio_name[:_SHOWN]}`: no such assessment."
    places = {(noted.portfolio, noted.assessment) for noted in bundle.share_files}
    if len(places) < len(bundle.share_files):
        yield "two share files are of one assessment for one portfolio."


def moments_of_share_file(noted: ShareFile) -> list[datetime]:
    """Return the moments of a share file."""
    return [moment for moment in (noted.made_at, noted.asked_back_at) if moment is not None]


@requires(Act.CREATE_PROJECT)
def write_share_files(
    workspace: Workspace, bundle: Bundle, project: str, ids: Mapping[str, str]
) -> None:
    """Write what is noted of share files under new ids; `ids` has those of the assessments."""
    for noted in bundle.share_files:
        assessment = ids[noted.assessment]
        workspace.store.share_files.save(
            replace(noted, id=workspace.new_id(), project=project, assessment=assessment, version=0)
        )
