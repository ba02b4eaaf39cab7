"""What is asked of a database about portfolios. `storage/portfolio` implements it."""

from collections.abc import Sequence
from typing import Protocol

from assessment.portfolio.band import BandEdition
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.invitations import PortfolioInvitation
from assessment.portfolio.share_files import ShareFile
from assessment.portfolio.shares import ListedShare, OutsideLook, ShareRead, ShareRow


class PortfoliosStore(Protocol):
    """Stores portfolios and invitations to them."""

    def all(self, organisation: str | None) -> list[Portfolio]:
        """Return the portfolios of an organisation (None: those without one), by name."""

    def get(self, portfolio_id: str) -> Portfolio:
        """Return one portfolio. Raises NotFound."""

    def save(self, portfolio: Portfolio) -> Portfolio:
        """Insert (version 0) or update a portfolio. Raises StaleWrite, NotFound."""

    def erase(self, portfolio_id: str) -> None:
        """Erase a portfolio with all shares in it. Erasing twice is no error."""

    def invite(self, invitation: PortfolioInvitation) -> None:
        """Add an invitation. Raises NotFound."""

    def invitation(self, token_hash: str) -> PortfolioInvitation | None:
        """Return an invitation that still works, None if there is none."""

    def invitations(self, portfolio_id: str) -> list[PortfolioInvitation]:
        """Return the invitations of a portfolio that still work."""

    def withdraw_invitation(self, portfolio_id: str, token_hash: str) -> None:
        """Erase an invitation of a portfolio. Erasing twice is no error."""


class SharesStore(Protocol):
    """Stores shares, who read them, and looks from outside."""

    def of_portfolio(self, portfolio_id: str) -> list[ListedShare]:
        """Return the shares of a portfolio by alias, withdrawn ones last."""

    def of_project(self, project_id: str) -> list[ShareRow]:
        """Return the shares of a project, the newest first."""

    def get(self, share_id: str) -> ShareRow:
        """Return one share. Raises NotFound."""

    def save(self, share: ShareRow) -> ShareRow:
        """Insert (version 0) or update a share. Raises StaleWrite, NotFound, and InvalidInput for
        an assessment that the portfolio has already."""

    def withdraw(self, share_id: str) -> ShareRow:
        """Empty a share everywhere: its snapshot, its name and looks from outside. Raises NotFound."""

    def empty_expired(self) -> None:
        """Empty the shares of all portfolios of which the day of the charter has passed."""

    def note_read(self, read: ShareRead) -> None:
        """Note that somebody looked at a share. Raises NotFound."""

    def reads(self, share_id: str) -> Sequence[ShareRead]:
        """Return who looked at a share, the newest first."""

    def looks(self, share_id: str) -> list[OutsideLook]:
        """Return the looks from outside at a share, the newest first."""

    def save_look(self, look: OutsideLook) -> OutsideLook:
        """Insert (version 0) or update a look from outside. Raises StaleWrite, NotFound."""

    def known_to(self, organisation: str | None) -> set[str]:
        """Return the assessments of which people of an organisation can see levels: of its own projects,
        and of those that ever sent something to a portfolio of it with names."""

    def editions(self, portfolio_id: str) -> list[BandEdition]:
        """Return all bands that were ever made of a pool, the last ones at the end."""

    def add_edition(self, portfolio_id: str, edition: BandEdition) -> None:
        """Store an edition. One of that date stays as it was made. Raises NotFound."""


class ShareFilesStore(Protocol):
    """Stores what is known of share files that were made for portfolios elsewhere."""

    def all(self, project_id: str) -> list[ShareFile]:
        """Return the files of a project, the newest first."""

    def get(self, share_file_id: str) -> ShareFile:
        """Return one file. Raises NotFound."""

    def save(self, share_file: ShareFile) -> ShareFile:
        """Insert (version 0) or update a file; a new one takes the place of an earlier one of the same
        assessment for the same portfolio. Raises StaleWrite, NotFound."""
