"""Letters for everybody who was invited and has not begun."""

from pathlib import Path

import click

from assessment.errors import LinkUsed
from assessment.invitations import IssuedLink
from assessment.services import invitations as service
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, invitations_of
from commands.assessment import links_output
from commands.assessment.opened import Opened, contact_option, of_assessment
from commands.common import Failure, busy, confirm, output_option, yes_option
from reports.letters import issued_links
from reports.letters.pdf import PER_PAGE


@click.command()
@of_assessment
@output_option(f"New file to write: {links_output.ENDINGS}.")
@click.option("--invitation", help="Of one invitation (an id of `invitations list`) only.")
@click.option(
    "--per-page",
    type=click.Choice([str(number) for number in PER_PAGE]),
    default=str(PER_PAGE[0]),
    show_default=True,
    help="Letters on a page.",
)
@contact_option
@yes_option
def letters(
    at: Opened,
    output: Path,
    invitation: str | None,
    per_page: str,
    contact: str | None,
    yes: bool,
) -> None:
    """Write a letter with a new link for everybody invited to PROJECT who has not begun.

    Links are kept as fingerprints, so a letter cannot be printed again: it gets a new link, and the
    earlier one of the same number stops working. Pairs get theirs when they are made.
    """
    links_output.check_output(output)
    lines = [at.line(invitation)] if invitation else invitations_of(at.workspace, at.assessment)
    waiting = {line: _unused(line) for line in lines if _takes_answers(at.workspace, line)}
    number = sum(map(len, waiting.values()))
    if not at.assessment.accepts_respondents or not number:
        raise Failure("There is nobody to write to: no personal link is waiting to be used.")
    at.name_contact(contact)
    confirm(f"{number} links get replaced; letters of before stop working at once.", yes=yes)
    with busy(f"Making {number} letters"):
        fresh = [
            issued_links.personal(line.invitation, reissued(at.workspace, unused))
            for line, unused in waiting.items()
        ]
    links_output.hand_out(
        at.workspace, at.given, at.assessment, fresh, output, per_page=int(per_page)
    )


def _takes_answers(workspace: Workspace, line: InvitationLine) -> bool:
    return line.invitation.why_not(accepts_respondents=True, now=workspace.now()) is None


def _unused(line: InvitationLine) -> list[str]:
    return [link.respondent for link in line.links if link.state == "unused"]


def reissued(workspace: Workspace, respondents: list[str]) -> list[IssuedLink]:
    """Return new links; whoever begins at this very moment keeps the old one."""
    new = []
    for respondent in respondents:
        try:
            new.append(service.reissue(workspace, respondent))
        except LinkUsed:
            continue
    return new
