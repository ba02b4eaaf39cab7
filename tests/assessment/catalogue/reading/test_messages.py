"""What stands in a field, and in which words a wrong key or value is reported."""

import pytest

from assessment.catalogue.conversation import Aspect
from assessment.catalogue.reading.messages import near, remedy, texts
from assessment.catalogue.reading.yaml_document import parse_yaml
from tests.support.criteria_folder import CriteriaFolder, after

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"
ALL_KEYS = (
    "id, title, question, ask, role, also_asked, phase, requirement, weight, scale, rubric, "
    "rubric_for, core, why, look_for, prompts, next_steps, not_applicable, origin, evidence, sources, studies, supported_by"
)
NO_LIST = "a list is expected. Start every entry on a line of its own with `- `."
NO_KEYS = "keys with values are expected. Write `key: value` on lines of their own."


def test_a_typo_in_a_key_names_the_near_match(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "title:", "titel:") == [
        f"{CLIENT}:1:3: the key `title` is missing. Add it.",
        f"{CLIENT}:2:3: unknown key `titel`. Did you mean `title`?",
    ]


def test_an_id_without_its_zero_is_near_to_the_one_with_it() -> None:
    known = ["MC-65", "MC-15", "MC-05", "MC-50"]

    assert near("MC-5", known) == "Did you mean `MC-05`?"
    assert near("mc-050", known) == "Did you mean `MC-50`?"
    assert near("MC-56", known) == "Did you mean `MC-65`?"


def test_an_unknown_key_without_near_match_names_all_keys(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "weight: 1", "z: 1") == [
        f"{CLIENT}:10:3: unknown key `z`. Use one of: {ALL_KEYS}."
    ]


def test_the_perspective_is_the_file_and_no_key(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "weight: 1", "perspective: client") == [
        f"{CLIENT}:10:3: unknown key `perspective`. Use one of: {ALL_KEYS}."
    ]


def test_an_unknown_key_deeper_down_is_found(folder: CriteriaFolder) -> None:
    assert after(folder, HEADER, "    plural", "    plurals") == [
        f"{HEADER}:7:5: the key `plural` is missing. Add it.",
        f"{HEADER}:9:5: unknown key `plurals`. Did you mean `plural`?",
    ]


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        (HEADER, 'version: "1"\n', f"{HEADER}:1:1: the key `version` is missing. Add it."),
        (HEADER, "    minimal: 3\n", f"{HEADER}:31:5: the key `minimal` is missing. Add it."),
        (CLIENT, "  sources: [S001-A1]\n", f"{CLIENT}:1:3: the key `sources` is missing. Add it."),
        (
            "theses.yaml",
            "  carried_by: {nl: alles, en: anything}\n",
            "theses.yaml:1:3: the key `carried_by` is missing. Add it.",
        ),
        (
            "profiles/full.yaml",
            "criteria: all\n",
            "profiles/full.yaml:1:1: the key `criteria` is missing. Add it.",
        ),
    ],
)
def test_a_missing_key_is_reported(
    folder: CriteriaFolder, name: str, line: str, expected: str
) -> None:
    assert after(folder, name, line, "") == [expected]


@pytest.mark.parametrize("new", ["0", "-1", "1001", "nan", "[1]", "'1'", "~", "x"])
def test_a_weight_is_a_number_above_nought(folder: CriteriaFolder, new: str) -> None:
    written = {"[1]": "a list", "'1'": "`1`"}.get(new, f"`{new}`")

    assert after(folder, CLIENT, "weight: 1", f"weight: {new}") == [
        f"{CLIENT}:10:11: {written} is no weight. "
        "Write a number above 0 and at most 1000, without quotes."
    ]


@pytest.mark.parametrize("new", [".inf", "-.inf", ".nan", "1e3", "010", "1_0", "1:30", "true"])
def test_a_weight_that_yaml_readers_dispute_is_refused(folder: CriteriaFolder, new: str) -> None:
    assert after(folder, CLIENT, "weight: 1", f"weight: {new}") == [
        f"{CLIENT}:10:11: `{new}` is no weight. "
        "Write a number above 0 and at most 1000, without quotes."
    ]


@pytest.mark.parametrize("new", ["5", "-1", "3.0", "010", "true", "no", "2024-01-01"])
def test_a_target_is_a_level_or_null(folder: CriteriaFolder, new: str) -> None:
    assert after(folder, HEADER, "minimal: 3", f"minimal: {new}") == [
        f"{HEADER}:34:14: `{new}` is no target. "
        "Write a whole number from 0 to 4 without quotes, or null for none."
    ]


@pytest.mark.parametrize("new", ["yes", "1", "[true]", "~"])
def test_the_mark_of_a_level_is_true_or_false(folder: CriteriaFolder, new: str) -> None:
    written = {"[true]": "a list"}.get(new, f"`{new}`")

    assert after(folder, CLIENT, "{nl: nul, en: nought}", f"{{nl: nul, en: no, care: {new}}}") == [
        f'{CLIENT}:13:21: `no` without quotes is not read as text. Write "no".',
        f"{CLIENT}:13:31: {written} is no switch. Write true or false, without quotes.",
    ]


def test_only_a_level_can_be_marked(folder: CriteriaFolder) -> None:
    found = after(folder, CLIENT, "en: Safe}", "en: Safe, care: true}")

    assert f"{CLIENT}:2:33: `care` is no language of this catalogue. Use one of: nl, en." in found


