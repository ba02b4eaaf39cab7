"""What memberships let somebody do."""

from datetime import date
from itertools import product

import pytest

from assessment.access.acts import OF_ACCOUNTS, OF_THE_WHOLE, WHO_MAY, Act, MembershipKind
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
