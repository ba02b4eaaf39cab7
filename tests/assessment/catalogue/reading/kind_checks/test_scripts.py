"""Scripts of which the minutes do not add up are reported, each with its line and a remedy."""

import pytest

from tests.support.criteria_folder import CriteriaFolder, after

NAME = "sessions/hour.yaml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "minutes: 50",
            "minutes: 45",
            "5:10: the steps take 55 minutes together. Write 55 here, or change the steps.",
        ),
        ("most: 30", "most: 4", "6:26: there are 5 at least. Write that or more."),
        ("items: 6", "items: 2", "13:17: there are 2 items. Write that or fewer."),
        (
            "items: 6",
            "items: 0",
            "12:12: how many criteria or theses it takes is missing. Add `items`.",
        ),
        (
            "seconds: 300",
            "seconds: 900",
            "16:7: these take 55 minutes together. Shorten them, or give the step 55.",
        ),
        (
            "id: hour",
            "id: day",
            "1:5: the id `day` is not the file's name `hour`. Make them the same.",
        ),
        (
            "kind: welcome",
            "kind: welkom",
            "8:11: `welkom` is not allowed. Did you mean `welcome`?",
        ),
        (
            "kind: welcome",
            "kind: checkout",
            "8:11: `steps.yaml` has no guide for `checkout`. Write one there, or choose another kind.",
        ),
        ("do: pairs", "do: pair", "17:14: `pair` is not allowed. Did you mean `pairs`?"),
        (
            "seconds: 600",
            "seconds: 10 minutes",
            "16:29: `10 minutes` is no time. Write whole seconds from 5 to 28800, without quotes.",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_remedy(
    rich_folder: CriteriaFolder, old: str, new: str, problem: str
) -> None:
    assert after(rich_folder, NAME, old, new) == [f"{NAME}:{problem}"]


def test_a_script_without_steps_is_reported(rich_folder: CriteriaFolder) -> None:
    text = (rich_folder.path / NAME).read_text(encoding="utf-8")
    rich_folder.write(NAME, text.partition("steps:")[0] + "steps: []\n")

    assert rich_folder.problems() == [f"{NAME}:7:8: there are no steps. Add at least one."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 10", "minutes: ten"),
        ("  - kind: welcome\n    minutes: 10\n", "  - 7\n"),
        ("minutes: 50", "minutes: true"),
        ("      - {do: vote, seconds: 600}", "      - 7"),
        ("people: {least: 5, most: 30}", "people: 7"),
    ],
)
def test_what_is_of_no_use_is_reported_once_and_counted_nowhere(
    rich_folder: CriteriaFolder, old: str, new: str
) -> None:
    assert len(after(rich_folder, NAME, old, new)) == 1


def test_while_the_guides_cannot_be_known_nothing_is_said_of_them(
    rich_folder: CriteriaFolder,
) -> None:
    rich_folder.change("steps.yaml", "- id: welcome", "- idd: welcome")

    assert not any("has no guide" in problem for problem in rich_folder.problems())
