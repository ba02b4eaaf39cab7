"""Two organisations, each with one of everything, on one real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services.access.sign_in import open_login
from assessment.services.context import Workspace
from assessment.services.session.preparing import create_session, new_keys
from exchange.example_project import add_example
from exchange.portfolio.example_portfolio import add_example as add_portfolio
from locales import translator
from runtime import new_id, new_login_token, new_token, now
from storage import open_store
from tests.support.access import Office, add_member, an_office
from tests.support.session.room import a_draft
from tests.support.web.screen_socket import ScreenSocket
from tests.support.web.server import Server
from tests.support.workspace import CRITERIA
from ui import navigation
from web.server.gate import COOKIE

SECRET = "Geheimzinnig"
PAGES = sorted(
    "" if path == navigation.HOME else path.split("/")[1]
    for name, path in vars(navigation).items()
    if name.isupper() and isinstance(path, str)
)
PLACES = (
    ("project", "assessment"),
    ("alone",),
    ("portfolio", "share"),
    ("organisation", "project", "assessment", "session"),
)


@dataclass
class Other:
    """The other organisation, with one of everything."""

    office: Office
    ids: dict[str, str]
    secrets: tuple[str, ...] = (SECRET,)


@dataclass
class Both:
    """A running server with an organisation of ours and another one."""

    server: Server
    workspace: Workspace
    mine: Office
    own: dict[str, str]
    theirs: Other
    sockets: list[ScreenSocket] = field(default_factory=list)

    def member(self, kind: MembershipKind, organisation: str | None, **fields: Any) -> Membership:
        return add_member(self.workspace.store, kind, organisation, **fields)

    def cookie(self, membership: Membership) -> str:
        account = self.workspace.store.access.accounts.get(membership.account)
        opened = open_login(self.workspace, account, {SignInFactor.PASSKEY}, "Chromium")
        return f"{COOKIE}={opened.token}"

    def tab(self, membership: Membership) -> ScreenSocket:
        return self.tab_of(self.cookie(membership))

    def tab_of(self, cookie: str) -> ScreenSocket:
        """Open a tab in a browser that signed in before."""
        self.sockets.append(ScreenSocket(self.server.port, cookie))
        return self.sockets[-1]

    def strangers(self) -> dict[str, Membership]:
        """Return a member of every kind, none of whom is of the other organisation."""
        ours = self.mine.organisation.id
        return {
            kind.value: self.member(kind, None if kind is MembershipKind.SERVER_ADMIN else ours)
            for kind in MembershipKind
        }


def filled(office: Office, workspace: Workspace, word: str) -> dict[str, str]:
    """Fill an organisation; return the ids of what is in it."""
    at = replace(
        office.workspace,
        current_catalogue=workspace.current_catalogue,
        new_id=workspace.new_id,
    )
    store = at.store
    project = add_example(at, CRITERIA, "nl")
    project = store.projects.save(replace(store.projects.get(project.id), name=word))
    assessment, *_ = store.assessments.all(project.id)
    store.assessments.save(replace(assessment, name=word))
    on_project, *_ = store.sessions.all(project.id)
    alone = create_session(at, a_draft(name=word))
    new_keys(at, alone)
    portfolio = add_portfolio(at, translator("nl"))
    store.portfolios.save(replace(portfolio, name=word))
    share, *_ = store.shares.of_portfolio(portfolio.id)
    return {
        "project": project.id,
        "assessment": assessment.id,
        "session": on_project.id,
        "alone": alone.id,
        "portfolio": portfolio.id,
        "share": share.share.id,
        "organisation": office.organisation.id,
    }


@contextmanager
def two_organisations(data: Path) -> Iterator[Both]:
    """Start a server with an organisation of ours, and one that is a secret."""
    running = Server(data)
    store = open_store(f"sqlite:///{running.database}", clock=now)
    space = Workspace(
        store=store,
        now=now,
        new_id=new_id,
        new_token=new_token,
        new_login_token=new_login_token,
        current_catalogue=load_catalogue(CRITERIA),
    )
    mine, theirs = an_office(space, "0000000000000001"), an_office(space, "0000000000000002")
    renamed = replace(theirs.organisation, name=SECRET)
    store.access.organisations.save(renamed)
    own, ids = filled(mine, space, "Van ons"), filled(theirs, space, SECRET)
    running.start()
    made = Both(running, space, mine, own, Other(theirs, ids))
    yield made
    for socket in made.sockets:
        socket.close()
    running.stop()
    store.close()


def query(ids: dict[str, str], *names: str, **more: str) -> str:
    """Return the query of an address with these ids."""
    given = {"session" if name == "alone" else name: ids[name] for name in names} | more
    return "&".join(["lang=nl", *(f"{name}={value}" for name, value in given.items())])
