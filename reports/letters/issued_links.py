"""Links that were just made, as the letters that carry them."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.assessments import Assessment
from assessment.choices import in_scope
from assessment.codes import code_of
from assessment.invitations import Invitation, IssuedLink, asked_by, effort_of
from assessment.services.context import Workspace
from locales import LANGUAGES
from reports.letters.build import Letter, LetterText, LinkKind, address, code_address


@dataclass(frozen=True)
class NewLink:
    """One link that can still be shown: its token is kept nowhere."""

    kind: LinkKind
    number: int | None  # of the letter or the pair; None for an open link
    token: str


@dataclass(frozen=True)
class NewLinks:
    """Links of one invitation that can still be shown."""

    invitation: Invitation
    links: tuple[NewLink, ...]


def personal(invitation: Invitation, links: Iterable[IssuedLink]) -> NewLinks:
    """Return new personal links as they are shown; those of pairs carry the number of the pair."""
    kind = LinkKind.PAIR if invitation.in_pairs else LinkKind.PERSON
    return NewLinks(invitation, tuple(NewLink(kind, link.number, link.token) for link in links))


def open_link(invitation: Invitation, token: str) -> NewLinks:
    """Return a new open link as it is shown."""
    return NewLinks(invitation, (NewLink(LinkKind.GROUP, None, token),))


def both(invitation: Invitation, links: Iterable[IssuedLink], token: str | None) -> NewLinks:
    """Return new personal links and, where there is one, the new open link as they are shown."""
    opening = () if token is None else open_link(invitation, token).links
    return NewLinks(invitation, (*personal(invitation, links).links, *opening))


def letters(workspace: Workspace, assessment: Assessment, new: NewLinks, base: str) -> list[Letter]:
    """Return a letter per new link, with an address that begins with `base`."""
    invitation, catalogue = new.invitation, workspace.catalogue_of(assessment)
    scope = in_scope(workspace.store.choices.get(assessment.id).values())
    asked = effort_of(
        catalogue,
        invitation,
        asked_by(catalogue, invitation, scope),
        letter_text(workspace, assessment).languages[0],
    )
    profile = catalogue.profile(invitation.profile)
    return [
        Letter(
            kind=link.kind,
            role=invitation.role,
            address=address(base, link.token),
            code=code_of(link.token),
            code_address=code_address(base),
            questions=asked.questions,
            minutes=asked.minutes,
            until=invitation.until,
            number=link.number,
            own_line=invitation.own_line,
            warning=profile.warning if profile and invitation.in_pairs else None,
            to_judge=invitation.to_judge,
        )
        for link in new.links
    ]


def letter_text(workspace: Workspace, assessment: Assessment) -> LetterText:
    """Return what the letters of an assessment say, in the languages of its project."""
    project = workspace.store.projects.get(assessment.project)
    catalogue = workspace.catalogue_of(assessment)
    offered = [name for name in LANGUAGES if name in catalogue.languages]
    chosen = [name for name in project.languages if name in offered] or offered[:1]
    return LetterText(
        project=project.name,
        catalogue=catalogue,
        threshold=workspace.threshold_of(assessment),
        languages=tuple(chosen),
        contact=project.contact,
        numbers=workspace.numbers_to_call(catalogue.id),
    )
