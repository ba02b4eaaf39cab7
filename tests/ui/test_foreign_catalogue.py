"""Another standard: no screen, page or file speaks of mentors, mentees or pairs."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

import runtime
from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import agreements, assessments, projects
from assessment.services.context import Workspace
from assessment.services.responding import begin_personal_link
from commands.assessment.links_output import letters_file
from commands.criteria import STARTER
from exchange import formats
from exchange.forms.files import forms
from reports.letters import issued_links
from reports.material import Material
from reports.paper_questionnaire import questionnaire
from settings import Settings
from tests.support.files.documents import docx_text, pdf_text
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    everybody_says,
    level,
    press,
)
from tests.support.web.phone import Browser, Phone
from ui import session
from ui.store import workspace as open_workspace
from web.participant.routes import participants_route

WORDS = re.compile(r"mentor(?!spiegel)|mentee|koppel|\bpairs?\b|co.rdinator|begeleider", re.I)
GENERAL = ("home", "start", "criteria", "conversation", "method")
PAGES = (
    *("questions", "audit", "invitations", "closing", "result", "agreements", "export"),
    "settings",
)
LANGUAGES = ("nl", "en")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The screens on a catalogue that knows nothing of mentoring."""
    folder = Path(shutil.copytree(STARTER, tmp_path / "meetings"))
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    session.settings.cache_clear()
    return open_workspace()


def read(app: AppTest) -> str:
    """Return everything that a page tells the browser."""
    parts = [*app.main, *app.sidebar]
    return "\n".join(str(part.proto) for part in parts if getattr(part, "proto", None) is not None)


def found(text: str) -> list[str]:
    """Return the words of another standard in a text, with what stands around them."""
    return [text[max(0, m.start() - 60) : m.end() + 60] for m in WORDS.finditer(text)]


def look_around(open_page: OpenPage, pages: tuple[str, ...], **places: str) -> None:
    for page in pages:
        for language in LANGUAGES:
            said = read(open_page(page, language=language, **places))
            assert len(said) > 500
            assert found(said) == [], f"{page} in {language}"


@pytest.fixture
def started(open_page: OpenPage, workspace: Workspace) -> Assessment:
    """A project that was begun on the screen, with somebody to turn to."""
    app = open_page("start")
    app.text_input(key="project_name").set_value("Samen")
    press(app, "make_project")
    [project] = workspace.store.projects.all()
    projects.change_project(workspace, replace(project, contact="het bestuur, 010 123 45 67"))
    [assessment] = workspace.store.assessments.all(project.id)
    return assessment


@pytest.fixture
def answered(workspace: Workspace, started: Assessment) -> Assessment:
    """An assessment with answers of everybody, and an agreement."""
    elsewhere = Answer("ST-02", AnswerState.NOT_APPLICABLE, reason=Reason.DONE_BY_PARTNER)
    answer(workspace, started, level("ST-01", 1, "te weinig"), elsewhere, level("ST-03", 4))
    issued = an_invitation(workspace, started, "member")
    everybody_says(workspace, issued.links, level("ST-01", 3, "gaat wel"), level("ST-03", 1))
    todo = Agreement("", started.project, started.id, "ST-01", "Een rondje")
    agreements.save_agreement(workspace, todo)
    return started


def test_the_way_from_beginning_to_closing_speaks_only_of_the_catalogue(
    open_page: OpenPage, workspace: Workspace, started: Assessment
) -> None:
    look_around(open_page, GENERAL)
    look_around(open_page, PAGES, project=started.project, assessment=started.id)

    project = workspace.store.projects.get(started.project)
    projects.change_project(workspace, replace(project, contact="Het bestuur, 010 123 45 67"))
    app = open_page("invitations", assessment=started.id)
    press(app, "open_invitation")
    assert found(read(app)) == []


def test_a_result_speaks_only_of_the_catalogue(
    open_page: OpenPage, workspace: Workspace, answered: Assessment
) -> None:
    look_around(open_page, ("result",), project=answered.project, assessment=answered.id)
    assessments.close_assessment(workspace, answered.id)
    look_around(open_page, PAGES, project=answered.project, assessment=answered.id)
    look_around(open_page, ("start",), project=answered.project)


def texts_of(name: str, data: bytes, folder: Path) -> Iterator[str]:
    """Yield the words in a file."""
    if data.startswith(b"%PDF"):
        yield pdf_text(data, folder)
    elif name == "docx":
        yield docx_text(data)
    elif name == "xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(data)):
            yield " ".join(str(cell.value) for row in sheet for cell in row if cell.value)
    elif data.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        yield from (archive.read(part).decode() for part in archive.namelist())
    elif name != "parquet":
        yield data.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_speaks_only_of_the_catalogue(
    workspace: Workspace, answered: Assessment, language: str, tmp_path: Path
) -> None:
    closed = assessments.close_assessment(workspace, answered.id)
    material = Material.of(workspace, closed, language, runtime.now())
    short = Material.of(workspace, closed, language, runtime.now(), short=True)
    catalogue = workspace.catalogue
    files = {name: formats.make(name, material) for name in formats.FORMATS}
    files["short"] = formats.make("pdf", short)
    files["paper"] = questionnaire(catalogue, catalogue.criteria, "member", language)

    words = [text for name, data in files.items() for text in texts_of(name, data, tmp_path)]

    assert len(words) > len(files)
    assert [found(text) for text in words if found(text)] == []


def test_forms_and_letters_speak_only_of_the_catalogue(
    workspace: Workspace, started: Assessment, tmp_path: Path
) -> None:
    issued = an_invitation(workspace, started, "member", personal=1, open_link=True)
    new = issued_links.both(issued.invitation, issued.links, issued.open_token)
    letters = issued_links.letters(workspace, started, new, "https://spiegel.example")
    text = issued_links.letter_text(workspace, started)
    files = {
        "xlsx": forms(workspace, started, "member", "nl", 1),
        "letters": letters_file(text, letters),
    }

    words = [text for name, data in files.items() for text in texts_of(name, data, tmp_path)]

    assert [found(text) for text in words if found(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_respondent_speak_only_of_the_catalogue(
    workspace: Workspace, started: Assessment, language: str
) -> None:
    issued = an_invitation(workspace, started, "member", personal=1)
    route = participants_route(lambda: workspace, Settings)
    headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": language}
    phone = Phone(Browser(Starlette(routes=[route]), "http://us.example", headers))
    letter = issued.links[0].token
    said = [phone.opens(f"/a/{letter}").response.text]
    own = f"/a/{begin_personal_link(workspace, letter, language)}"
    said.append(phone.sends(f"{own}/begin").response.text)
    assert "/q/" in phone.address
    said += [phone.opens(f"{own}/{page}").response.text for page in ("review", "about", "pause")]
    said += [phone.sends(f"{own}/finish").response.text, phone.opens(own).response.text]
    phone.client.close()

    assert phone.status == 200
    assert [found(text) for text in said if found(text)] == []
