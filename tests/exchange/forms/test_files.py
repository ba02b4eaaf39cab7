"""One form, or a zip with one for each person."""

import io
import zipfile

import openpyxl
import pytest

from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from exchange.forms import service
from exchange.forms.files import forms


def test_one_form_is_a_spreadsheet_in_the_language_asked_for(
    workspace: Workspace, assessment: Assessment
) -> None:
    data = forms(workspace, assessment, "coordinator", "nl", 1)

    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames[0] == "Vragen"
    assert service.read(data, "f").head.role == "coordinator"


def test_several_forms_are_a_zip_with_one_for_each_respondent(
    workspace: Workspace, assessment: Assessment
) -> None:
    with zipfile.ZipFile(io.BytesIO(forms(workspace, assessment, "mentee", "en", 3))) as packed:
        heads = [service.read(packed.read(name), name).head for name in packed.namelist()]
        infos = packed.infolist()

    project = workspace.store.projects.get(assessment.project)
    start = f"{project.name} - {assessment.name} - Mentee"
    assert [info.filename for info in infos] == [f"{start} - 00{n}.xlsx" for n in (1, 2, 3)]
    assert {info.date_time for info in infos} == {workspace.now().timetuple()[:6]}
    assert len({head.respondent for head in heads}) == 3
    assert {(head.role, head.is_anonymous) for head in heads} == {("mentee", True)}


def test_a_role_that_the_catalogue_does_not_have_gets_no_form(
    workspace: Workspace, assessment: Assessment
) -> None:
    with pytest.raises(NotFound):
        forms(workspace, assessment, "boss", "en", 2)
