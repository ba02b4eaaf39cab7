"""The scores as JSON: stable keys, and null for what there is not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.services.context import Workspace
from exchange import project_file
from exchange import scores_json as module
from exchange.scores_json import json_text, scores_json
from tests.support.catalogues import ROLES, a_catalogue, result_of
from tests.support.invitations import begin_assessment
from tests.support.session.judges import Said, closed, judge_all

SPREAD_KEYS = {"n", "neighbour_share", "word", "consensus", "agreement", "sd", "median"}
VOICE_KEYS = {"shown", "n", "mean", "levels", "spread"}
STATE_KEYS = {"not_applicable", "unknown", "declined"}
# design.md, section 8: the coordinator says 3, six mentees answer, three mentors are too few
DESIGN = {"coordinator": "3", "mentee": "12223?", "mentor": "233"}


def document(*criteria: dict[str, str]) -> dict[str, Any]:
    """The document about criteria C-1, C-2, ... with these voices, as it is read back."""
    answers = {f"C-{number}": voices for number, voices in enumerate(criteria, 1)}
    result = result_of(answers)
    text = json.dumps(scores_json(a_catalogue(*answers), {"A1": result}), allow_nan=False)
    whole: dict[str, Any] = json.loads(text)
    return whole


def the_result(*criteria: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = document(*criteria)["assessments"]["A1"]
    return found


@pytest.fixture(scope="module")
def criterion() -> dict[str, Any]:
    found: dict[str, Any] = the_result(DESIGN)["criteria"]["C-1"]
    return found


def test_the_document_names_its_catalogue() -> None:
    catalogue = a_catalogue("C-1")

    assert document({}).keys() == {"catalogue", "assessments"}
    assert document({})["catalogue"] == {
        "id": "tiny",
        "version": "1",
        "hash": catalogue.content_hash,
    }


def test_a_result_has_these_keys_and_no_grand_total() -> None:
    keys = {"criteria", "perspectives", "floor", "left_out", "voice_gaps", "discuss_first"}

    assert the_result(DESIGN).keys() == keys


def test_the_example_of_the_design_has_these_figures(criterion: dict[str, Any]) -> None:
    figures = {key: value for key, value in criterion.items() if key not in ("by_role", "spread")}

    assert figures == {
        "score": 2.5,
        "applies": True,
        "target": 3,
        "gap": 0.5,
        "priority": {"value": 1.0, "band": "low"},
    }


def test_the_example_of_the_design_has_this_spread(criterion: dict[str, Any]) -> None:
    rounded = {k: round(v, 3) if k != "word" else v for k, v in criterion["spread"].items()}

    assert rounded == {
        "n": 6,
        "neighbour_share": 0.833,
        "word": "shared",
        "consensus": 0.774,
        "agreement": 0.667,
        "sd": 0.687,
        "median": 2.0,
    }


def test_a_shown_voice_has_all_keys(criterion: dict[str, Any]) -> None:
    mentee = criterion["by_role"]["mentee"]

    assert mentee.keys() == VOICE_KEYS | STATE_KEYS
    assert mentee["spread"].keys() == SPREAD_KEYS
    assert (mentee["n"], mentee["mean"], mentee["levels"]) == (5, 2.0, [0, 1, 3, 1, 0])
    assert (mentee["not_applicable"], mentee["unknown"], mentee["declined"]) == (0, 1, 0)


def test_a_hidden_voice_is_not_there_and_that_is_said_once(criterion: dict[str, Any]) -> None:
    assert list(criterion["by_role"]) == ["coordinator", "mentee"]
    assert the_result(DESIGN)["left_out"] is True
    assert the_result({"coordinator": "3"})["left_out"] is False


def test_the_pool_has_all_keys_but_no_other_states() -> None:
    pool = the_result({"mentor": "222", "mentee": "333x"})["criteria"]["C-1"]["by_role"]

    assert pool["other_voices"].keys() == VOICE_KEYS | STATE_KEYS
    assert [pool["other_voices"][state] for state in sorted(STATE_KEYS)] == [None, None, None]


def test_what_there_is_not_is_null() -> None:
    empty = the_result({})["criteria"]["C-1"]

    assert empty == {
        "score": None,
        "applies": True,
        "target": 3,
        "gap": None,
        "priority": None,
        "by_role": {},
        "spread": None,
    }


def test_no_gap_is_priority_0_without_band() -> None:
    found = the_result({"coordinator": "4"})["criteria"]["C-1"]

    assert (found["gap"], found["priority"]) == (0, {"value": 0, "band": None})


def test_a_perspective_has_score_and_coverage() -> None:
    assert the_result({"coordinator": "2"}, {"coordinator": "?"})["perspectives"] == {
        "client": {
            "score": 2.0,
            "coverage": 0.5,
            "scored": 1,
            "applicable": 2,
            "provisional": True,
        },
        "process": {
            "score": None,
            "coverage": None,
            "scored": 0,
            "applicable": 0,
            "provisional": False,
        },
    }


def test_floor_gaps_and_talk_are_lists_of_ids() -> None:
    found = the_result({"coordinator": "1", "mentee": "33333"}, {"coordinator": "3"})

    assert found["floor"] == {"met": 1, "of": 2, "open": ["C-1"]}
    assert found["voice_gaps"] == [
        {"criterion": "C-1", "roles": ["coordinator", "mentee"], "difference": -2.0}
    ]
    assert found["discuss_first"] == ["C-1"]


@pytest.mark.parametrize(
    ("mentees", "word"),
    [
        ("00444", "two camps"),
        ("01234", "spread out"),
        ("00122", "mostly shared"),
        ("22222", "shared"),
    ],
)
def test_words_are_written_with_spaces(mentees: str, word: str) -> None:
    found = the_result({"mentee": mentees})

    assert found["criteria"]["C-1"]["spread"]["word"] == word


def test_numbers_are_not_rounded() -> None:
    found = the_result({"coordinator": "112"})["criteria"]["C-1"]

    assert found["score"] == 4 / 3
    assert found["gap"] == 3 - 4 / 3


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(ROLES), st.text("01234-?x", max_size=8)))
def test_any_answers_make_a_valid_document_with_the_same_keys(voices: dict[str, str]) -> None:
    found = the_result(voices)["criteria"]["C-1"]

    assert found.keys() == the_result(DESIGN)["criteria"]["C-1"].keys()


@pytest.mark.parametrize("most", [0, 50_000])
def test_the_text_that_is_streamed_is_that_document(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(module, "MOST_KNOWN", most)
    catalogue = a_catalogue("C-1", "C-2")
    answers = {"C-1": DESIGN, "C-2": {"mentee": "00044"}}
    results = {'A "1"': result_of(answers), "A2": result_of({"C-1": {}, "C-2": {"mentor": "3"}})}

    text = "".join(json_text(catalogue, results.items()))

    assert json.loads(text) == scores_json(catalogue, results)
    assert text.count("\n") == len(results) + 3
    assert json.loads("".join(json_text(catalogue, [])))["assessments"] == {}


def test_what_was_judged_goes_along_to_read_as_far_as_it_may_be_shown(
    workspace: Workspace,
) -> None:
    assessment = begin_assessment(workspace)
    said: list[Said] = [
        ("MC-05", "applies", "minimal", "Dit moet."),
        ("", "", "", "Tijd."),
    ]
    judge_all(workspace, assessment, "mentee", *[said] * 5)
    judge_all(workspace, assessment, "mentor", *[[("MC-29", "partly", "", "Alleen ik.")]])
    [before] = json.loads(project_file.export_project(workspace, assessment.project))["assessments"]
    closed(workspace, assessment)
    text = project_file.export_project(workspace, assessment.project)
    [after] = json.loads(text)["assessments"]

    assert before["judged"] is None
    assert after["judged"]["criteria"].keys() == {"MC-05"}
    assert after["judged"]["criteria"]["MC-05"]["verdict"] == "minimal"
    assert after["judged"]["criteria"]["MC-05"]["need"]["mentee"]["minimal"] == 5
    assert after["judged"]["notes"] == {"MC-05": {"mentee": ["Dit moet."] * 5}}
    assert after["judged"]["missing"] == ["Tijd."] * 5
    assert "Alleen ik." not in text
    assert project_file.import_project(workspace, text, "p.json").name == "Maatjes"
