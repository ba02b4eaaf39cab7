"""score: the figures as JSON, for other programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Run, WriteAnswers


@pytest.fixture
def answers(write_answers: WriteAnswers) -> Path:
    """One coordinator, five mentees who gave a level and one who did not know, three mentors."""
    levels = [("coordinator", 3), *(("mentee", n) for n in (1, 2, 2, 2, 3))]
    levels += [("mentor", n) for n in (4, 4, 4)]
    rows = [f"A1,v{n},{role},MC-41,level,{level},,," for n, (role, level) in enumerate(levels)]
    return write_answers([*rows, "A1,v9,mentee,MC-41,unknown,,,,"])


def scored(run: Run, answers: Path, *options: str) -> dict[str, Any]:
    result = run("score", answers, "--format", "json", *options)
    assert result.exit_code == 0, result.stderr
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_the_json_has_exactly_the_agreed_keys(run: Run, answers: Path) -> None:
    document = scored(run, answers)
    assessment = document["assessments"]["A1"]

    assert list(document) == ["catalogue", "assessments"]
    assert set(document["catalogue"]) == {"id", "version", "hash"}
    assert set(assessment) == {"criteria", "perspectives", "floor", "voice_gaps", "discuss_first"}
    assert set(assessment["perspectives"]["client"]) == {
        "score", "coverage", "scored", "applicable", "provisional",
    }  # fmt: skip
    assert set(assessment["floor"]) == {"met", "of", "open"}


def test_one_criterion_in_json_is_the_example_of_the_design(run: Run, answers: Path) -> None:
    criterion = scored(run, answers)["assessments"]["A1"]["criteria"]["MC-41"]
    roles = criterion.pop("by_role")
    spread = criterion.pop("spread")

    assert criterion == {
        "score": 2.5,
        "applies": True,
        "target": 3,
        "gap": 0.5,
        "priority": {"value": 1.0, "band": "low"},
        "not_shown": 3,
    }
    assert {name: round(v, 3) if isinstance(v, float) else v for name, v in spread.items()} == {
        "n": 6,
        "neighbour_share": 0.833,
        "word": "shared",
        "consensus": 0.774,
        "agreement": 0.667,
        "sd": 0.687,
        "median": 2.0,
    }
    assert roles["mentee"].pop("spread")["n"] == 5
    assert roles["mentee"] == {
        "shown": True,
        "n": 5,
        "mean": 2.0,
        "levels": [0, 1, 3, 1, 0],
        "not_applicable": 0,
        "unknown": 1,
        "declined": 0,
    }
    hidden = {"shown": False, "n": None, "mean": None, "levels": None, "spread": None}
    assert roles["mentor"] == hidden


def test_what_nobody_answered_is_null(run: Run, answers: Path) -> None:
    criterion = scored(run, answers)["assessments"]["A1"]["criteria"]["MC-05"]

    assert criterion["score"] is criterion["gap"] is criterion["spread"] is None
    assert criterion["by_role"] == {}


def test_ambition_sets_the_targets(run: Run, answers: Path) -> None:
    criteria = scored(run, answers, "--ambition", "exemplary")["assessments"]["A1"]["criteria"]

    assert criteria["MC-41"]["target"] == 4
    assert criteria["MC-41"]["gap"] == 1.5


def test_the_profile_says_which_criteria_count(run: Run, answers: Path) -> None:
    full, short = (
        scored(run, answers, "--profile", profile)["assessments"]["A1"]["criteria"]
        for profile in ("full", "short")
    )

    assert (len(full), len(short)) == (70, 20)


def test_the_threshold_is_a_setting(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "3")

    roles = scored(run, answers)["assessments"]["A1"]["criteria"]["MC-41"]["by_role"]

    assert roles["mentor"]["mean"] == 4
