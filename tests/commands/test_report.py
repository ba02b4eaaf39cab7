"""report: a document of a project, of an assessment, or of a file of answers."""

from pathlib import Path

import pytest
from click.testing import Result

from assessment.services import assessments, projects
from commands.common import settings
from commands.database import open_workspace
from tests.support.builders import a_project
from tests.support.command_line import CRITERIA, Run, WriteAnswers, refusal
from tests.support.files.documents import flat, html_text, pdf_pages
from tests.support.ui.screens import an_invitation, everybody_says, level

NAME = "Voorbeeld: Samen Vooruit"
EXAMPLE = CRITERIA / "example" / "answers.csv"
BEGINNINGS = {"pdf": b"%PDF-1.7", "docx": b"PK", "html": b"<!DOCTYPE html>"}


@pytest.fixture
def demo(run: Run) -> None:
    """A database with the example project."""
    assert run("demo").exit_code == 0


@pytest.fixture
def answers(write_answers: WriteAnswers) -> Path:
    """One assessment with a coordinator and five mentees who wrote something."""
    rows = [f"A1,m{n},mentee,MC-41,level,2,,It fits {n},," for n in range(5)]
    return write_answers(["A1,k,coordinator,MC-41,level,3,,We ask,A form", *(r[:-1] for r in rows)])


def written(result: Result, path: Path) -> bytes:
    assert result.exit_code == 0, result.stderr
    data = path.read_bytes()
    assert result.stdout == f"Written to {path} ({len(data):,} bytes).\n"
    return data


