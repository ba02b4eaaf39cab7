"""Invitations in the database of a running server, as the coordinator would make them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.invitations import close_invitation, invitations_of, open_invitation
from assessment.services.pairs import make_pairs
from storage import open_store
from tests.support.invitations import a_workspace, begin_assessment, small_catalogue
from tests.support.server import Server


@dataclass
class Rounds:
    """The coordinator's side of one assessment."""

    workspace: Workspace
    assessment: Assessment

    def mentee(self) -> str:
        """Return the address in the letter of a new mentee."""
        issued = open_invitation(
            self.workspace, self.assessment.id, "mentee", "few", 1, None, personal=1
        )
        return f"/a/{issued.links[0].token}"

    def door(self) -> str:
        """Return the address of an open link for mentors."""
        issued = open_invitation(
            self.workspace, self.assessment.id, "mentor", "few", 9, None, open_link=True
        )
        return f"/a/{issued.open_token}"

    def pair(self) -> tuple[str, str]:
        """Return the addresses in the letters of a mentor and a mentee."""
        (made,) = make_pairs(self.workspace, self.assessment.id, 1, None)
        return f"/a/{made.mentor.token}", f"/a/{made.mentee.token}"

    def close(self) -> None:
        """Close every invitation."""
        for line in invitations_of(self.workspace, self.assessment):
            close_invitation(self.workspace, line.invitation.id)

    def answers(self, address: str) -> list[Answer]:
        """Return what the database has of who got a letter, in the order of the questions."""
        letter = responding.find(self.workspace, address.split("/")[2])
        assert isinstance(letter, responding.PersonalLink)
        given = self.workspace.store.answers.all(letter.respondent)
        return [given[c.id] for c in letter.criteria if c.id in given]


@contextmanager
def rounds_on(server: Server) -> Iterator[Rounds]:
    """Work in the database of a server."""

    def now() -> datetime:
        return datetime.now(UTC)

    store = open_store(f"sqlite:///{server.data / 'mentorspiegel.sqlite3'}", clock=now)
    workspace = a_workspace(store, small_catalogue(), now)
    yield Rounds(workspace, begin_assessment(workspace))
    store.close()
