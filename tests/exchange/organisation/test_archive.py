"""An organisation as a file: out, and in elsewhere."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Access, Reach
from assessment.errors import BundleError, NotPermitted
from assessment.services.context import Workspace
from assessment.services.session.preparing import create_session
from exchange.example_project import add_example
from exchange.organisation import archive
from exchange.organisation.archive import export_organisation, import_organisation
from tests.support.access import Office, add_member, an_office, at_work
from tests.support.builders import a_project
from tests.support.session.room import a_draft
from tests.support.workspace import CRITERIA


@pytest.fixture
def office(workspace: Workspace) -> Office:
    """An organisation with two projects and a reader, beside another organisation."""
    made = an_office(workspace)
    add_example(made.workspace, CRITERIA, "nl")
    made.workspace.store.projects.save(a_project("P2", name="Tweede"))
    add_member(workspace.store, MembershipKind.READER, "ORG1", project="P2")
    other = an_office(workspace, "ORG2")
    other.workspace.store.projects.save(a_project("P9", name="Van een ander"))
    return made


def names(workspace: Workspace, organisation: str) -> list[str]:
    reach = Reach(organisation)
    return sorted(p.name for p in workspace.store.within(reach, reach).projects.all())


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def zipped(contents: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_an_organisation_comes_back_elsewhere_with_its_projects_and_nothing_of_others(
    workspace: Workspace, office: Office
) -> None:
    data = export_organisation(office.workspace)
    done = import_organisation(workspace, data, "x.zip")

    assert done.organisation.name == office.organisation.name
    assert done.organisation.id != office.organisation.id
    assert names(workspace, done.organisation.id) == names(workspace, "ORG1")
    assert done.projects == 2
    assert [m.kind for m in done.members] == [MembershipKind.OWNER, MembershipKind.READER]
    assert done.members[1].project == "projects/P2.json"
    assert workspace.store.access.memberships.of_organisation(done.organisation.id) == []
    assert "Van een ander" not in str(parts(data))


def test_no_way_to_sign_in_and_no_token_is_in_the_file(office: Office) -> None:
    first = parts(export_organisation(office.workspace))["organisation.json"]

    member = json.loads(first)["members"][0]
    assert set(member) == {"name", "address", "kind", "project", "until"}
    for secret in ("public", "hash", "token", "key-"):
        assert secret not in first


def test_who_is_no_owner_takes_nothing_along(workspace: Workspace, office: Office) -> None:
    coordinator = add_member(workspace.store, MembershipKind.COORDINATOR, "ORG1")
    with pytest.raises(NotPermitted):
        export_organisation(at_work(workspace, coordinator))
    with pytest.raises(NotPermitted):
        import_organisation(office.workspace, b"", "x.zip")


def test_the_person_at_the_machine_exports_one_organisation(
    workspace: Workspace, office: Office
) -> None:
    reach = Reach("ORG2")
    local = replace(
        workspace, access=Access(organisation="ORG2"), store=workspace.store.within(reach, reach)
    )

    assert sorted(parts(export_organisation(local))) == ["organisation.json", "projects/P9.json"]
    assert office.organisation.id == "ORG1"


def test_sessions_on_no_project_come_along(workspace: Workspace, office: Office) -> None:
    at = replace(office.workspace, current_catalogue=workspace.current_catalogue)
    create_session(at, a_draft(name="Van de hele organisatie"))
    done = import_organisation(workspace, export_organisation(at), "x.zip")

    reach = Reach(done.organisation.id)
    [moved] = workspace.store.within(reach, reach).sessions.all(None)
    assert (moved.name, moved.project) == ("Van de hele organisatie", None)
    assert len(workspace.store.sessions.all(None)) == 2


FIRST = {"format": archive.FORMAT, "name": "X", "kind": "project", "members": []}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"no zip", "no export"),
        (zipped({"a": "b"}), "organisation.json is missing"),
        (zipped({"organisation.json": "{}"}), "not as this version"),
        (zipped({"organisation.json": b"\xff"}), "no text"),
        (
            zipped({"organisation.json": json.dumps({**FIRST, "format": "y", "projects": []})}),
            "format `y`",
        ),
        (
            zipped({"organisation.json": json.dumps({**FIRST, "projects": ["../x"]})}),
            "../x is missing",
        ),
        (
            zipped({"organisation.json": json.dumps({**FIRST, "projects": ["p"]}), "p": "{"}),
            "no usable JSON",
        ),
        (
            zipped({"organisation.json": "{}" * 50}).replace(b"{}{}", b"{}{x"),
            "organisation.json cannot be read",
        ),
        (
            zipped(
                {
                    "organisation.json": json.dumps(
                        {**FIRST, "projects": [], "has_sessions": True}
                    ),
                    "sessions.json": "{}",
                }
            ),
            "Field required",
        ),
        (zipped({f"{n}": "" for n in range(1_003)}), "too large"),
        (zipped({"organisation.json": " " * 5_000_001}), "too large"),
    ],
)
def test_a_file_that_is_wrong_leaves_nothing_behind(
    workspace: Workspace, data: bytes, problem: str
) -> None:
    with pytest.raises(BundleError) as error:
        import_organisation(workspace, data, "x.zip")

    assert problem in str(error.value.problems[0])
    assert workspace.store.access.organisations.all() == []
    assert workspace.store.projects.all() == []


def test_a_membership_of_one_session_is_not_taken_along(
    workspace: Workspace, office: Office
) -> None:
    projects = office.workspace.store.projects.all()
    [own] = [one for p in projects for one in workspace.store.sessions.all(p.id)]
    member = add_member(workspace.store, MembershipKind.FACILITATOR, "ORG1", session=own.id)
    first = parts(export_organisation(office.workspace))["organisation.json"]

    assert [one["kind"] for one in json.loads(first)["members"]] == ["owner", "reader"]
    assert f"{member.account.lower()}@example.org" not in first
