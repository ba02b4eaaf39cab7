"""Links that the command line makes, and what they open."""

import json
from pathlib import Path
from typing import Any

from assessment.services import responding
from commands.common import settings
from commands.database import open_workspace
from tests.support.command_line import Run


def new(run: Run, project: str, *more: str | Path, people: int = 3) -> dict[str, Any]:
    """Invite mentees and return what was made."""
    made = run(
        "invitations", "new", project, "mentee", "--people", str(people), "--format", "json", *more
    )
    assert made.exit_code == 0, made.stderr
    [invitation] = json.loads(made.stdout)
    return dict(invitation)


def token(link: dict[str, Any]) -> str:
    return str(link["address"]).rpartition("/")[2]


def begin(link: dict[str, Any]) -> str:
    """Begin with a personal link, as on a phone."""
    with open_workspace(settings()) as workspace:
        return responding.begin_personal_link(workspace, token(link), "en")


def opens(link: dict[str, Any]) -> str:
    """Return what a link opens."""
    with open_workspace(settings()) as workspace:
        return type(responding.find(workspace, token(link))).__name__
