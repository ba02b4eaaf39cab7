"""Links that were just made, printed once or written to a new file; invitations as lines."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from assessment.assessments import Assessment
from assessment.catalogue.reading.text_file import printable
from assessment.invitations import Invitation
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from commands.common import aligned, check_new, write_new
from reports.letters import build, issued_links
from reports.letters.build import Letter, LetterText
from reports.letters.issued_links import NewLinks
from reports.letters.pdf import letters_pdf
from settings import Settings

LIST = ".csv"
LETTERS = ".pdf"
ENDINGS = f"{LETTERS} (letters to print) or {LIST} (a list)"
_ONCE = "These addresses are shown once and kept nowhere."


def letters_file(text: LetterText, letters: Sequence[Letter], per_page: int = 1) -> bytes:
    """Return the letters in the one format that this command line writes."""
    return letters_pdf(text, letters, per_page=per_page)


def check_output(output: Path | None) -> None:
    """Raise UsageError for an ending that is not known, Failure for a file that is there already.

    Links are made once: what is wrong with the file is said before they are.
    """
    if output is None:
        return
    if output.suffix.lower() not in (LIST, LETTERS):
        raise click.UsageError(f"Give FILE the ending {ENDINGS}.")
    check_new(output)


def hand_out(  # noqa: PLR0913  (what the two kinds of file are made of)
    workspace: Workspace,
    given: Settings,
    assessment: Assessment,
    new: Sequence[NewLinks],
    output: Path | None,
    form: str = "table",
    *,
    per_page: int = 1,
) -> None:
    """Print new links, or write them to a file that only its owner may read."""
    base = given.public_address
    by_invitation = {
        each.invitation: issued_links.letters(workspace, assessment, each, base) for each in new
    }
    letters = [letter for several in by_invitation.values() for letter in several]
    if output is None:
        shown = _as_json(by_invitation) if form == "json" else "\n".join(_as_lines(letters))
        click.echo(shown)
        click.echo(_ONCE, err=True)
    else:
        text = issued_links.letter_text(workspace, assessment)
        is_list = output.suffix.lower() == LIST
        write_new(
            output,
            build.letters_csv(text, letters) if is_list else letters_file(text, letters, per_page),
        )
        click.echo(f"Written to {output}: {_counted(len(letters))}.")
    if build.is_local(base):
        click.echo(
            f"The links start with {base}, which works on this computer only. "
            "Set MENTORSPIEGEL_PUBLIC_URL before you make links for others.",
            err=True,
        )


def _counted(number: int) -> str:
    return "1 link" if number == 1 else f"{number} links"


def _as_json(by_invitation: Mapping[Invitation, Sequence[Letter]]) -> str:
    return json.dumps(
        [
            {
                "invitation": invitation.id,
                "role": invitation.role,
                "profile": invitation.profile,
                "links": [
                    {
                        "kind": letter.kind,
                        "number": letter.number,
                        "address": letter.address,
                        "code": letter.code,
                    }
                    for letter in letters
                ],
            }
            for invitation, letters in by_invitation.items()
        ],
        indent=1,
    )


def _as_lines(letters: Sequence[Letter]) -> Iterator[str]:
    rows = [
        (letter.kind.value, str(letter.number or "-"), letter.role, letter.code, letter.address)
        for letter in letters
    ]
    yield from aligned([("Kind", "Number", "Role", "Code", "Address"), *rows], left={0, 2, 3, 4})


def invitation_state(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> str:
    """Return `open`, or why an invitation takes no answers: `closed` or `expired`."""
    why_not = line.invitation.why_not(
        accepts_respondents=assessment.accepts_respondents, now=workspace.now()
    )
    return why_not or "open"


def invitations_json(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> str:
    """Return the invitations for another program: who took part, never what was answered.

    Once others cannot answer any more there is nothing to know about a single link.
    """
    return json.dumps(
        [
            {
                "id": line.invitation.id,
                "role": line.invitation.role,
                "profile": line.invitation.profile,
                "asks": "judge" if line.invitation.to_judge else "rate",
                "state": invitation_state(workspace, assessment, line),
                "until": line.invitation.until and line.invitation.until.isoformat(),
                "max_respondents": line.invitation.max_respondents,
                "open_link": line.invitation.open_hash is not None,
                "stormed_at": line.invitation.stormed_at and line.invitation.stormed_at.isoformat(),
                "started": line.participation and line.participation.started,
                "finished": line.participation and line.participation.finished,
                "pairs": line.pairs and {"made": line.pairs.made, "finished": line.pairs.took_part},
                "links": [
                    {"number": link.number, "state": link.state}
                    for link in line.links
                    if assessment.accepts_respondents
                ],
            }
            for line in lines
        ],
        indent=1,
    )


def invitations_text(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> str:
    """Return the invitations to read: who took part, never what was answered."""
    if not lines:
        return f"Nobody is invited in '{printable(assessment.name)}'."
    rows = [
        (
            line.invitation.id,
            line.invitation.role,
            printable(line.invitation.profile),
            invitation_state(workspace, assessment, line),
            str(line.invitation.until or "-"),
            *_participation(line),
        )
        for line in lines
    ]
    head = ("Id", "Role", "Questions", "State", "Until", "People", "Began", "Done")
    storms = (
        f"{line.invitation.id}: more people than it lets in came through its open link within a minute, "
        f"at {line.invitation.stormed_at:%Y-%m-%d %H:%M} UTC."
        for line in lines
        if line.invitation.stormed_at is not None
    )
    return "\n".join([*aligned([head, *rows], left={0, 1, 2, 3, 4}), *storms])


def _participation(line: InvitationLine) -> tuple[str, str, str]:
    """Return for how many people, how many began and are done; of pairs how many both are done."""
    if line.participation is None:
        done = "-" if line.pairs is None else f"{line.pairs.took_part} pairs"
        return str(line.invitation.max_respondents), "-", done
    counted = line.participation
    return str(counted.invited), str(counted.started), str(counted.finished)
