"""Links that were just made: on the screen once, to download now."""

from dataclasses import replace

from assessment.assessments import Assessment
from assessment.services import projects, responding
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, downloads, headers, press


def test_what_is_made_later_joins_what_is_still_on_the_screen(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = open_page("invitations", assessment=whole.id)
    assert "download_letters" not in {str(b.key) for b in app.download_button}
    for _ in range(2):
        press(app, f"add:{issued.invitation.id}")

    assert headers(app)[0] == "2 new links, shown once"

    press(app, "forget_links")
    assert "new link" not in headers(app)[0]
    assert downloads(app) == []


def test_only_an_open_link_is_shown_in_full(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole, personal=0, open_link=True)
    app = open_page("invitations", assessment=whole.id)
    press(app, f"add:{issued.invitation.id}")
    assert [code.value for code in app.code] == []

    press(app, f"open_link:{issued.invitation.id}:renew:ask")
    press(app, f"open_link:{issued.invitation.id}:renew:yes")

    [address] = [code.value for code in app.code]
    assert isinstance(responding.find(workspace, address.rpartition("/")[2]), responding.OpenLink)


def test_letters_speak_the_languages_of_the_project_and_keep_their_layout(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    project = workspace.store.projects.get(whole.project)
    projects.change_project(workspace, replace(project, languages=("en",)))
    issued = an_invitation(workspace, whole)
    app = press(open_page("invitations", assessment=whole.id), f"add:{issued.invitation.id}")
    assert app.pills(key="letter_languages").value == ["en"]

    app.segmented_control(key="per_page:en").set_value(4).run()
    app.segmented_control(key="language").set_value("nl").run()

    assert app.segmented_control(key="per_page:nl").value == 4