def test_a_level_with_a_mark_still_needs_every_language(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "{nl: nul, en: nought}", "{nl: nul, care: true}") == [
        f"{CLIENT}:13:7: the text lacks `en`. Add it."
    ]


@pytest.mark.parametrize("new", ["yes", "on", "1", '"true"', "[true]", "~"])
def test_a_switch_is_true_or_false(folder: CriteriaFolder, new: str) -> None:
    written = {'"true"': "`true`", "[true]": "a list"}.get(new, f"`{new}`")

    assert after(folder, HEADER, "organisation: true", f"organisation: {new}") == [
        f"{HEADER}:11:19: {written} is no switch. Write true or false, without quotes.",
    ]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("minimum", "`minimum` is not allowed. Did you mean `minimal`?"),
        ("Growth", "`Growth` is not allowed. Did you mean `growth`?"),
        ("must", "`must` is not allowed. Use one of: minimal, growth."),
        ("no", "`no` is not allowed. Use one of: minimal, growth."),
        ("[minimal]", "a list is not allowed. Did you mean `minimal`?"),
    ],
)
def test_a_requirement_is_minimal_or_growth(
    folder: CriteriaFolder, new: str, expected: str
) -> None:
    found = after(folder, CLIENT, "requirement: minimal", f"requirement: {new}")

    assert found == [f"{CLIENT}:9:16: {expected}"]


def test_a_word_is_no_list(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "also_asked: [mentee]", "also_asked: mentee") == [
        f"{CLIENT}:7:15: {NO_LIST}"
    ]


def test_keys_are_no_list(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "sources: [S001]\n", "sources: {}\n") == [
        f"{CLIENT}:30:12: {NO_LIST}"
    ]


def test_a_list_has_no_keys(folder: CriteriaFolder) -> None:
    assert after(folder, "profiles/short.yaml", "{C-1: growth}", "[C-1]") == [
        f"profiles/short.yaml:5:14: {NO_KEYS}"
    ]


def test_a_word_is_no_part(folder: CriteriaFolder) -> None:
    assert after(folder, "scales.yaml", "  levels:\n", "  levels:\n    - five\n") == [
        "scales.yaml:4:5: 6 entries; there are 5 levels, level 0 first. Correct the list.",
        f"scales.yaml:4:7: {NO_KEYS}",
    ]


def test_a_list_is_no_text(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "role: coordinator", "role: [coordinator]") == [
        f"{CLIENT}:6:9: one text is expected, not a list. Write it on one line, or below `>-`."
    ]


def test_a_perspective_file_is_a_list(folder: CriteriaFolder) -> None:
    folder.write(CLIENT, "id: C-1")

    assert folder.problems() == [
        f"{CLIENT}:1:1: a list is expected. Start every entry with `- id:`."
    ]


def test_the_header_is_no_list(folder: CriteriaFolder) -> None:
    folder.write(HEADER, "- id: tiny")

    assert folder.problems() == [f"{HEADER}:1:1: {NO_KEYS}"]


def test_the_parts_of_the_header_are_lists(folder: CriteriaFolder) -> None:
    found = after(folder, HEADER, "phases:\n  - id", "phases:\n    id")

    assert found == [f"{HEADER}:27:5: {NO_LIST}"]


def test_a_profile_holds_all_criteria_or_a_list(folder: CriteriaFolder) -> None:
    name = "profiles/full.yaml"

    for new in ("al", "{C-1: x}", "5"):
        folder.write(name, f"id: full\ntitle: {{nl: a, en: b}}\ncriteria: {new}\n")
        assert folder.problems() == [
            f"{name}:1:1: the key `description` is missing. Add it.",
            f"{name}:3:11: `all` or a list is expected. "
            "Write `all`, or every entry on a line with `- `.",
        ]


def test_a_number_among_the_criteria_of_a_profile_is_no_id(folder: CriteriaFolder) -> None:
    assert after(folder, "profiles/full.yaml", "all", "[C-1, 5]") == [
        'profiles/full.yaml:4:17: `5` without quotes is not read as text. Write "5".'
    ]


def test_a_near_match_is_found_whatever_the_case() -> None:
    assert near("MENTEES", ["mentor", "Mentee"]) == "Did you mean `Mentee`?"


def test_without_near_match_up_to_twenty_five_names_are_listed_and_of_more_one() -> None:
    names = [f"C-{number}" for number in range(26)]

    assert near("zzz", names[:25]) == f"Use one of: {', '.join(names[:25])}."
    assert near("zzz", names) == "Use one of the 26 there are, such as `C-0`."


def test_where_nothing_is_known_the_remedy_is_to_remove_it() -> None:
    assert near("zzz", []) == "Remove it."


def test_after_fifty_problems_in_a_file_words_are_no_longer_compared() -> None:
    located = parse_yaml("theses.yaml", "- id: x")
    for _ in range(49):
        located.note(1, 1, "wrong")
    assert remedy(located, "mente", ["mentee"]) == "Did you mean `mentee`?"

    located.note(1, 1, "wrong")
    assert remedy(located, "mente", ["mentee"]) == "Use one of: mentee."


def test_texts_are_found_in_lists_and_mappings_with_the_steps_to_them() -> None:
    data = {
        "id": "aim",
        "title": {"nl": "Doel"},
        "others": {"coach": {"nl": "Doel"}, "baker": "Doel"},
        "unknown": {"nl": "Doel"},
    }

    assert list(texts(tuple[Aspect, ...], [data], ())) == [
        ((0, "title"), {"nl": "Doel"}),
        ((0, "others", "coach"), {"nl": "Doel"}),
    ]
