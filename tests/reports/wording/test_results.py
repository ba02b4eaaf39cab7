"""What is said of a result: what stands out, figures, levels and the picture in words."""

from dataclasses import replace

import pytest

from assessment.choices import Choice
from reports.wording import results
from tests.support.outcomes import DUTCH, ENGLISH, an_outcome, catalogue_of, lines_of


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.5, "2.5"),
        (2.97, "2.97"),
        (1.95, "1.95"),
        (1.94, "1.9"),
        (3.02, "3.0"),
        (3.0, "3.0"),
        (0.1 + 0.2, "0.3"),
        (None, "–"),
    ],
)
def test_one_decimal_unless_it_would_hide_that_a_level_is_missed(
    value: float | None, shown: str
) -> None:
    assert results.figure(value, ENGLISH) == shown


def test_figures_have_a_comma_in_dutch() -> None:
    assert results.figure(2.5, DUTCH) == "2,5"


@pytest.mark.parametrize(("value", "shown"), [(0.5, "0.5"), (0.02, "< 0.1"), (0.05, "< 0.1")])
def test_a_very_small_gap_is_not_called_nothing(value: float, shown: str) -> None:
    assert results.gap(value, ENGLISH) == shown


@pytest.mark.parametrize(
    ("signs", "level"),
    [
        ("23", "2 · Agreed"),
        ("233", "3 · Done"),
        ("22", "2 · Agreed"),
        (".", "no score yet"),
        ("-", "does not apply"),
    ],
)
def test_the_nearest_level_is_reached_only_past_halfway(signs: str, level: str) -> None:
    outcome = an_outcome({"C-1": {}}, catalogue_of(C_1={}))
    [line] = lines_of({"client": signs})
    assert results.nearest_level(outcome.catalogue, line, ENGLISH) == level


def test_a_level_is_named_on_every_scale_that_is_used() -> None:
    catalogue = catalogue_of(C_1={})
    word = results.level_word(catalogue, ("practice", "experience"), 1, ENGLISH)
    assert word == "One person / A little"


@pytest.mark.parametrize(
    ("signs", "shown"),
    [("233", "3 of 3"), ("2..", "1 of 3 · provisional"), ("...", "0 of 3"), ("-", "–")],
)
def test_coverage_says_how_much_a_score_rests_on(signs: str, shown: str) -> None:
    [line] = lines_of({"client": signs})
    assert results.coverage(line, ENGLISH) == shown


def test_last_time_says_how_many_criteria_it_could_compare() -> None:
    then = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}, client_1={}))
    [line] = lines_of({"client": "23"}, previous=then)
    assert results.last_time(line, ENGLISH) == "1.0 on 1 of 2"
    [line] = lines_of({"client": "2."}, previous=then)
    assert results.last_time(line, ENGLISH) == "1.0"
    [line] = lines_of({"client": "."}, previous=then)
    assert results.last_time(line, ENGLISH) == "–"


def test_the_picture_in_words_says_all_that_the_figure_shows() -> None:
    then = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}))
    lines = lines_of({"client": "2..", "process": ".", "result": "3"}, previous=then)
    assert results.picture(lines, ENGLISH) == (
        "Client: 2.0 of 4, provisional, target 3.0, last time 1.0. "
        "Process: no score yet, target 3.0. "
        "Result: 3.0 of 4, target 3.0."
    )


def test_the_picture_without_targets_names_none() -> None:
    lines = lines_of({"client": "2"}, target=None)
    assert results.picture(lines, DUTCH) == "Client (nl): 2,0 of 4."


def test_where_nothing_can_be_compared_with_last_time_that_is_said() -> None:
    then = an_outcome({"A": {"coordinator": "1"}})
    new = an_outcome({"E": {"coordinator": "3"}}, previous=then)
    assert results.movement(new, ENGLISH) == "Nothing can be compared with last time yet."


@pytest.mark.parametrize(
    ("answers", "choice", "said"),
    [
        ("3", {}, "The one minimal criterion reaches its target."),
        ("33", {}, "All 2 minimal criteria reach their target."),
        ("1", {}, "The one minimal criterion does not reach its target."),
        ("3", {"requirement": "growth"}, "No minimal criterion applies to this assessment."),
    ],
)
def test_the_floor_in_words(answers: str, choice: dict[str, str], said: str) -> None:
    outcome = an_outcome({f"C-{n}": {"coordinator": a} for n, a in enumerate(answers)}, **choice)
    assert results.floor(outcome, ENGLISH) == said


def test_a_criterion_in_a_list_is_score_target_gap_and_requirement() -> None:
    signs = {"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "?"}, "C-3": {"coordinator": "3"}}
    catalogue = catalogue_of(C_1={}, C_2={}, C_3={"core": True})

    def said(name: str, **choice: None) -> list[str]:
        found = an_outcome(signs, catalogue, **choice).result.criteria[name]
        return results.gap_line(catalogue, found, ENGLISH)

    assert said("C-1") == ["score 1.0", "target 3", "still missing: 2.0", "minimal"]
    assert said("C-2") == ["score –", "target 3", "minimal"]
    assert said("C-1", target=None) == ["score 1.0", "target none", "minimal"]
    assert said("C-3") == ["score 3.0", "target 3", "minimal, core"]


def test_what_a_project_changed_is_one_sentence_however_much_it_is() -> None:
    names = [f"C-{number}" for number in range(1, 8)]
    outcome = an_outcome({name: {"coordinator": "3"} for name in names})
    few = {**outcome.choices, "C-2": Choice("C-2", in_scope=False)}
    many = {name: Choice(name, requirement="growth") for name in names}

    assert results.changed(outcome, ENGLISH) == ""
    assert (
        results.changed(replace(outcome, choices=few), ENGLISH)
        == "Changed by this project: ‘Criterion C-2’."
    )
    assert results.changed(replace(outcome, choices=many), ENGLISH).endswith(
        "and ‘Criterion C-5’. And 2 more."
    )


def test_there_is_a_reason_for_having_no_total() -> None:
    assert "no total score, on purpose" in results.no_total(ENGLISH)


def test_phases_have_lines_too_and_those_without_criteria_have_none() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "1"}})
    assert [line.result.id for line in outcome.phase_lines] == ["start"]
