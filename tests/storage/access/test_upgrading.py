"""Memberships and links of an older database are all there after an upgrade, and of no session."""

from datetime import timedelta

import sqlalchemy as sa

from assessment.access.acts import MembershipKind
from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.memberships import Membership
from storage import open_store
from storage.access import tables
from storage.session.tables import sessions
from storage.tables import projects
from tests.support.access import add_member, an_account, an_organisation
from tests.support.builders import NOW, SNAPSHOT_HASH, Clock, a_project
from tests.support.older_databases import at_revision
from tests.support.session.room import a_session

COORDINATOR = Membership(
    "M1", "U1", "ORG1", MembershipKind.COORDINATOR, project="P1", until=NOW.date()
)
ADMIN = Membership("M2", "U1", None, MembershipKind.SERVER_ADMIN)
LINK = AccountLink(
    *("hash", LinkPurpose.JOIN, NOW + timedelta(days=7), None, "ORG1", MembershipKind.READER, "P1")
)


def fill(url: str) -> None:
    """Make a database of revision 0013 with memberships of each kind and a link."""
    account = vars(an_account()) | {"code_used": 0, "last_seen": ""}
    rows = (
        (tables.organisations, vars(an_organisation())),
        (tables.accounts, account),
        (projects, vars(a_project()) | {"organisation": "ORG1", "updated_at": NOW}),
        *((tables.memberships, without_session(one)) for one in (COORDINATOR, ADMIN)),
        (tables.account_links, without_session(LINK)),
    )
    with at_revision(url, "0013") as connection:
        for table, row in rows:
            connection.execute(sa.insert(table), row)


def without_session(one: Membership | AccountLink) -> dict[str, object]:
    return {name: value for name, value in vars(one).items() if name != "session"}


def test_memberships_and_links_are_kept_and_of_no_session(database_url: str, clock: Clock) -> None:
    fill(database_url)
    store = open_store(database_url, clock=clock)

    assert store.access.memberships.of_account("U1") == [COORDINATOR, ADMIN]
    assert store.access.links.waiting("ORG1") == [LINK]
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    store.sessions.save(a_session(project="P1", catalogue_hash=SNAPSHOT_HASH))
    add_member(store, MembershipKind.FACILITATOR, "ORG1", session="S1")
    assert sessions.name in {key.column.table.name for key in tables.memberships.foreign_keys}
    store.projects.erase("P1")  # and its session, and who was of either
    assert store.access.memberships.of_organisation("ORG1") == []
    assert store.access.memberships.of_account("U1") == [ADMIN]
    store.close()
