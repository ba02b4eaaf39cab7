"""Data files, read again: figures of the core, every word, a codebook that explains them."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from assessment.services.outcome import Colleague
from assessment.text import restored
from exchange import formats
from exchange.answer_files.read import read_answers
from exchange.answers_csv import HEADER
from exchange.codebook import COLUMNS
from exchange.data_files import counts_parquet, data_files, texts
from reports.material import Material
from tests.support.material import the_material, the_outcome, with_text

Rows = list[dict[str, str]]


def files(material: Material | None = None) -> dict[str, Rows]:
    """Every CSV file in the zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data_files(material or the_material()))) as packed:
        return {
            name: list(csv.DictReader(io.StringIO(packed.read(name).decode("utf-8"), newline="")))
            for name in packed.namelist()
        }


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_the_scores_are_those_of_the_core() -> None:
    outcome = the_outcome()
    found = {row["criterion"]: row for row in files()["scores.csv"]}

    for name, result in outcome.result.criteria.items():
        row = found[name]
        assert number(row["score"]) == result.score
        assert number(row["gap"]) == result.gap
        assert number(row["consensus"]) == (result.spread.consensus if result.spread else None)
        assert row["applies"] == str(result.applies).lower()
        assert number(row["previous_score"]) == outcome.movement[name].then


def test_the_groups_are_those_of_the_core() -> None:
    result = the_outcome().result
    found = {row["id"]: row for row in files()["groups.csv"]}

    for name, group in {**result.perspectives, **result.phases}.items():
        assert number(found[name]["score"]) == group.score
        assert number(found[name]["coverage"]) == group.coverage


def test_counts_stand_only_where_they_may_be_shown() -> None:
    found = {(row["criterion"], row["role"]): row for row in files()["counts.csv"]}

    assert found["C-1", "mentor"]["level_3"] == "4"
    assert ("C-4", "mentee") not in found
    about = {row["code"]: row["en"] for row in files()["codebook.csv"] if row["part"] == "about"}
    assert about["left_out"] == "true"


def test_every_word_is_there_and_says_the_same_again() -> None:
    found = files()

    answers = {row["criterion"]: row for row in found["answers.csv"]}
    assert answers["C-1"]["comment"] == "We ask.\nAlways."
    assert answers["C-5"]["reason"] == "done_by_partner: The town"
    assert answers["C-8"]["comment"] == "Later"
    scores = {row["criterion"]: row["choice_reason"] for row in found["scores.csv"]}
    assert (scores["C-2"], scores["C-9"]) == ("We just began", "Gone from the catalogue")
    assert [row["text"] for row in found["agreements.csv"]] == ["Ask every mentee", "Write it down"]
    assert {row["comment"] for row in found["comments.csv"]} == {
        "I wanted it.",
        "Nobody asked.",
        "Ask twice.",
    }


def test_the_answers_can_be_scored_by_the_command_line(tmp_path: object) -> None:
    from pathlib import Path

    material = the_material()
    path = Path(str(tmp_path)) / "answers.csv"
    path.write_bytes(texts(material)["answers.csv"].encode())
    found = {
        row.answer.criterion: row.answer for row in read_answers(path, material.outcome.catalogue)
    }

    for name, answer in found.items():
        known = material.outcome.answers[name]
        assert answer == replace(known, marked=False, version=0)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-x", "@a", "\t=1", "'=quoted", 'a,b;"c"\r\nd'])
def test_nothing_that_was_typed_calculates_in_a_spreadsheet(words: str) -> None:
    for rows in files(with_text(words)).values():
        for row in rows:
            for name, cell in row.items():
                is_number = cell.replace(".", "").replace("-", "").replace("e", "").isdigit()
                assert is_number or cell[:1] not in ("=", "+", "-", "@", "\t", "\r"), (name, cell)
    comments = {row["criterion"]: row["comment"] for row in files(with_text(words))["answers.csv"]}
    assert restored(comments["C-1"]) == words


def test_every_column_is_explained() -> None:
    found = files()
    explained = {name: set(columns) for name, columns in COLUMNS.items()}
    everywhere = (
        set(COLUMNS["answers.csv"])
        | {"perspective", "phase", "id", "scale"}
        | set(COLUMNS["scores.csv"])
    )

    assert tuple(found["answers.csv"][0]) == HEADER
    for name in explained:
        unexplained = set(found[name][0]) - explained[name] - everywhere
        assert {
            column
            for column in unexplained
            if not column.startswith(("level_", "not_app", "unknown", "declined"))
        } == set()


def test_an_empty_part_still_has_its_columns() -> None:
    material = the_material(comments={}, agreements=[])

    assert texts(material)["comments.csv"] == "assessment,criterion,role,comment\r\n"
    assert texts(material)["agreements.csv"].startswith("assessment,criterion,text,owner")


def test_the_same_content_gives_the_same_bytes_also_before_zips_existed() -> None:
    early = the_material(made_at=datetime(1970, 1, 1, tzinfo=UTC))

    assert data_files(the_material()) == data_files(the_material())
    assert data_files(early) == data_files(early)


def test_parquet_holds_the_counts_that_may_be_shown() -> None:
    outcome = the_outcome()
    frame = pd.read_parquet(io.BytesIO(counts_parquet([outcome, outcome])))
    shown = [v for r in outcome.result.criteria.values() for v in r.voices.values()]

    assert len(frame) == 2 * len(shown)
    assert list(frame.columns[:3]) == ["assessment", "criterion", "role"]
    assert frame["level_2"].sum() == 2 * sum(voice.levels[2] for voice in shown)
    empty = replace(outcome, result=replace(outcome.result, criteria={}))
    assert len(pd.read_parquet(io.BytesIO(counts_parquet([empty])))) == 0


def test_the_json_of_an_open_assessment_has_no_scores_and_no_comments() -> None:
    open_ = the_material(the_outcome(is_closed=False), comments={})
    part = json.loads(formats.make("json", open_))["assessments"][0]

    assert part["scores"] is None
    assert part["comments"] is None


def test_the_json_holds_scores_and_what_others_wrote_as_far_as_shown() -> None:
    part = json.loads(formats.make("json", the_material()))["assessments"][0]

    assert part["comments"]["C-1"]["mentee"] == ["I wanted it.", "Nobody asked."]
    (scores,) = part["scores"]["assessments"].values()
    assert scores["criteria"]["C-1"]["score"] == the_outcome().result.criteria["C-1"].score


def test_the_answers_of_a_colleague_stand_beside_those_of_the_organisation() -> None:
    material = the_material()
    said = replace(next(iter(material.outcome.answers.values())), comment="ik zie iets anders")
    colleague = Colleague("facilitator", {said.criterion: said})
    changed = replace(material, outcome=replace(material.outcome, colleagues=[colleague]))

    rows = [r for r in files(changed)["answers.csv"] if r["role"] == "facilitator"]

    assert [(row["respondent"], row["comment"]) for row in rows] == [
        ("facilitator-1", "ik zie iets anders")
    ]