@pytest.mark.parametrize("form", BEGINNINGS)
def test_a_project_by_its_name_in_every_format(
    run: Run, demo: None, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"report.{form}"

    data = written(run("report", NAME, "--to", form, "-o", out), out)

    assert data.startswith(BEGINNINGS[form])
    assert out.stat().st_mode & 0o077 == 0


def test_the_newest_assessment_of_a_project_is_meant(run: Run, demo: None, tmp_path: Path) -> None:
    out = tmp_path / "report.html"

    said = flat(html_text(written(run("report", NAME, "--to", "html", "-o", out), out)))

    assert "Tweede meting" in said
    assert "Afspraken" in said


def test_an_older_assessment_by_its_id(run: Run, demo: None, tmp_path: Path, data: Path) -> None:
    with open_workspace(settings(data=data)) as workspace:
        (project,) = workspace.store.projects.all()
        first = workspace.store.assessments.all(project.id)[-1]
    out = tmp_path / "report.html"

    said = flat(html_text(written(run("report", first.id, "--to", "html", "-o", out), out)))

    assert "Eerste meting" in said


@pytest.mark.parametrize("by_id", [True, False])
def test_an_older_assessment_of_a_project_by_its_id_or_name(
    run: Run, demo: None, tmp_path: Path, data: Path, *, by_id: bool
) -> None:
    with open_workspace(settings(data=data)) as workspace:
        (project,) = workspace.store.projects.all()
        first = workspace.store.assessments.all(project.id)[-1]
    out = tmp_path / "report.html"
    wanted = first.id if by_id else first.name

    result = run("report", NAME, "--assessment", wanted, "--to", "html", "-o", out)
    said = flat(html_text(written(result, out)))

    assert f"{NAME} {first.name}" in said


def test_an_assessment_that_the_project_does_not_have_is_refused(
    run: Run, demo: None, tmp_path: Path
) -> None:
    out = tmp_path / "report.html"

    (line,) = refusal(run("report", NAME, "--assessment", "A9", "--to", "html", "-o", out))

    assert line.startswith("There is no such assessment in this project. There are: ")
    assert not out.exists()


def test_what_voices_wrote_is_quoted_after_closing(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("migrate").exit_code == 0
    with open_workspace(settings(data=data)) as workspace:
        project = projects.create_project(workspace, a_project(id=""))
        made = assessments.start_assessment(
            workspace, project.id, name="1", profile="full", ambition="floor"
        )
        links = an_invitation(workspace, made).links
        everybody_says(workspace, links, level("MC-41", 3, "It felt safe"))
        before, after = tmp_path / "before.html", tmp_path / "after.html"
        first = written(run("report", made.id, "--to", "html", "-o", before), before)
        assessments.close_assessment(workspace, made.id)

    second = written(run("report", made.id, "--to", "html", "-o", after), after)

    assert b"It felt safe" not in first
    assert second.count(b"It felt safe") == 5


def test_the_short_form_and_the_language_are_options(run: Run, demo: None, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"

    data = written(
        run("report", NAME, "--to", "pdf", "--short", "--language", "en", "-o", out), out
    )

    assert pdf_pages(data) == 2


@pytest.mark.parametrize(
    ("form", "said"), [("guide", "How to lead this talk"), ("handouts", "My level, and why")]
)
def test_a_guide_and_hand_outs_for_a_talk_are_forms_too(
    run: Run, demo: None, tmp_path: Path, form: str, said: str
) -> None:
    out = tmp_path / "talk.html"

    result = run("report", NAME, "--to", "html", "--form", form, "--language", "en", "-o", out)

    assert said in flat(html_text(written(result, out)))


@pytest.mark.parametrize("options", [("--to", "json"), ("--to", "pdf", "--short")])
def test_a_guide_is_a_document_and_has_one_length(
    run: Run, demo: None, tmp_path: Path, options: tuple[str, ...]
) -> None:
    result = run("report", NAME, *options, "--form", "guide", "-o", tmp_path / "talk.pdf")

    assert result.exit_code == 2
    assert "--form guide is for pdf, docx or html" in result.stderr


def test_a_file_of_answers_with_the_words_of_voices(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.html"

    result = run("report", answers, "--to", "html", "-o", out, "--language", "en")
    said = flat(html_text(written(result, out)))

    assert "Report: Quality of mentoring answers A1" in said
    assert "It fits 0" in said
    assert "Comment We ask" in said
    assert "Evidence A form" in said


def test_the_project_of_a_file_may_get_a_name(run: Run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"

    result = run("report", answers, "--to", "html", "-o", out, "--title", "Our project")

    assert "Our project" in html_text(written(result, out))


def test_of_several_assessments_one_is_named(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    options = ("--to", "html", "-o", out, "--profile", "short", "--ambition", "growth")

    unnamed, wrong = (
        run("report", EXAMPLE, *options),
        run("report", EXAMPLE, *options, "--assessment", "A9"),
    )

    assert unnamed.exit_code == wrong.exit_code == 2
    assert "Name one with --assessment: A1, A2." in unnamed.stderr
    assert "There is no assessment 'A9'. Choose one of: A1, A2." in wrong.stderr
    assert written(run("report", EXAMPLE, *options, "--assessment", "A2"), out)


def test_an_empty_file_is_refused(run: Run, write_answers: WriteAnswers, tmp_path: Path) -> None:
    result = run("report", write_answers([]), "--to", "pdf", "-o", tmp_path / "r.pdf")

    assert refusal(result) == ["There are no answers in the file."]


def test_what_is_there_is_not_overwritten(run: Run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("mine")

    (line,) = refusal(run("report", answers, "--to", "html", "-o", out))

    assert "exists already and was not overwritten" in line
    assert out.read_text() == "mine"


def test_an_unknown_project_is_refused(run: Run, demo: None, tmp_path: Path) -> None:
    (line,) = refusal(run("report", "nothing", "--to", "pdf", "-o", tmp_path / "r.pdf"))

    assert line == "There is no project 'nothing'. See the list: python cli.py projects list"


def test_a_project_without_assessment_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("migrate").exit_code == 0
    with open_workspace(settings(data=data)) as workspace:
        workspace.store.projects.save(a_project())

    (line,) = refusal(run("report", "Maatjes", "--to", "pdf", "-o", tmp_path / "r.pdf"))

    assert (
        line == "'Maatjes' has no assessment yet. Start one: python cli.py assessments new PROJECT"
    )


def test_without_a_database_there_is_nothing_to_report(run: Run, tmp_path: Path) -> None:
    (line,) = refusal(run("report", "Maatjes", "--to", "pdf", "-o", tmp_path / "r.pdf"))

    assert "There is no database file" in line


def test_an_unknown_format_is_wrong_usage(run: Run, answers: Path, tmp_path: Path) -> None:
    result = run("report", answers, "--to", "doc", "-o", tmp_path / "r.doc")

    assert result.exit_code == 2
    assert "'doc' is not one of" in result.stderr


def test_csv_is_a_zip_or_tables_beside_each_other(run: Run, demo: None, tmp_path: Path) -> None:
    packed = tmp_path / "result.zip"
    assert written(run("report", NAME, "--to", "csv", "-o", packed), packed).startswith(b"PK")

    loose = tmp_path / "loose"
    loose.mkdir()
    result = run("report", NAME, "--to", "csv", "-o", loose / "result.csv")

    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in loose.iterdir())
    assert [name for name in names if name != "result.csv"] == [
        f"result-{table}.csv"
        for table in ("agreements", "answers", "codebook", "comments", "counts", "groups")
    ]
    assert (loose / "result.csv").read_text("utf-8").startswith("assessment,criterion,")


def test_of_several_tables_none_is_written_when_one_is_there(
    run: Run, demo: None, tmp_path: Path
) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    there = loose / "result-codebook.csv"
    there.write_text("mine", "utf-8")

    result = run("report", NAME, "--to", "csv", "-o", loose / "result.csv")

    assert "exists already" in refusal(result)[0]
    assert [path.name for path in loose.iterdir()] == [there.name]
