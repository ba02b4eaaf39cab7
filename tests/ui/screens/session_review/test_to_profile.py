"""What was judged as a questionnaire of the project: with a preview, by choice, never the core."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.evenings import an_evening
from tests.support.ui.screens import OpenPage, choose, press, shown


def test_chosen_judgements_become_a_questionnaire(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    [session] = workspace.store.sessions.all(project)
    app = open_page("session_review", session=session.id)
    assert "asked, minimal" in shown(app)
    assert "not asked" in shown(app)
    app.text_input(key=f"profile_name:{session.id}").set_value("Ons minimum").run()
    press(app, "take_profile")
    [made] = workspace.store.project_profiles.all(project)
    entries = {entry.criterion: entry for entry in made.entries}

    assert (made.name, made.session) == ("Ons minimum", session.id)
    assert (entries["MC-66"].in_scope, entries["MC-66"].requirement) == (True, "minimal")
    assert entries["MC-29"].in_scope is False
    choose(app, f"profile_of:{project}", made.id)
    assert "Nothing would change: nothing outside the core" in shown(app)


def test_of_the_core_nothing_changes(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)  # in which MC-19 was judged, of the core
    app = open_page("session_review", session=room.id)

    assert "take_profile" not in {str(button.key) for button in app.button}


def test_pressed_in_two_tabs_it_becomes_one_questionnaire_and_is_named(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    [session] = workspace.store.sessions.all(project)
    tabs = [open_page("session_review", session=session.id) for _ in range(2)]
    assert "Taken over already" not in shown(tabs[0])
    for tab in tabs:
        press(tab, "take_profile")
        assert not tab.error

    [made] = workspace.store.project_profiles.all(project)
    told = f"Taken over already: questionnaire {made.name} holds all of it."
    for tab in tabs:
        assert told in shown(tab)
        assert "The next assessment can begin with it." in shown(tab)


def test_a_part_that_was_taken_over_is_counted_and_another_one_of_that_name_refused(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    project = example_assessment.project
    [session] = workspace.store.sessions.all(project)
    app = open_page("session_review", session=session.id)
    field = next(one for one in app.multiselect if str(one.key).startswith("profile:"))
    every = list(field.value)
    field.set_value(every[:1]).run()
    press(app, "take_profile")
    [made] = workspace.store.project_profiles.all(project)
    assert f"questionnaire {made.name} holds 1 of {len(every)}." in shown(app)

    other = open_page("session_review", session=session.id)
    choose(other, f"profile_of:{project}", "")
    press(other, "take_profile")

    assert "There is a questionnaire of this name already." in " ".join(
        error.value for error in other.error
    )
    assert workspace.store.project_profiles.all(project) == [made]
