"""Invitations: see who takes part, invite a group or pairs, replace links, stop."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import click

from assessment.invitations import MAX_RESPONDENTS
from assessment.services import invitations as service
from assessment.services import pairs as pairs_service
from assessment.services.invitations import invitations_of
from commands.assessment import links_output
from commands.assessment.opened import opened
from commands.common import (
    Failure,
    assessment_option,
    busy,
    confirm,
    data_option,
    format_option,
    yes_option,
)
from reports.letters import issued_links

Decorated = TypeVar("Decorated", bound=Callable[..., object])

people = click.IntRange(1, MAX_RESPONDENTS)
day = click.DateTime(["%Y-%m-%d"])


def until_option(command: Decorated) -> Decorated:
    """Add `--until`, the last day on which answers are taken."""
    text = "Last day; default: until the assessment closes."
    return click.option("--until", type=day, metavar="YYYY-MM-DD", help=text)(command)


def output_option(command: Decorated) -> Decorated:
    """Add `-o`, a file to write new links to instead of printing them."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=f"New file for the links instead of the screen: {links_output.ENDINGS}.",
    )(command)


@click.group()
def invitations() -> None:
    """Invite others to an assessment of PROJECT (its id or its exact name)."""


@invitations.command("list")
@click.argument("project")
@assessment_option
@format_option
@data_option
def list_invitations(project: str, assessment: str | None, form: str, data: Path | None) -> None:
    """List the invitations with who took part: never what was answered."""
    with opened(project, assessment, data) as at:
        lines = invitations_of(at.workspace, at.assessment)
        write = links_output.invitations_json if form == "json" else links_output.invitations_text
        click.echo(write(at.workspace, at.assessment, lines))


@invitations.command("new")
@click.argument("project")
@click.argument("role")
@click.option("--people", type=people, required=True, help="For how many people.")
@click.option("--profile", help="Which questions; default: those of the assessment.")
@until_option
@click.option("--open", "open_link", is_flag=True, help="One link for the whole group.")
@click.option(
    "--personal",
    type=click.IntRange(0, MAX_RESPONDENTS),
    help="How many personal links; default: one for each, none with --open.",
)
@output_option
@assessment_option
@format_option
@data_option
def new(  # noqa: PLR0913  (one per option)
    project: str,
    role: str,
    people: int,
    profile: str | None,
    until: datetime | None,
    open_link: bool,
    personal: int | None,
    output: Path | None,
    assessment: str | None,
    form: str,
    data: Path | None,
) -> None:
    """Invite the people of ROLE, and print their links once or write them to FILE."""
    links_output.check_output(output)
    default = 0 if open_link else people
    with opened(project, assessment, data) as at:
        with busy("Making the invitation"):
            made = service.open_invitation(
                at.workspace,
                at.assessment.id,
                role,
                profile or at.assessment.profile,
                people,
                _date(until),
                personal=default if personal is None else personal,
                open_link=open_link,
            )
        fresh = issued_links.both(made.invitation, made.links, made.open_token)
        click.echo(f"Invitation {made.invitation.id}", err=True)
        links_output.hand_out(at.workspace, at.given, at.assessment, [fresh], output, form)


