"""The links that a coordinator hands out: replacing a lost one, and letting one die."""

from dataclasses import dataclass, replace

from assessment.errors import NotFound
from assessment.projects import Respondent
from assessment.services.context import Workspace
from assessment.voices import token_hash


@dataclass(frozen=True)
class Link:
    """A personal link that was just made: the only moment its token can be seen."""

    number: int
    respondent: str
    token: str


def reissue(workspace: Workspace, respondent_id: str) -> Link:
    """Give somebody who has not begun a new letter: the old one is dead.

    Raises LetterUsed when somebody began: a new letter would open what was said. Raises NotFound,
    also for who came through the open link: nobody else ever has that link.
    """
    respondent = _handed_out(workspace.store.respondent(respondent_id))
    token = workspace.new_token()
    workspace.store.replace_letter(respondent.id, token_hash(token))
    return Link(respondent.number, respondent.id, token)


def revoke(workspace: Workspace, respondent_id: str) -> None:
    """Let a personal link die; answers stay. Raises NotFound, as `reissue`."""
    respondent = _handed_out(workspace.store.respondent(respondent_id))
    workspace.store.change_seat(respondent.id, {"revoked_at": workspace.now()})


def _handed_out(respondent: Respondent) -> Respondent:
    if not respondent.number:
        raise NotFound("link", respondent.id)
    return respondent


def reissue_open(workspace: Workspace, round_id: str) -> str:
    """Give a round a new open link and return its token; an older one is dead. Raises NotFound."""
    token = workspace.new_token()
    round_ = workspace.store.round(round_id)
    workspace.store.save_round(replace(round_, open_hash=token_hash(token)))
    return token


def revoke_open(workspace: Workspace, round_id: str) -> None:
    """Let the open link of a round die; who came through it goes on. Raises NotFound."""
    workspace.store.save_round(replace(workspace.store.round(round_id), open_hash=None))
