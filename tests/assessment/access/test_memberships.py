"""What memberships let somebody do."""

from datetime import date
from itertools import product

import pytest

from assessment.access.acts import (
    OF_ACCOUNTS,
    OF_ONE_SESSION,
    OF_THE_WHOLE,
    WHO_MAY,
    Act,
    MembershipKind,
)
from assessment.access.memberships import (
    LOCAL,
    Access,
    Membership,
    Reach,
    check_membership,
    checked_organisation,
)
from assessment.errors import InvalidInput, NotPermitted
from tests.support.access import an_organisation


def a_membership(
    kind: MembershipKind, organisation: str | None = "ORG1", **fields: str
) -> Membership:
    return Membership("M1", "U1", organisation, kind, **fields)


def access(*memberships: Membership) -> Access:
    return Access("U1", "ORG1", memberships)


@pytest.mark.parametrize(("act", "kind"), [*product(Act, MembershipKind)])
def test_a_membership_lets_do_what_the_table_says(act: Act, kind: MembershipKind) -> None:
    organisation = None if kind is MembershipKind.SERVER_ADMIN else "ORG1"

    assert access(a_membership(kind, organisation)).may(act) == (kind in WHO_MAY[act])


@pytest.mark.parametrize("act", sorted(set(Act) - {Act.MANAGE_SERVER}))
def test_a_membership_elsewhere_does_nothing_here(act: Act) -> None:
    assert not access(a_membership(MembershipKind.OWNER, "ORG2")).may(act)


def test_a_membership_of_one_project_reaches_that_one() -> None:
    coordinator = access(a_membership(MembershipKind.COORDINATOR, project="P1"))

    assert coordinator.reach(Act.ANSWER) == Reach("ORG1", frozenset({"P1"}))
    assert coordinator.may(Act.ANSWER, "P1")
    assert not coordinator.may(Act.ANSWER, "P2")
    assert not any(coordinator.may(act) for act in OF_THE_WHOLE)


def test_a_membership_of_one_session_reaches_that_one_and_no_project() -> None:
    one = access(a_membership(MembershipKind.FACILITATOR, session="S1"))

    assert {act for act in Act if one.may(act)} == OF_ONE_SESSION
    assert one.reach(Act.LEAD_SESSION) == one.visible == Reach("ORG1", frozenset(), {"S1"})
    assert not one.may(Act.LEAD_SESSION, "P1")
    assert one.visible is not None
    assert one.visible.holds("P1", "S1")
    assert one.visible.holds(None, "S1")
    assert not one.visible.holds("P1", "S2")
    assert not one.visible.holds("P1")


def test_one_session_adds_up_with_a_project_and_is_nothing_beside_all_of_them() -> None:
    session = a_membership(MembershipKind.FACILITATOR, session="S1")
    project = a_membership(MembershipKind.COORDINATOR, project="P1")
    both, all_of_them = access(session, project), access(session, a_membership(project.kind))

    assert both.reach(Act.LEAD_SESSION) == Reach("ORG1", frozenset({"P1"}), frozenset({"S1"}))
    assert both.reach(Act.MAKE_SESSION) == Reach("ORG1", frozenset({"P1"}))
    assert all_of_them.reach(Act.LEAD_SESSION) == Reach("ORG1")


def test_whoever_sees_a_project_sees_its_sessions() -> None:
    assert WHO_MAY[Act.SEE_SESSION] == WHO_MAY[Act.SEE_PROJECTS]


def test_memberships_add_up() -> None:
    both = access(
        a_membership(MembershipKind.COORDINATOR, project="P1"), a_membership(MembershipKind.READER)
    )

    assert both.reach(Act.ANSWER) == Reach("ORG1", frozenset({"P1"}))
    assert both.reach(Act.SEE_OUTCOME) == Reach("ORG1")


def test_without_accounts_all_may_be_done_that_is_not_about_them() -> None:
    assert {act for act in Act if LOCAL.may(act)} == set(Act) - OF_ACCOUNTS
    LOCAL.require(Act.ERASE_PROJECT, "P1")


def test_what_may_not_be_done_is_refused() -> None:
    with pytest.raises(NotPermitted, match="Ask an owner"):
        access(a_membership(MembershipKind.READER)).require(Act.ANSWER)


def test_a_membership_holds_until_its_last_day() -> None:
    until = Membership("M1", "U1", "ORG1", MembershipKind.READER, until=date(2026, 11, 20))

    assert until.holds(date(2026, 11, 20))
    assert not until.holds(date(2026, 11, 21))
    assert a_membership(MembershipKind.READER).holds(date(2999, 1, 1))


@pytest.mark.parametrize(
    ("kind", "organisation", "project"),
    [
        (MembershipKind.SERVER_ADMIN, "ORG1", None),
        ("server_admin", "ORG1", None),  # as a word that a browser sends
        ("boss", "ORG1", None),
        (MembershipKind.OWNER, None, None),
        (MembershipKind.OWNER, "ORG1", "P1"),
        (MembershipKind.PORTFOLIO_READER, "ORG1", "P1"),
    ],
)
def test_some_memberships_cannot_be(
    kind: MembershipKind, organisation: str | None, project: str | None
) -> None:
    with pytest.raises(InvalidInput):
        check_membership(kind, organisation, project)


def test_an_organisation_has_a_name() -> None:
    assert checked_organisation(an_organisation(name="  Samen  ")).name == "Samen"
    with pytest.raises(InvalidInput, match="needs a name"):
        checked_organisation(an_organisation(name=" "))
    check_membership(MembershipKind.COORDINATOR, "ORG1", "P1")


def test_of_one_session_is_a_facilitator_who_is_not_of_a_project_too() -> None:
    check_membership(MembershipKind.FACILITATOR, "ORG1", None, "S1")
    for kind in set(MembershipKind) - {MembershipKind.FACILITATOR, MembershipKind.SERVER_ADMIN}:
        with pytest.raises(InvalidInput, match="facilitator only"):
            check_membership(kind, "ORG1", None, "S1")
    with pytest.raises(InvalidInput, match="not of a project too"):
        check_membership(MembershipKind.FACILITATOR, "ORG1", "P1", "S1")
