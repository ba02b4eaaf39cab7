"""Invitations to a portfolio."""

from assessment.portfolio.invitations import PortfolioInvitation
from tests.support.portfolio.shares import TODAY


def test_an_invitation_is_known_by_the_hash_of_its_token() -> None:
    assert PortfolioInvitation("hash", "F1", TODAY).note == ""
