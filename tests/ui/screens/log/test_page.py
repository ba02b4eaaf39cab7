"""The log of acts on the screen."""

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.log import NOT_PERMITTED, LoggedAct
from assessment.errors import NotPermitted
from assessment.services.context import Workspace
from assessment.services.projects import erase_project
from tests.support.access import at_work
from tests.support.builders import NOW
from tests.support.ui.accounts import read, somebody
from tests.support.ui.screens import shown


def test_an_owner_reads_who_did_what(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    for act in ("erase_project", "invite"):
        workspace.store.access.log.add(LoggedAct(NOW, owner.account, "ORG1", act, "P1", "service"))
    app = owner.opens("log")
    table = shown(app)
    assert '<td role="cell" data-label="What">erased a project' in table
    assert "invited others" in table

    app.selectbox(key="log_act:en").set_value("invite").run()
    assert "erased a project" not in shown(app)


def test_an_empty_log_says_so(workspace: Workspace) -> None:
    assert "Nothing yet." in read(somebody(workspace, MembershipKind.OWNER).opens("log"))


def test_asvs_16_3_2_an_owner_reads_who_tried_what_is_not_permitted(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    reader = somebody(workspace, MembershipKind.READER)
    (membership,) = workspace.store.access.memberships.of_account(reader.account)
    with pytest.raises(NotPermitted):
        erase_project(at_work(workspace, membership), "P1")
    app = owner.opens("log")
    app.selectbox(key="log_act:en").set_value(NOT_PERMITTED).run()

    assert "tried what is not permitted</td>" in shown(app)
