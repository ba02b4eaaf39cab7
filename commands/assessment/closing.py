"""Close an assessment, and open it again."""

from collections import Counter
from collections.abc import Iterator

import click

from assessment.assessments import Assessment
from assessment.catalogue.reading.text_file import printable
from assessment.services import assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from assessment.services.self_audit import FindingKind
from commands.assessment.opened import Opened, of_assessment
from commands.common import busy, confirm, yes_option
from locales import SOURCE, translator
from reports.wording import participation

_FINDINGS = {
    FindingKind.UNANSWERED: "criteria without an answer",
    FindingKind.NO_REASON: "criteria that do not apply, without a reason",
    FindingKind.NOTHING_TO_POINT_AT: "high levels without anything to point at",
    FindingKind.MARKED: "criteria marked to talk about",
    FindingKind.AGREEMENT_WITHOUT_OWNER: "agreements without an owner",
    FindingKind.AGREEMENT_WITHOUT_DATE: "agreements without a date",
}
_FINAL = (
    "Closing is final for others: who has not answered cannot do so any more, also when you reopen."
)


@click.command()
@of_assessment
@yes_option
def close(at: Opened, yes: bool) -> None:
    """Close the newest assessment of PROJECT (its id or its exact name), or another one.

    First it says what may need another look, and how many others took part.
    """
    name = printable(at.assessment.name)
    if at.assessment.is_closed:
        click.echo(f"'{name}' is closed already.")
        return
    for line in _before_closing(at.workspace, at.assessment):
        click.echo(line)
    final = _FINAL if at.assessment.accepts_respondents else ""
    confirm(f"'{name}' is closed now. {final}".strip(), yes=yes)
    with busy("Closing"):
        assessments.close_assessment(at.workspace, at.assessment.id)
    click.echo(f"Closed '{name}'. See the result: python cli.py report")


@click.command()
@of_assessment
@yes_option
def reopen(at: Opened, yes: bool) -> None:
    """Open a closed assessment of PROJECT again: the organisation's own answers can change.

    Others can answer again only when no level of theirs was shown.
    """
    name = printable(at.assessment.name)
    if not at.assessment.is_closed:
        click.echo(f"'{name}' is open already.")
        return
    final = assessments.is_final_for_others(at.workspace, at.assessment)
    others = "Others cannot answer again." if final else "Others can answer again."
    confirm(f"'{name}' opens again. {others}", yes=yes)
    assessments.reopen_assessment(at.workspace, at.assessment.id)
    click.echo(f"Opened '{name}' again.")


def _before_closing(workspace: Workspace, assessment: Assessment) -> Iterator[str]:
    """Yield what may need another look, and who took part: never what others answered."""
    found = self_audit.findings(workspace, self_audit.open_audit(workspace, assessment.id))
    counted = Counter(finding.kind for finding in found)
    for kind, words in _FINDINGS.items():
        if counted[kind]:
            yield f"{counted[kind]} {words}."
    lines = invitations_of(workspace, assessment)
    yield from participation.lines(lines, workspace.catalogue_of(assessment), translator(SOURCE))
