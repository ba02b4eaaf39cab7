"""What the domain asks of a database about who is invited: the Protocols of three nouns."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from assessment.invitations import Invitation, StoredOpenLink, StoredRespondent
from assessment.pairs import Pair
from assessment.respondents import Respondent


class RespondentsStore(Protocol):
    """Stores respondents, and the hashes of the tokens and codes that find them."""

    def all(self, assessment_id: str, roles: Collection[str] | None = None) -> list[Respondent]:
        """Return the respondents of an assessment, or those of some roles, by role and id."""

    def get(self, respondent_id: str) -> Respondent:
        """Return one respondent. Raises NotFound."""

    def find(self, token_hash: str) -> StoredRespondent | None:
        """Return the respondent with a token or code, None if there is none or it was revoked.

        The caller has to look which it is: the respondent's own token, or a personal link.
        """

    def join(self, respondent: Respondent, most: int) -> None:
        """Add a respondent, who has begun, to its invitation through the open link.

        Raises InvitationFull, InvitationClosed, NotFound, and TooOften above `most` in a minute.
        """

    def begin(self, link_hash: str, token_hash: str, language: str) -> None:
        """Give the respondent of a personal link, or its code, a token of its own.

        The link opens nothing more; within BEGIN_AGAIN it may be done again as long as nothing was
        answered: the former token is dead then. Raises LinkUsed, InvitationClosed, NotFound.
        """

    def replace_link(self, respondent_id: str, token_hash: str, code_hash: str | None) -> None:
        """Replace a personal link and its code, also revoked ones. Raises NotFound, LinkUsed."""

    def revoke(self, respondent_id: str) -> None:
        """Revoke a personal link that nobody began with. Raises NotFound, LinkUsed."""

    def change(
        self, respondent_id: str, changes: Mapping[str, object], *, while_open: bool = False
    ) -> None:
        """Set fields of a respondent of an invitation.

        Raises NotFound, and InvitationClosed if `while_open` and the assessment accepts nobody.
        """

    def of_pair(self, pair_id: str) -> list[Respondent]:
        """Return the two respondents of a pair, by role."""


class InvitationsStore(Protocol):
    """Stores invitations, and the hashes of the tokens of their open links."""

    def all(self, assessment_id: str) -> list[Invitation]:
        """Return the invitations of an assessment, in the order they were made."""

    def get(self, invitation_id: str) -> Invitation:
        """Return one invitation. Raises NotFound."""

    def save(self, invitation: Invitation) -> Invitation:
        """Update an invitation. Raises StaleWrite, NotFound."""

    def add(
        self,
        invitations: Iterable[Invitation],
        pairs: Iterable[Pair],
        respondents: Iterable[Respondent],
        *,
        threshold: int,
    ) -> None:
        """Insert (version 0) or update invitations, add pairs and respondents, all or nothing.

        `threshold` is promised to them: their assessments keep it, or a higher one they have.
        Raises NotFound, StaleWrite, and InvitationClosed when the assessment accepts nobody.
        """

    def note_storm(self, invitation_id: str) -> None:
        """Note that more people came through the open link, just now, than it lets in at once."""

    def erase(self, assessment_id: str, invitation_ids: Collection[str]) -> None:
        """Erase invitations whole: links, respondents, pairs and all that was answered.

        Erasing twice is no error. Raises NotFound for an unknown assessment, InvitationClosed when
        it accepts nobody: what was shown once must not change.
        """

    def find(self, token_hash: str) -> StoredOpenLink | None:
        """Return the invitation with the token or code of an open link, None when there is none."""


class PairsStore(Protocol):
    """Stores pairs."""

    def save(self, pair: Pair) -> Pair:
        """Update a pair. Raises StaleWrite, NotFound, and InvitationClosed as for an invitation."""
