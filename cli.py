"""The command line: `python cli.py --help`."""

import click

from commands.common import Commands
from settings import VERSION

main = Commands(
    name="mentorspiegel",
    help="Mentorspiegel: look honestly at the quality of a project.",
    places={
        "serve": ("commands.server.serve:serve", "Start Mentorspiegel and say where to open it."),
        "demo": ("commands.projects:demo", "Add the example project."),
        "check-criteria": ("commands.criteria:check_criteria", "Check a criteria folder."),
        "new-catalogue": (
            "commands.criteria:new_catalogue",
            "Write a small catalogue to begin with.",
        ),
        "profiles": (
            "commands.criteria:profiles",
            "List the questionnaires, and how long they take.",
        ),
        "schema": ("commands.criteria:schema", "Write the JSON Schema of criteria files."),
        "overview": ("commands.criteria:overview", "Write the criteria as a page to read."),
        "translate": ("commands.translate:translate", "Translate the criteria with PO files."),
        "score": ("commands.score:score", "Score a CSV file of answers."),
        "projects": ("commands.projects:projects", "List, make and change projects."),
        "assessments": (
            "commands.assessment.assessments:assessments",
            "Begin an assessment, list and change them.",
        ),
        "invitations": (
            "commands.assessment.invitations:invitations",
            "Invite others, replace links, see who takes part.",
        ),
        "letters": ("commands.assessment.letters:letters", "Write letters for who has not begun."),
        "close": ("commands.assessment.closing:close", "Close an assessment."),
        "reopen": ("commands.assessment.closing:reopen", "Open a closed assessment again."),
        "agreements": (
            "commands.assessment.agreements:agreements",
            "What will be done, and by whom.",
        ),
        "report": ("commands.report:report", "Write a report as PDF, DOCX or HTML."),
        "export": ("commands.projects:export_project", "Write a project to a file."),
        "import": ("commands.projects:import_project", "Add the project of a file."),
        "offline": ("commands.forms:offline", "Forms to fill in as a spreadsheet."),
        "merge": ("commands.merge:merge", "Put filled-in forms together."),
        "xlsform": ("commands.xlsform:xlsform", "Exchange criteria with KoboToolbox and ODK."),
        "erase": ("commands.projects:erase", "Erase a project for good."),
        "accounts": (
            "commands.access.accounts:accounts",
            "Begin with accounts, and look after them.",
        ),
        "organisations": (
            "commands.access.organisations:organisations",
            "List organisations, take one along, erase one.",
        ),
        "backup": ("commands.database:backup", "Copy the database, also while people work."),
        "restore": ("commands.database:restore", "Put a backup in place of the database."),
        "migrate": ("commands.database:migrate", "Make the database or bring it up to date."),
        "benchmark": ("commands.benchmark:benchmark", "Measure scoring, screens and reports."),
    },
)
main = click.version_option(VERSION, prog_name="Mentorspiegel")(main)

if __name__ == "__main__":
    main(prog_name="python cli.py")
