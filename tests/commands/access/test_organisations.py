"""Organisations from the command line; one that was erased leaves no trace."""

import json
from pathlib import Path

import pytest

from assessment.access.acts import MembershipKind
from assessment.services.access import joining
from assessment.services.context import Workspace
from runtime import new_id, new_login_token, new_token, now
from storage import open_store
from tests.support.access import add_member, an_office
from tests.support.builders import an_agreement, an_invitation, begin
from tests.support.command_line import Run

MARK = "zeldzaamwoord"


@pytest.fixture
def filled(run: Run, data: Path) -> Path:
    """A database with an organisation full of a rare word, beside another one."""
    run("migrate")
    file = data / "mentorspiegel.sqlite3"
    store = open_store(f"sqlite:///{file}", clock=now)
    workspace = Workspace(
        store=store,
        now=now,
        new_id=new_id,
        new_token=new_token,
        new_login_token=new_login_token,
        sends_mail=True,
    )
    begin(store)
    store.invitations.add([an_invitation(own_line=MARK)], [], [], threshold=5)
    store.agreements.save(an_agreement(text=f"{MARK} doen", outcome=MARK))
    office = an_office(workspace)
    store.access.organisations.save(
        office.organisation.__class__(**{**vars(office.organisation), "name": f"{MARK} BV"})
    )
    joining.invite(office.workspace, MembershipKind.READER, address=f"{MARK}@example.org")
    an_office(workspace, "ORG2")
    add_member(store, MembershipKind.READER, "ORG2")
    store.close()
    return file


def traces(folder: Path) -> list[str]:
    """Return the files that hold the rare word."""
    return [f.name for f in folder.iterdir() if f.is_file() and MARK.encode() in f.read_bytes()]


def test_an_organisation_is_erased_without_a_trace_in_any_file(
    run: Run, data: Path, filled: Path
) -> None:
    assert traces(data) != []
    refused = run("organisations", "erase", "ORG1", typed="not its name\n")
    assert (refused.exit_code, "Nothing was erased" in refused.output) == (1, True)
    assert run("organisations", "erase", f"{MARK} BV", "--yes").exit_code == 0

    assert traces(data) == []
    (left,) = json.loads(run("organisations", "list", "--format", "json").output)
    assert left["id"] == "ORG2"
    assert filled.exists()


def test_an_organisation_moves_to_another_server(
    run: Run, data: Path, filled: Path, tmp_path: Path
) -> None:
    file, there = tmp_path / "o.zip", tmp_path / "there"
    assert f"{MARK} BV" in run("organisations", "list").output
    assert run("organisations", "export", "ORG2", "-o", str(file)).exit_code == 0

    done = run("organisations", "import", str(file), "--port", "8765", "--data", str(there))
    assert "Imported 'Organisatie ORG2'" in done.output
    assert "http://localhost:8765/account/join/" in done.output
    assert done.output.count("Was a member") == 2
    assert data != there
    assert filled.exists()


def test_an_organisation_that_is_not_there_is_told(run: Run) -> None:
    run("migrate")
    assert run("organisations", "list").output == "There are no organisations.\n"
    result = run("organisations", "export", "nobody", "-o", "x.zip")
    assert (result.exit_code, "There is no organisation" in result.output) == (1, True)
