"""The form of a new session: a name is needed, the rest has a first choice."""

from pathlib import Path

import pytest

from assessment.services.context import Workspace
from assessment.session.states import Purpose
from tests.support.ui.screens import OpenPage, press, shown


def test_a_script_is_proposed_for_the_purpose_and_the_time(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("sessions")
    app.text_input(key="session_name").set_value("Spiegelmiddag")
    app.radio(key="session_purpose:en").set_value(Purpose.MINIMUM)
    app.segmented_control(key="session_minutes:en").set_value(0).run()
    app.number_input(key="session_own_minutes").set_value(75)
    app.pills(key="session_roles:mentoring:en").set_value(["mentee", "mentor"])
    press(app, "propose")
    [made] = workspace.store.sessions.all(None)

    assert (made.name, made.purpose, made.planned_minutes) == (
        "Spiegelmiddag",
        Purpose.MINIMUM,
        75,
    )
    assert made.roles == ("mentor", "mentee")  # in the order of the catalogue
    assert made.script.minutes == 75
    assert made.language == "en"


@pytest.mark.parametrize(
    ("name", "roles", "said"),
    [
        ("", ["mentor"], "Give the session a name first."),
        ("x" * 300, ["mentor"], "This name is too long to keep."),
        ("Spiegel", [], "Choose at least one group that is in the room."),
    ],
)
def test_what_is_missing_is_said_at_the_name_and_nothing_is_made(
    open_page: OpenPage, workspace: Workspace, name: str, roles: list[str], said: str
) -> None:
    app = open_page("sessions")
    app.text_input(key="session_name").set_value(name)
    app.pills(key="session_roles:mentoring:en").set_value(roles)
    press(app, "propose")

    assert said in shown(app)
    assert workspace.store.sessions.all(None) == []


def test_a_catalogue_without_scripts_says_where_they_belong(
    open_page: OpenPage, own_criteria: Path
) -> None:
    for path in (own_criteria / "sessions").iterdir():
        path.unlink()

    assert "Write one in its folder `sessions`." in shown(open_page("sessions"))
