"""Who is asked a criterion, and in whose words."""

import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.criteria_folder import CriteriaFolder, after

CLIENT = "perspectives/client.yaml"
LEVELS = "".join(f"      - {{nl: ik {n}, en: I {n}}}\n" for n in range(5))


def own_levels(role: str, levels: str = LEVELS) -> str:
    return f"  rubric_for:\n    {role}:\n{levels}"


def with_own_levels(folder: CriteriaFolder, role: str, levels: str = LEVELS) -> list[str]:
    """Give the first criterion levels in the words of a role; return the problems."""
    new = own_levels(role, levels) + "  why: {nl: Daarom."
    return after(folder, CLIENT, "  why: {nl: Daarom.", new)


def test_the_lead_role_is_not_also_asked(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "role: mentor", "role: mentor\n  also_asked: [mentor]") == [
        f"{CLIENT}:27:16: `mentor` is the lead role already. Remove it here."
    ]


def test_a_role_that_is_asked_everything_is_not_also_asked(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "role: mentor", "role: mentor\n  also_asked: [coordinator]") == [
        f"{CLIENT}:27:16: `coordinator` is asked every criterion already. Remove it here."
    ]


def test_words_for_a_role_that_is_not_asked_are_reported(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "also_asked: [mentee]", "also_asked: []") == [
        f"{CLIENT}:5:5: `mentee` is not asked this. Add it to `also_asked` or remove the text."
    ]


def test_the_lead_role_is_asked_the_question(folder: CriteriaFolder) -> None:
    found = after(folder, CLIENT, "    mentee: {", "    coordinator: {")

    assert found == [
        f"{CLIENT}:5:5: `coordinator` is the lead role and is asked `question`. "
        "Remove the text here."
    ]


def test_words_for_a_role_that_is_asked_everything_are_welcome(folder: CriteriaFolder) -> None:
    text = "role: mentor\n  ask:\n    coordinator: {nl: Zie jij dat?, en: Do you see that?}"

    assert after(folder, CLIENT, "role: mentor", text.replace("?", "")) == []


def test_levels_in_the_words_of_a_role_are_read(folder: CriteriaFolder) -> None:
    assert with_own_levels(folder, "mentee") == []

    catalogue = load_catalogue(folder.path)
    safe = catalogue.by_id["C-1"]

    assert catalogue.rubric(safe, "mentee")[4].in_language("nl") == "ik 4"
    assert catalogue.rubric(safe, "coordinator")[4].in_language("nl") == "vier"


@pytest.mark.parametrize(
    ("role", "message"),
    [
        ("mentea", "there is no role `mentea`. Did you mean `mentee`?"),
        ("mentor", "`mentor` is not asked this. Add it to `also_asked` or remove the levels."),
        (
            "coordinator",
            "`coordinator` is the lead role and reads `rubric`. Write its levels there.",
        ),
    ],
)
def test_levels_for_a_role_that_does_not_read_them_are_reported(
    folder: CriteriaFolder, role: str, message: str
) -> None:
    assert with_own_levels(folder, role) == [f"{CLIENT}:19:5: {message}"]


def test_a_role_has_five_levels_of_its_own(folder: CriteriaFolder) -> None:
    assert with_own_levels(folder, "mentee", LEVELS.partition("\n")[0] + "\n") == [
        f"{CLIENT}:20:7: 1 entries; there are 5 levels, level 0 first. Correct the list."
    ]


def test_a_role_with_no_levels_at_all_is_reported(folder: CriteriaFolder) -> None:
    found = after(folder, CLIENT, "  why: {nl", "  rubric_for: {mentee: []}\n  why: {nl")

    assert found == [
        f"{CLIENT}:18:24: 0 entries; there are 5 levels, level 0 first. Correct the list."
    ]


@pytest.mark.parametrize("value", ["mentee", "[mentee]", "{mentee: {nl: a, en: b}}"])
def test_levels_that_are_no_list_by_role_are_reported_once(
    folder: CriteriaFolder, value: str
) -> None:
    assert len(after(folder, CLIENT, "  why: {nl", f"  rubric_for: {value}\n  why: {{nl")) == 1


def test_a_level_of_a_role_lacks_no_language(folder: CriteriaFolder) -> None:
    assert with_own_levels(folder, "mentee", LEVELS.replace(", en: I 2", "")) == [
        f"{CLIENT}:22:9: the text lacks `en`. Add it."
    ]
