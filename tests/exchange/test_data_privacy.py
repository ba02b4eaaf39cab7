"""What may not be shown is in no data format: not as a figure, not to be computed."""

import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from exchange import formats
from reports.material import Material
from tests.support.builders import NOW
from tests.support.material import the_catalogue, the_material
from tests.support.outcomes import Signs, an_outcome

SIGNS: Signs = {
    "C-1": {"coordinator": "3", "mentor": "0000", "mentee": "44444"},  # four mentors: hidden
    "C-2": {"coordinator": "3", "mentee": "111"},
    "C-3": {"coordinator": "2", "mentor": "11", "partner": "000"},  # five together: pooled
}


def readable(name: str, material: Material) -> str:
    """Everything that another program finds in a file."""
    content = formats.make(name, material)
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(
            "|".join(str(value) for value in cells)
            for sheet in book
            for cells in sheet.iter_rows(values_only=True)
        )
    if name == "csv":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(file).decode() for file in packed.namelist())
    if name == "parquet":
        return str(pd.read_parquet(io.BytesIO(content)).to_csv())
    return json.dumps(json.loads(content))


def with_voices(signs: Signs) -> Material:
    return the_material(an_outcome(signs, the_catalogue()), comments={})


@pytest.mark.parametrize("name", ["xlsx", "csv", "json", "parquet"])
def test_what_a_hidden_group_answered_changes_nothing(name: str) -> None:
    """Two outcomes that differ only in what a hidden group said give the same file."""
    other = {
        **SIGNS,
        "C-1": {**SIGNS["C-1"], "mentor": "4321"},
        "C-2": {**SIGNS["C-2"], "mentee": "440"},
    }

    assert readable(name, with_voices(SIGNS)) == readable(name, with_voices(other))


@pytest.mark.parametrize("name", ["xlsx", "csv", "json", "parquet"])
def test_a_pooled_group_shows_together_only(name: str) -> None:
    other = {**SIGNS, "C-3": {"coordinator": "2", "mentor": "00", "partner": "110"}}

    assert readable(name, with_voices(SIGNS)) == readable(name, with_voices(other))


@pytest.mark.parametrize("name", ["xlsx", "csv", "json"])
def test_comments_of_hidden_or_open_voices_stay_out_whatever_is_given(name: str) -> None:
    secret = {"C-1": {"mentor": ("secret",), "mentee": ("told",)}, "C-99": {"mentor": ("secret",)}}
    closed = with_voices(SIGNS)
    assessment = replace(closed.outcome.assessment, closed_at=NOW)
    outcome = replace(closed.outcome, assessment=assessment, comments=secret)
    closed = replace(closed, outcome=outcome)
    still_open = replace(
        closed, outcome=replace(outcome, assessment=replace(outcome.assessment, closed_at=None))
    )

    assert "told" in readable(name, closed)
    assert "secret" not in readable(name, closed)
    assert "told" not in readable(name, still_open)