@invitations.command("pairs")
@click.argument("project")
@click.option("--number", type=people, required=True, help="How many pairs to make.")
@click.option("--profile", help="Which questions; default: those of the pairs before.")
@until_option
@output_option
@assessment_option
@format_option
@data_option
def pairs(  # noqa: PLR0913  (one per option)
    project: str,
    number: int,
    profile: str | None,
    until: datetime | None,
    output: Path | None,
    assessment: str | None,
    form: str,
    data: Path | None,
) -> None:
    """Make pairs, two people who answer apart and then look together, with their links."""
    links_output.check_output(output)
    with opened(project, assessment, data) as at:
        with busy("Making the pairs"):
            made = pairs_service.make_pairs(
                at.workspace, at.assessment.id, number, _date(until), profile
            )
        by_respondent = {
            link.respondent: link for pair in made for link in (pair.first, pair.second)
        }
        fresh = [
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
        links_output.hand_out(at.workspace, at.given, at.assessment, fresh, output, form)


@invitations.command("links")
@click.argument("project")
@click.argument("invitation")
@click.option("--more", type=people, help="So many more personal links.")
@click.option("--lost", type=int, multiple=True, help="A new link for this number, not yet begun.")
@click.option("--open", "open_link", is_flag=True, help="A new open link; the old one dies.")
@yes_option
@output_option
@assessment_option
@format_option
@data_option
def links(  # noqa: PLR0913  (one per option)
    project: str,
    invitation: str,
    more: int | None,
    lost: tuple[int, ...],
    open_link: bool,
    yes: bool,
    output: Path | None,
    assessment: str | None,
    form: str,
    data: Path | None,
) -> None:
    """Make more or new links of INVITATION (an id of the list), and print or write them once.

    Nobody gets a new link to a respondent who began: it would open the answers.
    """
    if not (more or lost or open_link):
        raise click.UsageError("Say which links: --more, --lost or --open.")
    links_output.check_output(output)
    with opened(project, assessment, data) as at:
        line = at.line(invitation)
        replaced = [at.respondent(line, number) for number in lost]
        if lost or (open_link and line.invitation.open_hash is not None):
            confirm("The old links stop working at once.", yes=yes)
        with busy("Making the links"):
            new = [service.reissue(at.workspace, respondent) for respondent in replaced]
            new += service.add_links(at.workspace, invitation, more) if more else []
            token = service.reissue_open(at.workspace, invitation) if open_link else None
        fresh = issued_links.both(line.invitation, new, token)
        links_output.hand_out(at.workspace, at.given, at.assessment, [fresh], output, form)


@invitations.command("revoke")
@click.argument("project")
@click.argument("invitation")
@click.option("--number", type=int, multiple=True, help="The link with this number.")
@click.option("--open", "open_link", is_flag=True, help="The open link.")
@yes_option
@assessment_option
@data_option
def revoke(  # noqa: PLR0913  (one per option)
    project: str,
    invitation: str,
    number: tuple[int, ...],
    open_link: bool,
    yes: bool,
    assessment: str | None,
    data: Path | None,
) -> None:
    """Revoke links of INVITATION (an id of the list) that nobody began with.

    Who began keeps the own address: what they said counts, so they can change and erase it.
    """
    if not (number or open_link):
        raise click.UsageError("Say which links: --number or --open.")
    with opened(project, assessment, data) as at:
        line = at.line(invitation)
        respondents = [at.respondent(line, each) for each in number]
        confirm("These links stop working for good.", yes=yes)
        for respondent in respondents:
            service.revoke(at.workspace, respondent)
        if open_link:
            service.revoke_open(at.workspace, invitation)
    click.echo(f"Revoked: {len(number) + open_link}.")


@invitations.command("stop")
@click.argument("project")
@click.argument("invitation")
@assessment_option
@data_option
def stop(project: str, invitation: str, assessment: str | None, data: Path | None) -> None:
    """Stop taking answers to INVITATION (an id of the list); `resume` takes them again."""
    with opened(project, assessment, data) as at:
        service.close_invitation(at.workspace, at.line(invitation).invitation.id)
    click.echo("Stopped: it takes no answers. What was answered stays.")


@invitations.command("resume")
@click.argument("project")
@click.argument("invitation")
@assessment_option
@data_option
def resume(project: str, invitation: str, assessment: str | None, data: Path | None) -> None:
    """Take answers to INVITATION (an id of the list) again, until its last day."""
    with opened(project, assessment, data) as at:
        if not at.assessment.accepts_respondents:
            raise Failure("Others cannot answer in this assessment any more. Nothing was changed.")
        service.reopen_invitation(at.workspace, at.line(invitation).invitation.id)
        state = links_output.invitation_state(at.workspace, at.assessment, at.line(invitation))
    click.echo(f"It is {state}.")


@invitations.command("erase")
@click.argument("project")
@click.argument("invitation")
@yes_option
@assessment_option
@data_option
def erase(
    project: str, invitation: str, yes: bool, assessment: str | None, data: Path | None
) -> None:
    """Erase INVITATION (an id of the list) with all answers to it; of pairs, all pairs.

    Only as long as nothing of others was shown, and never one voice alone.
    """
    with opened(project, assessment, data) as at:
        line = at.line(invitation)
        confirm("All links of it stop, and all answers to it are gone for good.", yes=yes)
        service.erase_invitation(at.workspace, line.invitation.id)
    click.echo("Erased, with all answers.")


def _date(chosen: datetime | None) -> date | None:
    return None if chosen is None else chosen.date()
