"""Every figure explains itself: which answers, what was left out, the formula with its numbers."""

import pytest

from reports.wording import explanations
from tests.support.outcomes import ENGLISH, Signs, an_outcome, catalogue_of

SPACED = str.maketrans("\N{NO-BREAK SPACE}", " ")


def explained(voices: dict[str, str], **choice: object) -> list[str]:
    outcome = an_outcome({"C-1": voices}, **choice)
    return [s.translate(SPACED) for s in explanations.criterion(outcome, "C-1", ENGLISH)]


def test_a_criterion_names_its_voices_its_formula_its_gap_and_its_priority() -> None:
    assert explained({"coordinator": "3", "mentee": "11224?"}) == [
        "Coordinator: level 3.",
        "Mentees: 2.0, the mean of 5 answers (2 × 1, 2 × 2, 1 × 4).",
        "(3.0 + 2.0) / 2 groups = 2.5. Each group counts once, however many people it has.",
        "Does not count: 1 × ‘don't know’ (Mentee).",
        "Still missing: target 3 − 2.5 = 0.5.",
        "Priority: 0.5 × 2 (minimal) = 1.0, low.",
    ]


def test_figures_that_need_it_have_two_decimals() -> None:
    said = explained({"coordinator": "2", "mentee": "222221"}, requirement="growth")
    assert said[2].startswith("(2.00 + 1.83) / 2 groups = 1.92.")
    assert said[-2:] == [
        "Still missing: target 3 − 1.92 = 1.08.",
        "Priority: 1.08 × 1 (growth) = 1.08, low.",
    ]


def test_a_voice_alone_needs_no_formula() -> None:
    assert explained({"coordinator": "3", "mentee": "11"}) == [
        "Coordinator: level 3.",
        "Only one group counts; its mean is the score: 3.0.",
        "The target of 3 is reached.",
    ]


def test_several_people_of_one_voice_are_counted() -> None:
    assert explained({"coordinator": "34"}, target=None) == [
        "Coordinators: 3.5, the mean of 2 answers (1 × 3, 1 × 4).",
        "Only one group counts; its mean is the score: 3.5.",
        "No target was chosen, so it cannot be said what is still missing.",
    ]


def test_what_does_not_apply_is_in_no_figure() -> None:
    assert explained({"coordinator": "-", "mentee": "11111"}) == [
        "It does not apply here, so it is in no figure."
    ]


def test_what_is_not_answered_says_so() -> None:
    assert explained({"mentee": "1"}) == [
        "Nobody gave a level that may be shown, so there is no score.",
        "Your own answer: not given yet.",
    ]


def group(answers: Signs, perspective: str = "client", **fields: dict[str, object]) -> list[str]:
    outcome = an_outcome(answers, catalogue_of(**fields) if fields else None)
    lines = {line.result.id: line for line in outcome.perspective_lines}
    return explanations.group(outcome, lines[perspective], ENGLISH)


def test_a_perspective_names_its_sum_its_coverage_and_its_target() -> None:
    answers = {
        "A": {"coordinator": "2"},
        "B": {"coordinator": "3"},
        "C": {"coordinator": "?"},
        "D": {},
    }
    assert group(answers) == [
        "The scores of 2 criteria together are 5.0; 5.0 / 2 = 2.5.",
        "Coverage: 2 of the 4 criteria that apply have a score. "
        "That is less than 60 %, so the figure is provisional.",
        "Left out, don't know: ‘Criterion C’.",
        "Left out, not answered yet: ‘Criterion D’.",
        "Target 3.0: the mean of what was chosen for 4 criteria.",
    ]


def test_weights_stand_in_the_formula() -> None:
    answers = {"A": {"coordinator": "2"}, "B": {"coordinator": "3"}}
    said = group(answers, A={"weight": 2}, B={"weight": 0.5})
    assert said[0] == (
        "The scores times their weights are 5.5, the weights together 2.5; 5.5 / 2.5 = 2.2."
    )


def test_one_criterion_is_the_figure() -> None:
    assert (
        group({"A": {"coordinator": "2"}})[0]
        == "One criterion has a score, so that is the figure: 2."
    )


def test_a_perspective_without_scores_has_no_figure() -> None:
    assert (
        group({"A": {"coordinator": "?"}})[0]
        == "No criterion has a score yet, so there is no figure."
    )


def test_a_perspective_that_does_not_apply_says_so() -> None:
    assert group({"A": {"coordinator": "-"}}) == [
        "None of its criteria applies here, so there is no figure."
    ]


def test_last_time_is_compared_on_the_same_criteria_only() -> None:
    then = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}))
    outcome = an_outcome(
        {"client-0": {"coordinator": "2"}, "client-1": {"coordinator": "4"}},
        previous=then,
        target=None,
    )
    [line] = outcome.perspective_lines
    assert explanations.group(outcome, line, ENGLISH)[-1] == (
        "Last time, on the one criterion that can be compared: 1.0; now 2.0 on the same one."
    )


@pytest.mark.parametrize(("signs", "number"), [("23", 2), ("?", 0)])
def test_what_goes_into_a_perspective_is_listed(signs: str, number: int) -> None:
    outcome = an_outcome({f"C-{n}": {"coordinator": s} for n, s in enumerate(signs)})
    [line] = outcome.perspective_lines
    terms = explanations.group_terms(outcome, line)
    shown = [(term.name, *explanations.term_figures(term, ENGLISH)) for term in terms]
    assert shown == [(f"C-{n}", f"{s}.0", "1") for n, s in enumerate(signs)][:number]
