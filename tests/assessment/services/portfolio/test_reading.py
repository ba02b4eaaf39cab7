"""A funder reads: what counts, what is compared, what moved, and what may not be known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.errors import InvalidInput, NotFound, NotPermitted, StaleWrite
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.comparing import NotAlike
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.field import field_of
from storage import SqlStore
from storage.portfolio import tables
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import Clock
from tests.support.portfolio.shares import (
    TODAY,
    a_charter,
    a_look,
    a_portfolio,
    a_snapshot,
    about_assessment,
    add,
    closed_on,
)


def test_shares_that_are_not_alike_are_shown_with_the_reason_and_not_compared(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    other = a_snapshot(assessment=about_assessment(catalogue="other"))
    for name, snapshot in (
        ("S1", a_snapshot()),
        ("S2", a_snapshot()),
        ("S3", other),
        ("S4", closed_on(800)),
    ):
        add(workspace, portfolio, name, snapshot=snapshot)
    view = reading.view_of(workspace, portfolio.id)

    assert {s.share.id: s.not_alike for s in view.shares} == {
        "S1": None,
        "S2": None,
        "S3": NotAlike.OTHER_CATALOGUE,
        "S4": NotAlike.TOO_OLD,
    }
    assert set(view.compared) == {"S1", "S2"}
    assert view.open_criteria == {"MC-01": (0, 2), "MC-02": (2, 2)}


def test_a_portfolio_without_shares_is_empty_and_not_broken(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    view = reading.view_of(workspace, portfolio.id)

    assert (view.reference, view.shares, view.compared, view.open_criteria) == (None, (), {}, {})


def test_a_withdrawn_share_is_listed_without_content(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    workspace.store.shares.withdraw("S1")
    view = reading.view_of(workspace, portfolio.id)

    assert ([s.id for s in view.withdrawn], view.shares) == (["S1"], ())


def test_an_overview_reads_the_outlines_of_shares_and_no_snapshot(
    store: SqlStore, workspace: Workspace
) -> None:
    workspace = replace(workspace, store=store)
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for n in range(3):
        add(workspace, made, f"S{n}", snapshot=closed_on(n))
    with store.engine.begin() as connection:
        connection.execute(tables.shares.update().values(snapshot={"no": "snapshot"}))
    view = reading.view_of(workspace, made.id)

    assert view.open_criteria == {"MC-01": (0, 3), "MC-02": (3, 3)}
    assert [s.outline.closed_on for s in view.newest] == [
        TODAY - timedelta(days=n) for n in range(3)
    ]
    with pytest.raises(ValueError, match="validation"):
        assert view.shares[0].snapshot


def test_only_the_own_organisation_opens_its_portfolio(workspace: Workspace) -> None:
    first, second = an_office(workspace), an_office(workspace, "ORG2")
    made = reading.save_portfolio(first.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    share = workspace.store.shares.get("S1")
    assert made.organisation == "ORG1"
    assert reading.portfolios_of(second.workspace) == []
    for act in (
        lambda w: reading.view_of(w, made.id),
        lambda w: reading.change_charter(w, made.id, a_charter()),
        lambda w: reading.invite_project(w, made.id),
        lambda w: reading.invitations_of(w, made.id),
        lambda w: reading.withdraw_invitation(w, made.id, "any"),
        lambda w: reading.erase_portfolio(w, made.id),
        lambda w: reading.save_portfolio(w, made),
        lambda w: reading.note_read(w, share, "view"),
        lambda w: reading.put_in_group(w, share, "Noord"),
        lambda w: reading.looks_at(w, share),
        lambda w: reading.save_look(w, a_look("")),
    ):
        with pytest.raises(NotFound):
            act(second.workspace)
    assert reading.view_of(first.workspace, made.id).shares


def test_asvs_8_4_1_a_share_that_only_says_that_it_is_in_an_own_portfolio_is_not_there(
    workspace: Workspace,
) -> None:
    first, second = an_office(workspace), an_office(workspace, "ORG2")
    made = reading.save_portfolio(first.workspace, a_portfolio("", is_pool=True))
    own = reading.save_portfolio(second.workspace, a_portfolio(""))
    for name, portfolio in (("S1", made), ("S2", own)):
        add(workspace, portfolio, name)
    look = reading.save_look(first.workspace, a_look(""))
    forged = replace(workspace.store.shares.get("S1"), portfolio=own.id)
    for act in (
        lambda w: reading.note_read(w, forged, "view"),
        lambda w: reading.put_in_group(w, forged, "Noord"),
        lambda w: reading.looks_at(w, forged),
        lambda w: reading.save_look(w, replace(look, share="S2")),
        lambda w: field_of(w, replace(made, organisation="ORG2"), dict),
    ):
        with pytest.raises(NotFound):
            act(second.workspace)

    assert workspace.store.shares.reads("S1") == []
    assert reading.looks_at(first.workspace, workspace.store.shares.get("S1")) == [look]


def test_asvs_8_2_3_a_project_sees_as_what_somebody_looked_here_and_not_what_they_are_elsewhere(
    workspace: Workspace,
) -> None:
    office = an_office(workspace)
    an_office(workspace, "ORG2")
    made = reading.save_portfolio(office.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    reader = add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")
    more = [
        Membership(f"M-{kind}", reader.account, organisation, kind)
        for kind, organisation in (
            (MembershipKind.FACILITATOR, "ORG1"),
            (MembershipKind.OWNER, "ORG2"),
            (MembershipKind.SERVER_ADMIN, None),
        )
    ]
    reading.note_read(at_work(workspace, reader, *more), workspace.store.shares.get("S1"), "view")

    assert [r.membership for r in workspace.store.shares.reads("S1")] == ["portfolio_reader"]


def test_a_reader_reads_and_changes_nothing(workspace: Workspace) -> None:
    office = an_office(workspace)
    made = reading.save_portfolio(office.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    reader = at_work(
        workspace, add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")
    )
    share = reading.view_of(reader, made.id).shares[0].share
    reading.note_read(reader, share, "view")

    assert [r.membership for r in workspace.store.shares.reads("S1")] == ["portfolio_reader"]
    with pytest.raises(NotPermitted):
        reading.change_charter(reader, made.id, a_charter())


def test_a_charter_that_somebody_changed_meanwhile_is_not_overwritten(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    read = portfolio.charter
    first = reading.change_charter(workspace, portfolio.id, replace(read, readers="Het bestuur"))

    with pytest.raises(StaleWrite) as stale:
        reading.change_charter(workspace, portfolio.id, replace(read, purpose="Anders"))

    assert stale.value.current == first
    now = replace(first.charter, purpose="Anders")
    changed = reading.change_charter(workspace, portfolio.id, now).charter
    assert (changed.edition, changed.readers, changed.purpose) == (3, "Het bestuur", "Anders")


def test_without_accounts_the_person_at_this_machine_may_try_it(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    share = workspace.store.shares.get("S1")
    reading.note_read(workspace, share, "pdf")
    assert reading.portfolios_of(workspace) == [portfolio]
    assert [r.membership for r in workspace.store.shares.reads("S1")] == ["local"]
    assert reading.put_in_group(workspace, share, " Noord ").group == "Noord"
    renamed = reading.save_portfolio(workspace, replace(portfolio, name="Anders"))
    assert renamed.name == "Anders"
    reading.erase_portfolio(workspace, portfolio.id)
    assert reading.portfolios_of(workspace) == []


def test_a_group_that_somebody_else_chose_meanwhile_is_not_overwritten(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    seen = reading.view_of(workspace, portfolio.id).shares[0].share
    theirs = reading.put_in_group(workspace, seen, "Noord")

    with pytest.raises(StaleWrite) as refused:
        reading.put_in_group(workspace, seen, "Zuid")
    assert refused.value.current == theirs
    assert reading.put_in_group(workspace, seen, "Noord") == theirs
    assert reading.put_in_group(workspace, theirs, "Zuid").group == "Zuid"


def test_a_look_from_outside_stands_beside_and_is_never_mixed_in(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    before = reading.view_of(workspace, portfolio.id)
    look = reading.save_look(workspace, a_look(""))

    share = workspace.store.shares.get("S1")
    assert reading.looks_at(workspace, share) == [look]
    assert reading.save_look(workspace, replace(look, note="Gezien")).note == "Gezien"
    assert reading.view_of(workspace, portfolio.id) == before
    with pytest.raises(InvalidInput):
        reading.save_look(workspace, a_look("", role=""))


def test_a_reader_who_was_removed_reads_nothing_more(workspace: Workspace) -> None:
    office = an_office(workspace)
    made = reading.save_portfolio(office.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    reader = at_work(
        workspace, add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")
    )
    share = reading.view_of(reader, made.id).shares[0].share
    removed = replace(reader, access=replace(reader.access, memberships=()))

    for act in (
        lambda: reading.view_of(removed, made.id),
        lambda: reading.note_read(removed, share, "view"),
        lambda: reading.portfolios_of(removed),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_a_portfolio_is_renamed_and_nothing_else_changes_with_it(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    """A pool stays a pool, and no charter changes without asking every project anew."""
    pool = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))
    other = a_charter(purpose="Iets heel anders")
    saved = reading.save_portfolio(
        workspace, replace(pool, name="Anders", is_pool=False, charter=other)
    )

    assert saved == replace(pool, name="Anders", version=saved.version)


def test_when_the_time_of_a_charter_is_over_nothing_is_left_to_read(
    workspace: Workspace, portfolio: Portfolio, clock: Clock
) -> None:
    add(workspace, portfolio, "S1")
    clock.forward(days=366)
    view = reading.view_of(workspace, portfolio.id)

    assert (view.shares, [row.id for row in view.withdrawn]) == ((), ["S1"])
    assert workspace.store.shares.get("S1").snapshot is None


def test_portfolios_of_before_there_were_accounts_go_along_with_the_projects(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    office = an_office(workspace)

    assert [p.id for p in reading.portfolios_of(office.workspace)] == [portfolio.id]
