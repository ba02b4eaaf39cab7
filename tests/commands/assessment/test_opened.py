"""The database opened at one assessment of a project."""

import pytest

from assessment.errors import NotFound
from commands.assessment.opened import opened
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
