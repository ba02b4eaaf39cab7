"""Invitations: see who takes part, invite a group or pairs, replace links, change, stop."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import click

from assessment.invitations import MAX_RESPONDENTS
from assessment.services import invitations as service
from assessment.services import pairs as pairs_service
from assessment.services.invitations import InvitationLine, invitations_of
from commands.assessment import links_output
from commands.assessment.new_links import makes_links
from commands.assessment.opened import Opened, of_assessment, of_invitation
from commands.common import (
    Day,
    Failure,
    Nothing,
    OrNone,
    busy,
    changes_of,
    confirm,
    format_option,
    yes_option,
)
from reports.letters import issued_links
from reports.letters.issued_links import NewLinks

JUDGE = "Ask what applies and what is a minimum, instead of how it goes."
people = click.IntRange(1, MAX_RESPONDENTS)
own_line_option = click.option(
    "--own-line", help="A line of your own in the letter, such as when you talk about the outcome."
)


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every new invitation is asked: which questions, until when, and a line of one's own."""
    until = "Last day; default: until the assessment closes."
    which = "Which questions; default: those of the assessment, or of the pairs before."
    until_option = click.option("--until", type=Day(), help=until)
    return click.option("--profile", help=which)(until_option(own_line_option(command)))


@click.group()
def invitations() -> None:
    """Invite others to an assessment of PROJECT (its id or its exact name)."""


@invitations.command("list")
@of_assessment
@format_option
def list_invitations(at: Opened, form: str) -> None:
    """List the invitations with who took part: never what was answered."""
    lines = invitations_of(at.workspace, at.assessment)
    write = links_output.invitations_json if form == "json" else links_output.invitations_text
    click.echo(write(at.workspace, at.assessment, lines))


@invitations.command("new")
@of_assessment
@click.argument("role")
@click.option("--people", type=people, required=True, help="For how many people.")
@asks
@click.option("--open", "open_link", is_flag=True, help="One link for the whole group.")
@click.option(
    "--personal",
    type=click.IntRange(0, MAX_RESPONDENTS),
    help="How many personal links; default: one for each, none with --open.",
)
@click.option("--judge", "to_judge", is_flag=True, help=JUDGE)
@makes_links
def new(  # noqa: PLR0913  (one per option)
    at: Opened,
    role: str,
    people: int,
    profile: str | None,
    until: date | None,
    own_line: str | None,
    open_link: bool,
    personal: int | None,
    to_judge: bool,
) -> list[NewLinks]:
    """Invite the people of ROLE, and print their links once or write them to FILE."""
    default = 0 if open_link else people
    with busy("Making the invitation"):
        made = service.open_invitation(
            at.workspace,
            at.assessment.id,
            role,
            profile or at.assessment.profile,
            people,
            until,
            personal=default if personal is None else personal,
            open_link=open_link,
            own_line=own_line or "",
            to_judge=to_judge,
        )
    click.echo(f"Invitation {made.invitation.id}", err=True)
    return [issued_links.both(made.invitation, made.links, made.open_token)]


@invitations.command("pairs")
@of_assessment
@click.option("--number", type=people, required=True, help="How many pairs to make.")
@asks
@makes_links
def pairs(
    at: Opened,
    number: int,
    profile: str | None,
    until: date | None,
    own_line: str | None,
) -> list[NewLinks]:
    """Make pairs, two people who answer apart and then look together, with their links."""
    with busy("Making the pairs"):
        made = pairs_service.make_pairs(
            at.workspace,
            at.assessment.id,
            number,
            until,
            profile,
            own_line=own_line or "",
        )
    by_respondent = {link.respondent: link for pair in made for link in (pair.first, pair.second)}
    return [
        issued_links.personal(
            line.invitation,
            [
                by_respondent[pair.by_role[line.invitation.role]]
                for pair in pairs_service.pairs_of(at.workspace, at.assessment)
                if pair.by_role[line.invitation.role] in by_respondent
            ],
        )
        for line in invitations_of(at.workspace, at.assessment)
        if line.invitation.in_pairs
    ]


