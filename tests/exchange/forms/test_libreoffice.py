"""Forms that went through LibreOffice: saved as .ods and read back."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from assessment.answers import Answer, AnswerState, Reason
from exchange.forms.model import FilledForm, same
from exchange.forms.read import read_form
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import LEVEL, a_draft, filled, made

SAVED = Path(__file__).parent / "filled.ods"  # what LibreOffice 7.4 made of `the_form`
BEFORE = {
    "C-1": Answer("C-1", LEVEL, 1, comment="Nu:\ntwee regels,  veel   wit\ten een tab", version=3),
    "C-2": Answer("C-2", AnswerState.UNKNOWN, comment="=1+1", evidence="'quoted"),
}
TYPED = {
    "C-1": {
        "answer": "Does not apply",
        "reason": "A partner does this",
        "reason_text": "de school",
        "comment": "Eerste regel\nTweede <b>regel</b> & “meer” 😀",
    },
    "C-2": {},
}


def the_form() -> bytes:
    return filled(made(a_draft(before=BEFORE)), TYPED)


def as_expected(form: FilledForm) -> bool:
    wanted = Answer(
        "C-1",
        AnswerState.NOT_APPLICABLE,
        None,
        Reason.DONE_BY_PARTNER,
        "de school",
        "Eerste regel\nTweede <b>regel</b> & “meer” 😀",
    )
    return form.answers["C-1"] == wanted and same(form.answers["C-2"], form.questions["C-2"].before)


def test_a_form_that_libreoffice_saved_is_read() -> None:
    form = read_form(read_workbook(SAVED.read_bytes(), "filled.ods"), "filled.ods")

    assert as_expected(form)
    assert form.places["C-1"] == "Questions!E7"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_a_form_goes_through_libreoffice_unharmed(tmp_path: Path, ending: str) -> None:
    source, out = tmp_path / "form.xlsx", tmp_path / "out"
    source.write_bytes(the_form())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", out, source],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    saved = (out / f"form.{ending}").read_bytes()

    assert as_expected(read_form(read_workbook(saved, f"form.{ending}"), f"form.{ending}"))
