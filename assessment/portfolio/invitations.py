"""Invitations to a portfolio: an address with which a project finds it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PortfolioInvitation:
    """One invitation: the hash of its token. It works until a day, for every project that has it."""

    hash: str
    portfolio: str
    until: date
    note: str = ""  # for whom it is, for the funder alone
