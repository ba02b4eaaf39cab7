"""Letters without a screen: a new link for everybody who has not begun."""

from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from commands.assessment import letters
from tests.support.command_line import Run, refusal
from tests.support.links import begin, new, opens
from tests.support.ui.screens import an_invitation


def test_letters_are_written_for_who_has_not_begun(run: Run, project: str, tmp_path: Path) -> None:
    made, file = new(run, project), tmp_path / "letters.html"
    begin(made["links"][0])

    (line,) = refusal(run("letters", project, "-o", file))
    assert line.startswith("2 links get replaced; letters of before stop working at once.")
    result = run("letters", project, "-o", file, "--per-page", "4", "--yes")

    assert result.stdout == f"Written to {file}: 2 links.\n"
    assert file.read_text(encoding="utf-8").count("<svg") == 2
    assert [opens(link) for link in made["links"]] == ["PersonalLink", "NoneType", "NoneType"]


def test_letters_of_one_invitation_leave_the_others_alone(
    run: Run, project: str, tmp_path: Path
) -> None:
    kept, replaced = new(run, project), new(run, project)

    run(
        "letters",
        project,
        "-o",
        tmp_path / "l.csv",
        "--invitation",
        replaced["invitation"],
        "--yes",
    )

    assert {opens(link) for link in kept["links"]} == {"PersonalLink"}
    assert {opens(link) for link in replaced["links"]} == {"NoneType"}


@pytest.mark.parametrize("before", [(), ("stop",), ("close",)])
def test_without_anybody_to_write_to_nothing_is_written(
    run: Run, project: str, tmp_path: Path, before: tuple[str, ...]
) -> None:
    if before:
        made = new(run, project)
        if before == ("stop",):
            run("invitations", "stop", project, made["invitation"])
        else:
            run("close", project, "--yes")

    (line,) = refusal(run("letters", project, "-o", tmp_path / "letters.html", "--yes"))

    assert line.startswith("There is nobody to write to")
    assert not (tmp_path / "letters.html").exists()


def test_whoever_begins_at_this_very_moment_keeps_the_old_link(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = an_invitation(workspace, assessment, personal=2)
    [line] = invitations_of(workspace, assessment)
    responding.begin_personal_link(workspace, issued.links[0].token, "en")

    new_links = letters.reissued(workspace, [link.respondent for link in line.links])

    assert [link.number for link in new_links] == [2]
