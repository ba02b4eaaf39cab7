"""The database opened at one assessment of a project."""

import click
import pytest
from click.testing import CliRunner

from assessment.errors import NotFound
from assessment.services.invitations import InvitationLine
from commands.assessment.opened import Opened, of_invitation, opened
from commands.common import Failure
from tests.support.command_line import Run
from tests.support.links import new


def test_the_newest_assessment_is_meant_unless_another_is_named(run: Run, project: str) -> None:
    with opened(project, None, None) as at:
        assert at.assessment.name == "twee"
    with opened("Maatjes", "2026", None) as at:
        assert at.assessment.name == "2026"


def test_an_invitation_and_a_link_are_found_by_id_and_number(run: Run, project: str) -> None:
    made = new(run, project)

    with opened(project, None, None) as at:
        line = at.line(made["invitation"])
        assert at.respondent(line, 2) == line.links[1].respondent
        with pytest.raises(Failure, match="no link number 4"):
            at.respondent(line, 4)
        with pytest.raises(NotFound):
            at.line("other")


def test_a_command_on_an_assessment_gets_it_with_its_invitation(run: Run, project: str) -> None:
    made = new(run, project)

    @click.command()
    @of_invitation
    @click.option("--aloud", is_flag=True)
    def name(at: Opened, line: InvitationLine, *, aloud: bool) -> None:
        click.echo(f"{at.assessment.name} {line.invitation.id} {aloud}")

    said = CliRunner().invoke(name, [project, made["invitation"], "--aloud"])

    assert said.stdout == f"twee {made['invitation']} True\n"


def test_a_contact_is_named_or_asked_for(run: Run, project: str) -> None:
    with opened(project, None, None) as at:
        with pytest.raises(Failure, match="Give it with --contact"):
            at.name_contact(" ")
        at.name_contact("the coordinator, 010 1")
        at.name_contact(None)
