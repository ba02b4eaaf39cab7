"""Portfolios and invitations in the database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import NotFound, StaleWrite
from assessment.portfolio.invitations import PortfolioInvitation
from storage import SqlStore
from tests.support.access import an_organisation
from tests.support.builders import Clock
from tests.support.portfolio.shares import TODAY, a_charter, a_portfolio, a_share


def test_a_portfolio_is_kept_with_its_charter(store: SqlStore) -> None:
    made = store.portfolios.save(a_portfolio())
    changed = store.portfolios.save(replace(made, charter=a_charter(edition=2)))

    assert store.portfolios.get("F1") == changed
    assert store.portfolios.save(replace(made, charter=a_charter(edition=2))) == changed
    with pytest.raises(StaleWrite):
        store.portfolios.save(replace(made, name="Anders"))
    with pytest.raises(NotFound):
        store.portfolios.get("F9")


def test_portfolios_are_of_an_organisation_or_of_none(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    store.portfolios.save(a_portfolio("F1"))
    store.portfolios.save(a_portfolio("F2", organisation="ORG1", name="b"))
    store.portfolios.save(a_portfolio("F3", organisation="ORG1", name="A"))

    assert [p.id for p in store.portfolios.all(None)] == ["F1"]
    assert [p.id for p in store.portfolios.all("ORG1")] == ["F3", "F2"]
    store.access.organisations.erase("ORG1")
    assert store.portfolios.all("ORG1") == []


def test_a_portfolio_is_erased_with_all_shares(store: SqlStore) -> None:
    store.portfolios.save(a_portfolio())
    store.shares.save(a_share())

    store.portfolios.erase("F1")
    store.portfolios.erase("F1")

    with pytest.raises(NotFound):
        store.shares.get("S1")


def test_an_invitation_works_until_its_day(store: SqlStore, clock: Clock) -> None:
    store.portfolios.save(a_portfolio())
    invitation = PortfolioInvitation("hash", "F1", TODAY + timedelta(days=1), "voor Noord")
    store.portfolios.invite(invitation)

    assert store.portfolios.invitation("hash") == invitation
    assert store.portfolios.invitation("other") is None
    assert store.portfolios.invitations("F1") == [invitation]
    clock.forward(days=2)
    assert store.portfolios.invitation("hash") is None
    with pytest.raises(NotFound):
        store.portfolios.invite(replace(invitation, portfolio="F9"))
