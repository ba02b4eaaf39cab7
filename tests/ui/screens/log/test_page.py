"""The log of acts on the screen."""

from assessment.access.acts import MembershipKind
from assessment.access.log import LoggedAct
from assessment.services.context import Workspace
from tests.support.builders import NOW
from tests.support.ui.accounts import read, somebody


def test_an_owner_reads_who_did_what(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    for act in ("erase_project", "invite"):
        workspace.store.access.log.add(LoggedAct(NOW, owner.account, "ORG1", act, "P1", "service"))
    app = owner.opens("log")
    table = app.dataframe[0].value.to_string()
    assert "erased a project" in table
    assert "invited others" in table

    app.selectbox(key="log_act:en").set_value("invite").run()
    assert "erased a project" not in app.dataframe[0].value.to_string()


def test_an_empty_log_says_so(workspace: Workspace) -> None:
    assert "Nothing yet." in read(somebody(workspace, MembershipKind.OWNER).opens("log"))
