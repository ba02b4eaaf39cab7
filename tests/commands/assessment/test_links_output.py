"""How new links and invitations are written."""

import json
from pathlib import Path

import pytest
from click import UsageError

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from commands.assessment import links_output
from commands.common import Failure
from reports.letters import issued_links
from settings import Settings
from tests.support.ui.screens import an_invitation


def test_a_file_is_checked_before_links_are_made(tmp_path: Path) -> None:
    (tmp_path / "there.csv").touch()

    links_output.check_output(None)
    links_output.check_output(tmp_path / "new.csv")
    with pytest.raises(UsageError, match=r"letters to print.*a list"):
        links_output.check_output(tmp_path / "new.txt")
    with pytest.raises(Failure, match="exists already"):
        links_output.check_output(tmp_path / "there.csv")


def test_links_are_handed_out_as_letters(
    workspace: Workspace, assessment: Assessment, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = an_invitation(workspace, assessment, personal=1)
    new = issued_links.personal(issued.invitation, issued.links)
    file = tmp_path / f"letters{links_output.LETTERS}"

    links_output.hand_out(workspace, Settings(), assessment, [new], file)

    assert capsys.readouterr().out == f"Written to {file}: 1 link.\n"
    assert file.stat().st_size > 1_000


def test_the_state_of_an_invitation_is_one_word(
    workspace: Workspace, assessment: Assessment
) -> None:
    an_invitation(workspace, assessment)
    lines = invitations_of(workspace, assessment)

    assert links_output.invitation_state(workspace, assessment, lines[0]) == "open"
    assert json.loads(links_output.invitations_json(workspace, assessment, lines))[0]["role"]
    assert "open" in links_output.invitations_text(workspace, assessment, lines)


def test_a_storm_on_an_open_link_is_told(workspace: Workspace, assessment: Assessment) -> None:
    issued = an_invitation(workspace, assessment, open_link=True)
    workspace.store.invitations.note_storm(issued.invitation.id)
    lines = invitations_of(workspace, assessment)

    told = links_output.invitations_text(workspace, assessment, lines)

    assert told.endswith("through its open link within a minute, at 2026-11-20 09:00 UTC.")
    (read,) = json.loads(links_output.invitations_json(workspace, assessment, lines))
    assert read["stormed_at"].startswith("2026-11-20T09:00")
