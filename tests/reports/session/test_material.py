"""What a report of a session is made of: titles of steps and items, and what was shown."""

from assessment.services import projects
from assessment.services.context import Workspace
from locales import translator
from reports.session.material import SessionMaterial
from tests.support.builders import a_project
from tests.support.session.evenings import an_evening
from tests.support.session.room import a_room, a_step

T = translator("en")


def test_it_names_project_steps_and_items(workspace: Workspace) -> None:
    project = projects.create_project(workspace, a_project(id="", name="Maatjes"))
    material = SessionMaterial.of(
        workspace, an_evening(workspace, project=project.id).session, "en"
    )
    thesis, rate, *_, checkout = material.session.script.steps

    assert material.project == "Maatjes"
    assert material.has_anything
    assert material.step_title(rate, T) == "How do we see it?"
    assert material.item_title(rate, "MC-41", T) == "Trust and feeling safe"
    assert material.item_title(checkout, "checkout", T) == "To end with"
    [note] = material.outcome.notes
    assert material.item_title(thesis, note.id, T) == "Counting is not looking."
    assert material.items_of(rate) == ["MC-41", "MC-03"]
    assert material.agreed(rate, "MC-41") is not None
    assert material.result(rate, "gone") is None


def test_before_anything_is_shown_there_is_nothing(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("rate", items=("MC-01",)), roles=("mentor",) * 6)
    material = SessionMaterial.of(workspace, room.session, "nl")

    assert (material.has_anything, material.project) == (False, "")