@invitations.command("links")
@of_invitation
@click.option("--more", type=people, help="So many more personal links.")
@click.option("--lost", type=int, multiple=True, help="A new link for this number, not yet begun.")
@click.option("--open", "open_link", is_flag=True, help="A new open link; the old one dies.")
@yes_option
@makes_links
def links(
    at: Opened,
    line: InvitationLine,
    more: int | None,
    lost: tuple[int, ...],
    open_link: bool,
    yes: bool,
) -> list[NewLinks]:
    """Make more or new links of INVITATION (an id of the list), and print or write them once.

    Nobody gets a new link to a respondent who began: it would open the answers.
    """
    if not (more or lost or open_link):
        raise click.UsageError("Say which links: --more, --lost or --open.")
    invitation = line.invitation
    replaced = [at.respondent(line, number) for number in lost]
    if lost or (open_link and invitation.open_hash is not None):
        confirm("The old links stop working at once.", yes=yes)
    with busy("Making the links"):
        made = [service.reissue(at.workspace, respondent) for respondent in replaced]
        made += service.add_links(at.workspace, invitation.id, more) if more else []
        token = service.reissue_open(at.workspace, invitation.id) if open_link else None
    return [issued_links.both(invitation, made, token)]


@invitations.command("change")
@of_invitation
@click.option("--people", type=people, help="For how many people.")
@click.option("--until", type=OrNone(Day()), help="Last day; none: until the assessment closes.")
@own_line_option
def change(
    at: Opened,
    line: InvitationLine,
    people: int | None,
    until: date | Nothing | None,
    own_line: str | None,
) -> None:
    """Change INVITATION (an id of the list). What is not named stays."""
    changes = changes_of(max_respondents=people, until=until, own_line=own_line)
    if not changes:
        raise click.UsageError("Say what to change: --people, --until, --own-line.")
    service.change_invitation(at.workspace, replace(line.invitation, **changes))
    click.echo(f"Changed invitation {line.invitation.id}.")


@invitations.command("revoke")
@of_invitation
@click.option("--number", type=int, multiple=True, help="The link with this number.")
@click.option("--open", "open_link", is_flag=True, help="The open link.")
@yes_option
def revoke(
    at: Opened, line: InvitationLine, number: tuple[int, ...], open_link: bool, yes: bool
) -> None:
    """Revoke links of INVITATION (an id of the list) that nobody began with.

    Who began keeps the own address: what they said counts, so they can change and erase it.
    """
    if not (number or open_link):
        raise click.UsageError("Say which links: --number or --open.")
    respondents = [at.respondent(line, each) for each in number]
    confirm("These links stop working for good.", yes=yes)
    for respondent in respondents:
        service.revoke(at.workspace, respondent)
    if open_link:
        service.revoke_open(at.workspace, line.invitation.id)
    click.echo(f"Revoked: {len(number) + open_link}.")


@invitations.command("stop")
@of_invitation
def stop(at: Opened, line: InvitationLine) -> None:
    """Stop taking answers to INVITATION (an id of the list); `resume` takes them again."""
    service.close_invitation(at.workspace, line.invitation.id)
    click.echo("Stopped: it takes no answers. What was answered stays.")


@invitations.command("resume")
@of_invitation
def resume(at: Opened, line: InvitationLine) -> None:
    """Take answers to INVITATION (an id of the list) again, until its last day."""
    if not at.assessment.accepts_respondents:
        raise Failure("Others cannot answer in this assessment any more. Nothing was changed.")
    service.reopen_invitation(at.workspace, line.invitation.id)
    state = links_output.invitation_state(at.workspace, at.assessment, at.line(line.invitation.id))
    click.echo(f"It is {state}.")


@invitations.command("erase-group")
@of_invitation
@yes_option
def erase_group(at: Opened, line: InvitationLine, yes: bool) -> None:
    """Erase the whole group of INVITATION (an id of the list): all its invitations and answers; of pairs, all pairs.

    Only as long as nothing of others was shown, and never one voice alone.
    """
    confirm("All links of that group stop, and all its answers are gone for good.", yes=yes)
    service.erase_group(at.workspace, line.invitation.id)
    click.echo("Erased, with all answers.")
