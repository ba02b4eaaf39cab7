"""Invitations: open one for a role, hand out links, follow who takes part, close and reopen."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.errors import InvalidInput, NotFound
from assessment.invitations import (
    Invitation,
    IssuedInvitation,
    IssuedLink,
    Participation,
    asked_by,
    checked_max_respondents,
    checked_until,
)
from assessment.pairs import PairCount
from assessment.respondents import Respondent, token_hash
from assessment.services.context import Workspace, requires
from assessment.services.projects import checked_contact
from assessment.text import short_text

LinkWord = Literal["unused", "started", "finished", "revoked"]


@dataclass(frozen=True)
class LinkState:
    """How far the respondent of a personal link is."""

    respondent: str
    number: int
    state: LinkWord
    begun: bool = False  # then nobody gets a new link to that respondent


@dataclass(frozen=True)
class InvitationLine:
    """One invitation as the coordinator sees it; one of pairs tells of its pairs only."""

    invitation: Invitation
    participation: Participation | None  # None for an invitation of pairs
    links: tuple[LinkState, ...]  # personal ones, by number
    pairs: PairCount | None  # None for any other invitation


@requires(Act.INVITE)
def open_invitation(  # noqa: PLR0913  (all that a form asks)
    workspace: Workspace,
    assessment_id: str,
    role: str,
    profile: str,
    max_respondents: int,
    until: date | None,
    *,
    personal: int = 0,
    open_link: bool = False,
    own_line: str = "",
    to_judge: bool = False,
) -> IssuedInvitation:
    """Open an invitation with so many `personal` links, an open link, or both.

    Raises NotFound for an unknown role or profile, InvalidInput, also when nobody to turn to is
    named, and InvitationClosed when others may not answer in the assessment.
    """
    assessment = checked_contact(workspace, assessment_id)
    token = workspace.new_token() if open_link else None
    invitation = Invitation(
        id=workspace.new_id(),
        assessment=assessment.id,
        role=role,
        profile=profile,
        max_respondents=checked_max_respondents(max_respondents),
        until=checked_until(until, workspace.now()),
        own_line=short_text("own_line", own_line),
        to_judge=to_judge,
    )
    if token is not None:
        invitation = _with_open_link(invitation, token)
    check_asks(workspace, assessment, invitation)
    if personal > max_respondents:
        raise InvalidInput("personal", "range", "There are more links than people. Make fewer.")
    invited = [new_respondent(workspace, invitation, number) for number in range(1, personal + 1)]
    workspace.store.invitations.add(
        [invitation],
        [],
        [respondent for respondent, _ in invited],
        threshold=workspace.threshold_of(assessment),
    )
    links = tuple(link for _, link in invited)
    return IssuedInvitation(replace(invitation, version=1), links, token)


def _with_open_link(invitation: Invitation, token: str) -> Invitation:
    code_hash = token_hash(code_of(token))
    return replace(invitation, open_hash=token_hash(token), open_code_hash=code_hash)


@requires(Act.INVITE)
def check_asks(workspace: Workspace, assessment: Assessment, invitation: Invitation) -> None:
    """Raise NotFound for an unknown role or profile, InvalidInput when nothing would be asked."""
    catalogue = workspace.catalogue_of(assessment)
    if invitation.role not in catalogue.role_ids or invitation.role == catalogue.own_role.id:
        raise NotFound("role", invitation.role)
    if catalogue.profile(invitation.profile) is None:
        raise NotFound("profile", invitation.profile)
    scope = {n for n, c in workspace.store.choices.get(assessment.id).items() if c.in_scope}
    if not asked_by(catalogue, invitation, scope):
        text = "This profile asks nothing of this role in this assessment. Choose another."
        raise InvalidInput("profile", "empty", text)


@requires(Act.INVITE)
def new_respondent(
    workspace: Workspace, invitation: Invitation, number: int, pair: str | None = None
) -> tuple[Respondent, IssuedLink]:
    """Return a new respondent of an invitation, not stored yet, with its personal link."""
    token = workspace.new_token()
    respondent = Respondent(
        id=workspace.new_id(),
        assessment=invitation.assessment,
        role=invitation.role,
        token_hash=token_hash(token),
        invitation=invitation.id,
        number=number,
        pair=pair,
        code_hash=token_hash(code_of(token)),
    )
    return respondent, IssuedLink(number, respondent.id, token)


@requires(Act.INVITE)
def add_links(workspace: Workspace, invitation_id: str, number: int) -> list[IssuedLink]:
    """Add personal links to an invitation, which makes room for them.

    Raises NotFound, InvalidInput, StaleWrite, InvitationClosed.
    """
    invitation = workspace.store.invitations.get(invitation_id)
    assessment = checked_contact(workspace, invitation.assessment)
    present = _respondents(workspace, invitation)
    if invitation.in_pairs:
        raise NotFound("invitation", invitation_id)
    max_respondents = checked_max_respondents(
        max(invitation.max_respondents, len(present) + checked_max_respondents(number))
    )
    first = max((respondent.number for respondent in present), default=0) + 1
    added = [new_respondent(workspace, invitation, n) for n in range(first, first + number)]
    workspace.store.invitations.add(
        [replace(invitation, max_respondents=max_respondents)],
        [],
        [respondent for respondent, _ in added],
        threshold=workspace.threshold_of(assessment),
    )
    return [link for _, link in added]


def _respondents(workspace: Workspace, invitation: Invitation) -> list[Respondent]:
    everybody = workspace.store.respondents.all(invitation.assessment)
    return [respondent for respondent in everybody if respondent.invitation == invitation.id]


@requires(Act.INVITE)
def change_invitation(workspace: Workspace, invitation: Invitation) -> Invitation:
    """Save another number of respondents, last day or line of one's own.

    Raises InvalidInput, StaleWrite, NotFound.
    """
    checked_max_respondents(invitation.max_respondents)
    checked_until(invitation.until, workspace.now())
    own_line = short_text("own_line", invitation.own_line)
    return workspace.store.invitations.save(replace(invitation, own_line=own_line))


@requires(Act.INVITE)
def close_invitation(workspace: Workspace, invitation_id: str) -> Invitation:
    """Close an invitation by hand. Raises NotFound."""
    invitation = workspace.store.invitations.get(invitation_id)
    return workspace.store.invitations.save(replace(invitation, closed_at=workspace.now()))


@requires(Act.INVITE)
def reopen_invitation(workspace: Workspace, invitation_id: str) -> Invitation:
    """Reopen an invitation that was closed by hand. Raises NotFound."""
    return workspace.store.invitations.save(
        replace(workspace.store.invitations.get(invitation_id), closed_at=None)
    )


@requires(Act.INVITE)
def erase_group(workspace: Workspace, invitation_id: str) -> None:
    """Erase the group of an invitation: all invitations of its role, with all that was answered.

    Who was asked to judge is another group than who was asked to rate; of pairs, all pairs. Never one
    voice, also not of an invitation for one: who may drop a single one chooses what is heard. Raises
    NotFound, and InvitationClosed once anything of others was shown or while the assessment is closed.
    """
    store = workspace.store
    invitation = store.invitations.get(invitation_id)
    together = [
        each.id
        for each in store.invitations.all(invitation.assessment)
        if each.group == invitation.group
    ]
    store.invitations.erase(invitation.assessment, together)


@requires(Act.SEE_PROJECTS)
def invitations_of(workspace: Workspace, assessment: Assessment) -> list[InvitationLine]:
    """Return the invitations with who took part: all that may be told while answering goes on."""
    everybody = workspace.store.respondents.all(assessment.id)
    pairs = PairCount.of(everybody)
    return [
        _line(
            invitation,
            [respondent for respondent in everybody if respondent.invitation == invitation.id],
            pairs,
        )
        for invitation in workspace.store.invitations.all(assessment.id)
    ]


def _line(
    invitation: Invitation, respondents: list[Respondent], pairs: PairCount
) -> InvitationLine:
    if invitation.in_pairs:
        return InvitationLine(invitation, None, (), pairs)
    links = [_link(respondent) for respondent in respondents if respondent.number]
    return InvitationLine(
        invitation=invitation,
        participation=Participation.of(invitation, respondents),
        links=tuple(sorted(links, key=lambda link: link.number)),
        pairs=None,
    )


def _link(respondent: Respondent) -> LinkState:
    return LinkState(
        respondent.id, respondent.number, _state(respondent), begun=not respondent.has_printed_token
    )


def _state(respondent: Respondent) -> LinkWord:
    if respondent.revoked_at is not None:
        return "revoked"
    if respondent.finished_at is not None:
        return "finished"
    return "unused" if respondent.has_printed_token else "started"


@requires(Act.INVITE)
def reissue(workspace: Workspace, respondent_id: str) -> IssuedLink:
    """Replace the link and code of a respondent who did not begin; the old ones open nothing.

    Raises InvalidInput as `add_links`, LinkUsed when somebody began, whose answers a new link would
    open, and NotFound, also for who came through the open link: nobody else ever has theirs.
    """
    respondent = _with_personal_link(workspace.store.respondents.get(respondent_id))
    checked_contact(workspace, respondent.assessment)
    token = workspace.new_token()
    code_hash = token_hash(code_of(token))
    workspace.store.respondents.replace_link(respondent.id, token_hash(token), code_hash)
    return IssuedLink(respondent.number, respondent.id, token)


@requires(Act.INVITE)
def revoke(workspace: Workspace, respondent_id: str) -> None:
    """Revoke a personal link that nobody began with. Raises LinkUsed and NotFound, as `reissue`.

    Who began goes on: what they said counts, so they keep the right to change and erase it.
    """
    respondent = _with_personal_link(workspace.store.respondents.get(respondent_id))
    workspace.store.respondents.revoke(respondent.id)


def _with_personal_link(respondent: Respondent) -> Respondent:
    if not respondent.number:
        raise NotFound("link", respondent.id)
    return respondent


@requires(Act.INVITE)
def reissue_open(workspace: Workspace, invitation_id: str) -> str:
    """Replace the open link of an invitation and return its token. Raises NotFound, InvalidInput."""
    token = workspace.new_token()
    invitation = workspace.store.invitations.get(invitation_id)
    checked_contact(workspace, invitation.assessment)
    workspace.store.invitations.save(_with_open_link(invitation, token))
    return token


@requires(Act.INVITE)
def revoke_open(workspace: Workspace, invitation_id: str) -> None:
    """Revoke the open link of an invitation; who came through it goes on. Raises NotFound."""
    invitation = workspace.store.invitations.get(invitation_id)
    workspace.store.invitations.save(replace(invitation, open_hash=None, open_code_hash=None))
