"""Challenges for passkeys: made here, answered within minutes, and good for one answer."""

from datetime import timedelta

from assessment.access.links import AccountLink, LinkPurpose
from assessment.errors import LinkSpent, SignInRefused
from assessment.respondents import token_hash
from assessment.services.context import Workspace

WITHIN = timedelta(minutes=5)
A_MINUTE = 600  # challenges of all together, of browsers in which nobody signed in before
OWN_A_MINUTE = 30  # of one in which somebody did: others never make it wait


def new_challenge(workspace: Workspace, device: str = "") -> bytes:
    """Return a new challenge; `device` is the token of a browser as it is known. Raises TooOften."""
    known = token_hash(device)
    if workspace.store.access.accounts.knows_device(None, known):
        workspace.store.rate_limits.count(f"passkeys:{known[:24]}", OWN_A_MINUTE)
    else:
        workspace.store.rate_limits.count("passkeys", A_MINUTE)
    challenge = workspace.new_token()
    until = workspace.now() + WITHIN
    workspace.store.access.links.add(
        AccountLink(token_hash(challenge), LinkPurpose.CHALLENGE, until)
    )
    return challenge.encode()


def spend_challenge(workspace: Workspace, challenge: bytes) -> bytes:
    """Return a challenge of ours that nobody answered yet. Raises SignInRefused."""
    try:
        workspace.store.access.links.spend(token_hash(challenge.decode("ascii", "replace")))
    except LinkSpent:
        raise SignInRefused from None
    return challenge
