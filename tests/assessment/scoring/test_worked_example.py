"""The example of docs/scoring.md: the document says what must come out."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assessment.catalogue.model import Catalogue
from assessment.choices import preset_choices
from assessment.scoring.movement import movements
from assessment.scoring.reader import score_table
from assessment.scoring.results import Result
from assessment.scoring.spread_fast import spread
from exchange.answer_files.read import read_answers
from exchange.answers_csv import Row, write_answers
from exchange.scores_json import scores_json
from tests.support.catalogues import a_catalogue, a_criterion, count_rows, raw_file
from tests.support.scoring.document import NOTHING, block, figure, section, table

FILE = "The example as a file"
NOW, THEN = "2026", "2025"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    criteria = [
        a_criterion(
            row["criterion"],
            perspective=row["perspective"],
            requirement=row["requirement"],
            weight=float(row["weight"]),
        )
        for row in table("The example", "criterion")
    ]
    return a_catalogue(*criteria)


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    folder: Path = tmp_path_factory.mktemp("example")
    return read_answers(raw_file(folder, block(FILE, "csv")), catalogue)


@pytest.fixture(scope="module")
def results(catalogue: Catalogue, rows: list[Row]) -> dict[str, Result]:
    ambition, profile = catalogue.ambition("growth"), catalogue.profile("full")
    assert ambition is not None
    assert profile is not None
    choices = preset_choices(catalogue, profile, ambition)
    return score_table(count_rows(rows, catalogue), catalogue, choices)


@pytest.fixture(scope="module")
def result(results: dict[str, Result]) -> Result:
    return results[NOW]


def test_the_answers_are_counted_as_in_the_count_table(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    counts = count_rows([row for row in rows if row.assessment == NOW], catalogue).counts[0]

    assert [
        [criterion, role, *map(str, counts[c, r])]
        for c, criterion in enumerate(catalogue.by_id)
        for r, role in enumerate(catalogue.role_ids)
        if counts[c, r].any()
    ] == [list(row.values()) for row in table("Counting", "criterion")]


def test_means_and_scores_are_those_of_the_table(result: Result) -> None:
    expected = table("The score of a criterion", "criterion")

    assert [_means(result, row) for row in expected] == expected


def _means(result: Result, expected: Mapping[str, str]) -> dict[str, str]:
    criterion = result.criteria[expected["criterion"]]
    voices = {
        role: figure(criterion.voices[role].mean if role in criterion.voices else None)
        for role in ("coordinator", "mentor", "mentee", "other_voices")
    }
    return {
        "criterion": criterion.criterion,
        **voices,
        "score": figure(criterion.score),
    }


def test_perspectives_are_those_of_the_table(result: Result) -> None:
    assert [
        {
            "perspective": group.id,
            "score": figure(group.score),
            "coverage": figure(group.coverage),
            "scored": str(group.scored),
            "applicable": str(group.applicable),
            "provisional": "yes" if group.provisional else "no",
        }
        for group in result.perspectives.values()
    ] == table("The score of a perspective", "perspective")


def test_the_floor_is_that_of_the_table(result: Result) -> None:
    floor = result.floor

    assert [{"met": str(floor.met), "of": str(floor.of), "open": ", ".join(floor.open)}] == table(
        "The floor", "met"
    )


def test_gaps_and_priorities_are_those_of_the_table(result: Result) -> None:
    assert [
        {
            "criterion": c.criterion,
            "target": figure(c.target),
            "gap": figure(c.gap),
            "priority": figure(c.priority.value if c.priority else None),
            "band": (c.priority and c.priority.band) or NOTHING,
        }
        for c in result.criteria.values()
    ] == table("Gap and priority", "criterion")


def test_spreads_are_those_of_the_table(result: Result) -> None:
    document = scores_json(a_catalogue(), {"A": result})["assessments"]["A"]["criteria"]

    assert [
        {"criterion": name, **_spread(criterion["spread"])} for name, criterion in document.items()
    ] == table("Spread", "criterion")


def _spread(figures: Mapping[str, Any] | None) -> dict[str, str]:
    names = ("n", "neighbour_share", "word", "consensus", "agreement", "sd", "median")
    values = {name: figures[name] if figures else None for name in names}
    return {n: value if isinstance(value, str) else figure(value) for n, value in values.items()}


def test_voice_gaps_are_those_of_the_table(result: Result) -> None:
    assert [
        {
            "criterion": gap.criterion,
            "first": gap.roles[0],
            "second": gap.roles[1],
            "difference": figure(gap.difference),
        }
        for gap in result.voice_gaps
    ] == table("Voices that differ", "criterion")


def test_what_to_discuss_first_is_that_of_the_table(result: Result) -> None:
    expected = [row["criterion"] for row in table("What to discuss first", "place")]

    assert list(result.discuss_first) == expected


def test_movement_is_that_of_the_table(catalogue: Catalogue, results: dict[str, Result]) -> None:
    steps = movements(results[NOW], catalogue, results[THEN], catalogue)

    assert [
        {
            "criterion": step.criterion,
            "then": figure(step.then),
            "now": figure(step.now),
            "change": figure(step.change),
            "reason": step.reason or NOTHING,
        }
        for step in steps.values()
    ] == table("Movement", "criterion")


def test_the_json_is_that_of_the_document(catalogue: Catalogue, result: Result) -> None:
    document = scores_json(catalogue, {NOW: result})["assessments"][NOW]["criteria"]["C-01"]

    assert _rounded(document) == json.loads(block("JSON", "json"))


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 3) if isinstance(value, float) else value


def test_every_key_of_the_json_is_explained(catalogue: Catalogue, result: Result) -> None:
    explained = " ".join(f"{row['key']} {row['what it is']}" for row in table("JSON", "key"))
    names = {*catalogue.by_id, *catalogue.role_ids, *result.perspectives, NOW}

    keys = _keys(scores_json(catalogue, {NOW: result})) - names

    assert {key for key in keys if key not in explained} == set()


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keys(item) for item in value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_the_published_counts_have_the_published_agreement_and_consensus() -> None:
    found = spread(np.array([30, 40, 210, 130, 530, 50, 10]))

    assert "30, 40, 210, 130, 530, 50, 10" in section("Spread")
    assert f"agreement of {found.agreement:.3f}" in section("Spread")
    assert f"consensus of {found.consensus:.3f}" in section("Spread")


def test_the_file_of_the_example_is_what_the_program_writes(rows: list[Row]) -> None:
    assert write_answers(rows).replace("\r\n", "\n") == block(FILE, "csv")
