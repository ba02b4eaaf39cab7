"""Organisations and memberships in the database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.links import AccountLink, LinkPurpose
from assessment.access.memberships import Membership, Reach
from assessment.errors import LastOne, NotFound, StaleWrite
from assessment.session.group_session import GroupSession
from storage import SqlStore
from tests.support.access import add_account, add_member, an_organisation
from tests.support.builders import NOW, SNAPSHOT_HASH, a_project, begin
from tests.support.database import rows_by_table
from tests.support.session.room import a_session
from tests.support.session.rows import a_running_session


def test_the_first_organisation_gets_the_projects_that_were_there(store: SqlStore) -> None:
    begin(store)
    store.access.organisations.save(an_organisation())
    store.access.organisations.save(an_organisation("ORG2"))

    def projects(organisation: str) -> list[str]:
        reach = Reach(organisation)
        return [project.id for project in store.within(reach, reach).projects.all()]

    assert (projects("ORG1"), projects("ORG2")) == (["P1"], [])


def test_the_first_organisation_gets_the_sessions_on_no_project_too(store: SqlStore) -> None:
    begin(store)
    alone, on_project = a_running_session(store), a_running_session(store, id="S2", project="P1")
    store.access.organisations.save(an_organisation())
    store.access.organisations.save(an_organisation("ORG2"))

    def sessions(organisation: str, project: str | None) -> list[GroupSession]:
        reach = Reach(organisation)
        return store.within(reach, reach).sessions.all(project)

    assert (sessions("ORG1", None), sessions("ORG2", None)) == ([alone], [])
    assert sessions("ORG1", "P1") == [on_project]


def test_an_organisation_changes_under_its_version(store: SqlStore) -> None:
    first = store.access.organisations.save(an_organisation())
    changed = store.access.organisations.save(replace(first, name="Anders"))

    assert store.access.organisations.get("ORG1") == changed
    assert store.access.organisations.all() == [changed]
    with pytest.raises(StaleWrite):
        store.access.organisations.save(replace(first, name="Nog anders"))
    with pytest.raises(NotFound):
        store.access.organisations.get("ORG2")


def test_an_organisation_is_erased_whole(store: SqlStore) -> None:
    before = rows_by_table(store)
    begin(store)
    a_running_session(store, id="S9")
    store.access.organisations.save(an_organisation())
    member = add_member(store, MembershipKind.OWNER, "ORG1")

    store.access.organisations.erase("ORG1")
    store.access.organisations.erase("ORG1")
    store.access.accounts.erase(member.account)

    assert rows_by_table(store) == before


def test_memberships_are_of_an_account_and_of_an_organisation(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    reader = add_member(store, MembershipKind.READER, "ORG1", until=NOW.date())
    over = add_member(store, MembershipKind.READER, "ORG1", until=NOW.date() - timedelta(days=1))
    admin = add_member(store, MembershipKind.SERVER_ADMIN, None)

    assert store.access.memberships.of_account(reader.account) == [reader]
    assert store.access.memberships.of_account(over.account) == []
    assert {m.id for m in store.access.memberships.of_organisation("ORG1")} == {reader.id, over.id}
    assert store.access.memberships.admins() == [admin]


def test_the_same_membership_is_there_once(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    reader = add_member(store, MembershipKind.READER, "ORG1")
    store.access.memberships.add(replace(reader, id="M2"))

    assert store.access.memberships.of_account(reader.account) == [reader]


@pytest.mark.parametrize(
    "fields", [{"account": "U9"}, {"organisation": "ORG9"}, {"project": "P9"}, {"project": "P1"}]
)
def test_a_membership_of_what_is_not_there_is_refused(
    store: SqlStore, fields: dict[str, str]
) -> None:
    store.access.organisations.save(an_organisation())
    store.projects.save(a_project())  # of no organisation
    add_account(store)
    wanted = Membership("M1", "U1", "ORG1", MembershipKind.READER)

    with pytest.raises(NotFound):
        store.access.memberships.add(replace(wanted, **fields))


def test_a_membership_ends_in_its_own_organisation(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    reader = add_member(store, MembershipKind.READER, "ORG1")

    store.access.memberships.end("ORG2", reader.id)
    assert store.access.memberships.of_account(reader.account) == [reader]
    store.access.memberships.end("ORG1", reader.id)
    store.access.memberships.end("ORG1", reader.id)
    assert store.access.memberships.of_account(reader.account) == []


def test_the_last_owner_who_can_sign_in_stays(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    first = add_member(store, MembershipKind.OWNER, "ORG1")
    second = add_member(store, MembershipKind.OWNER, "ORG1")
    store.access.accounts.remove_ways_in(second.account)

    with pytest.raises(LastOne, match="owner"):
        store.access.memberships.end("ORG1", first.id)
    store.access.memberships.end("ORG1", second.id)
    assert store.access.memberships.of_account(first.account) == [first]


def test_a_membership_of_a_session_ends_with_it_as_does_its_link(store: SqlStore) -> None:
    begin(store)
    store.access.organisations.save(an_organisation())
    store.access.organisations.save(an_organisation("ORG2"))
    a_running_session(store, project="P1")
    store.within(Reach("ORG1"), Reach("ORG1")).sessions.save(
        a_session(id="S2", catalogue_hash=SNAPSHOT_HASH)
    )
    kind = MembershipKind.FACILITATOR
    members = [add_member(store, kind, "ORG1", session=name) for name in ("S1", "S2")]
    link = AccountLink(
        "hash", LinkPurpose.JOIN, NOW + timedelta(days=7), None, "ORG1", kind, session="S1"
    )
    store.access.links.add(link, replaces=False)
    assert [m.session for m in store.access.memberships.of_organisation("ORG1")] == ["S1", "S2"]
    assert store.access.links.find("hash") == link

    store.sessions.erase("S1")
    assert store.access.memberships.of_organisation("ORG1") == members[1:]
    assert store.access.links.find("hash") is None
    store.sessions.erase("S2")
    assert store.access.memberships.of_organisation("ORG1") == []


@pytest.mark.parametrize("session", ["S9", "S1", "S2"])
def test_a_membership_of_a_session_of_others_is_refused(store: SqlStore, session: str) -> None:
    begin(store)
    store.access.organisations.save(an_organisation())
    store.access.organisations.save(an_organisation("ORG2"))
    add_account(store)
    a_running_session(store, project="P1")
    a_running_session(store, id="S2")  # of no organisation
    wanted = Membership("M1", "U1", "ORG2", MembershipKind.FACILITATOR, session=session)

    with pytest.raises(NotFound):
        store.access.memberships.add(wanted)
