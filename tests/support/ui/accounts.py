"""Screens as somebody sees them who signed in."""

from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from tests.support.access import add_member, an_organisation
from tests.support.ui.screens import open_at, shown
from ui import store


@dataclass(frozen=True)
class Somebody:
    """An account at a screen, with the id of its login as the gate hands it over."""

    account: str
    login: str

    def opens(self, page: str, *, language: str = "en", **places: str) -> AppTest:
        """Open a page of the program, such as "people"."""
        return open_at(page, {"lang": language, **places}, self.login)


def somebody(
    workspace: Workspace, kind: MembershipKind, organisation: str | None = "ORG1", **fields: Any
) -> Somebody:
    """Add an account with a membership, and sign it in."""
    present = {one.id for one in workspace.store.access.organisations.all()}
    if organisation is not None and organisation not in present:
        workspace.store.access.organisations.save(an_organisation(organisation))
    member = add_member(workspace.store, kind, organisation, **fields)
    account = workspace.store.access.accounts.get(member.account)
    login = sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "Firefox").login
    store._has_accounts.clear()
    return Somebody(account.id, login.id)


def read(app: AppTest) -> str:
    """Return all that stands on a page as text."""
    parts = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.error)
    return " ".join([shown(app), *(str(part.value) for part in parts)])
