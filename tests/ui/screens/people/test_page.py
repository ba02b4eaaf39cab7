"""The screen of people: for owners, and for nobody else."""

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from tests.support.ui.accounts import read, somebody
from tests.support.ui.screens import OpenPage


def test_an_owner_sees_who_is_there(workspace: Workspace) -> None:
    page = read(somebody(workspace, MembershipKind.OWNER).opens("people"))

    assert "People" in page
    assert "Owner" in page


def test_a_reader_is_told_that_it_is_not_for_them(workspace: Workspace) -> None:
    somebody(workspace, MembershipKind.OWNER)
    page = read(somebody(workspace, MembershipKind.READER).opens("people"))

    assert "This is not yours to open" in page


def test_without_accounts_the_screen_says_how_to_begin(open_page: OpenPage) -> None:
    app = open_page("people")

    assert "There are no accounts here" in read(app)
    assert app.code[0].value == "python cli.py accounts first-admin"
