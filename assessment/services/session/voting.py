"""Voting: what one person gives, and what they gave before."""

from assessment.services.context import Workspace
from assessment.session.people import SessionPerson
from assessment.session.voting.votes import SessionVote


def vote(workspace: Workspace, given: SessionVote) -> SessionVote:
    """Save a vote, if the session takes it at this moment; what is returned was stored.

    The same vote twice is no error. Raises InvalidInput, SessionRefused (nothing was saved, and why),
    StaleWrite with the vote that stands there, NotFound.
    """
    return workspace.store.session_votes.save(given)


def votes_of(
    workspace: Workspace, person: SessionPerson, step: str | None = None
) -> list[SessionVote]:
    """Return what a person gave, in one step or in all; withdrawn votes have no choice."""
    return workspace.store.session_votes.of(person.id, step)
