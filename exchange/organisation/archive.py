"""An organisation as one file: its projects, its sessions on none, and its members. No way to sign in is in it,
and no membership of one session: that is for an evening here.

Read elsewhere it becomes a new organisation with these projects; its members are invited anew, for nobody can be
given a login by a file.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assessment.access.acts import Act, MembershipKind
from assessment.access.memberships import (
    Organisation,
    OrganisationKind,
    Reach,
    checked_organisation,
)
from assessment.catalogue.base import is_nothing
from assessment.errors import BundleError, Problem
from assessment.services.access.joining import NewAccountLink, owner_link
from assessment.services.access.members import members_of, organisation_of
from assessment.services.context import Workspace, requires
from exchange import project_file
from exchange.organisation.own_sessions import export_own_sessions, write_own_sessions
from exchange.project_parts import Bundle

FORMAT = "mentorspiegel-organisation-1"
MEDIA_TYPE = "application/zip"
MOST_PROJECTS = 1_000
MOST_BYTES = 500_000_000  # of all parts together
_FIRST = "organisation.json"
_SESSIONS = "sessions.json"  # those on no project
_MOST_OF_FIRST = 5_000_000
# what reading an archive raises that is damaged, locked or written in a way that is not known
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError)


class MemberPart(BaseModel):
    """One membership: of whom, what, and until when."""

    model_config = ConfigDict(extra="forbid")

    name: str
    address: str
    kind: MembershipKind
    project: str | None = None  # the name of its file
    until: date | None = None


class OrganisationPart(BaseModel):
    """What the file says of the organisation itself."""

    model_config = ConfigDict(extra="forbid")

    format: str
    name: str
    kind: OrganisationKind
    projects: Annotated[list[str], Field(max_length=MOST_PROJECTS)]
    members: list[MemberPart]
    has_sessions: bool = Field(default=False, exclude_if=is_nothing)  # on no project


@dataclass(frozen=True)
class ImportedOrganisation:
    """What came of a file, and whom to invite."""

    organisation: Organisation
    projects: int
    members: tuple[MemberPart, ...]
    owner: NewAccountLink  # with which its owner joins


@requires(Act.MANAGE_ORGANISATION)
def export_organisation(workspace: Workspace) -> bytes:
    """Return the organisation that is open as a zip file. Raises NotFound."""
    organisation = organisation_of(workspace)
    files = {p.id: f"projects/{p.id}.json" for p in workspace.store.projects.all()}
    members = [
        MemberPart(
            name=member.name,
            address=member.address,
            kind=member.membership.kind,
            project=files.get(member.membership.project or ""),
            until=member.membership.until,
        )
        for member in members_of(workspace).members
        if member.membership.session is None
    ]
    sessions = export_own_sessions(workspace)
    first = OrganisationPart(
        format=FORMAT,
        name=organisation.name,
        kind=organisation.kind,
        projects=list(files.values()),
        members=members,
        has_sessions=sessions is not None,
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_FIRST, first.model_dump_json(indent=1))
        for project, name in files.items():
            archive.writestr(name, project_file.export_project(workspace, project))
        if sessions is not None:
            archive.writestr(_SESSIONS, sessions)
    return written.getvalue()


@requires(Act.MANAGE_SERVER)
def import_organisation(workspace: Workspace, data: bytes, file: str) -> ImportedOrganisation:
    """Make a new organisation of a file. Raises BundleError with what is wrong; nothing of such a file is used."""
    with _opened(data, file) as archive:
        first = _first(archive, file)
        draft = Organisation(workspace.new_id(), first.name, first.kind, workspace.now())
        # all is read before anything is written: in a file nobody else can save meanwhile
        bundles = [_read(archive, name, workspace.now(), file) for name in first.projects]
        own = _read(archive, _SESSIONS, workspace.now(), file) if first.has_sessions else None
    reach = Reach(draft.id)
    inside = replace(workspace, store=workspace.store.within(reach, reach))
    with workspace.store.all_or_nothing():
        organisation = workspace.store.access.organisations.save(checked_organisation(draft))
        for bundle in bundles:
            project_file.write_project(inside, bundle)
        if own is not None:
            write_own_sessions(inside, own)
        link = owner_link(workspace, organisation.id)
    return ImportedOrganisation(organisation, len(first.projects), tuple(first.members), link)


def _problem(file: str, text: str) -> BundleError:
    return BundleError([Problem(file, 0, 0, text)])


def _opened(data: bytes, file: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, OSError) as error:
        raise _problem(file, "is no export of an organisation, or was cut off.") from error
    listed = archive.infolist()
    if len(listed) > MOST_PROJECTS + 2 or sum(each.file_size for each in listed) > MOST_BYTES:
        raise _problem(file, "is too large. Export the projects one by one.")
    return archive


def _first(archive: zipfile.ZipFile, file: str) -> OrganisationPart:
    try:
        first = OrganisationPart.model_validate_json(_text(archive, _FIRST, _MOST_OF_FIRST, file))
    except ValidationError as error:
        raise _problem(file, f"{_FIRST} is not as this version writes it.") from error
    if first.format != FORMAT:
        raise _problem(file, f"format `{first.format[:60]}` is not known. This reads `{FORMAT}`.")
    return first


def _read(archive: zipfile.ZipFile, name: str, now: datetime, file: str) -> Bundle:
    text = _text(archive, name, project_file.MAX_BYTES, file)
    return project_file.read_project(text, now, f"{file}: {name}")


def _text(archive: zipfile.ZipFile, name: str, most: int, file: str) -> str:
    """Return one part; what the archive says about its size is not believed."""
    try:
        with archive.open(name) as part:
            data = part.read(most + 1)
    except KeyError as error:
        raise _problem(file, f"{name[:100]} is missing.") from error
    except _BROKEN as error:
        raise _problem(file, f"{name[:100]} cannot be read.") from error
    if len(data) > most:
        raise _problem(file, f"{name[:100]} is too large.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _problem(file, f"{name[:100]} is no text.") from error
