"""What a catalogue may hold beside its criteria: tensions, boundaries, a relationship."""

import json

import pytest

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from tests.support.criteria_folder import EXTRAS, CriteriaFolder, after

CLIENT = "perspectives/client.yaml"
TENSIONS, BOUNDARIES, RELATIONSHIP, FACTORS, HELP, GUIDES, SCRIPT = EXTRAS
# of the same folder, before there were levels per role, marks, a core and studies
HASH_BEFORE = "f15959af2f3d5e868af9a3a1a2d12767ba2a34f01735f5159314200fd4a2fb8c"


def test_they_arrive_in_the_catalogue(rich_folder: CriteriaFolder) -> None:
    catalogue = load_catalogue(rich_folder.path)

    assert [tension.id for tension in catalogue.tensions] == ["TN-1"]
    assert catalogue.boundaries is not None
    assert [signal.profession for signal in catalogue.boundaries.signals] == ["coach"]
    assert catalogue.relationship is not None
    assert catalogue.relationship.timeline is not None
    assert [step.product is None for step in catalogue.relationship.timeline.steps] == [False, True]


@pytest.mark.parametrize("name", [name for name in EXTRAS if name != GUIDES])
def test_each_may_be_left_out(rich_folder: CriteriaFolder, name: str) -> None:
    rich_folder.remove(name)

    assert rich_folder.problems() == []


def test_the_timeline_may_be_left_out(rich_folder: CriteriaFolder) -> None:
    rich_folder.write(RELATIONSHIP, EXTRAS[RELATIONSHIP].partition("timeline:")[0])

    relationship = load_catalogue(rich_folder.path).relationship

    assert relationship is not None
    assert relationship.timeline is None


def test_a_criterion_knows_the_tensions_that_touch_it(rich_folder: CriteriaFolder) -> None:
    catalogue = load_catalogue(rich_folder.path)

    found = {c.id: [t.id for t in catalogue.tensions_of(c)] for c in catalogue.criteria}

    assert found == {"C-1": ["TN-1"], "C-2": []}


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            TENSIONS,
            "[C-1]",
            "[C-9]",
            "6:14: there is no criterion `C-9`. Did you mean `C-2`?",
        ),
        (
            TENSIONS,
            "S001-K1",
            "S002-K1",
            "7:13: there is no source `S002`. Did you mean `S001`?",
        ),
        (
            BOUNDARIES,
            "      coach:",
            "      couch:",
            "11:7: there is no profession `couch`. Did you mean `coach`?",
        ),
        (
            BOUNDARIES,
            "profession: coach",
            "profession: baker",
            "14:17: there is no profession `baker`. Use one of: coach.",
        ),
        (
            BOUNDARIES,
            "[C-1, C-2]",
            "[C-1, C-1]",
            "17:21: `C-1` stands here twice. Keep one.",
        ),
        (BOUNDARIES, "[S001-B1]", "[x]", "18:11: there is no source `x`. Use one of: S001."),
        (
            RELATIONSHIP,
            "[C-2]",
            "[C-7]",
            "9:16: there is no criterion `C-7`. Did you mean `C-2`?",
        ),
        (
            RELATIONSHIP,
            "[S001-P1]",
            "[S01]",
            "10:15: there is no source `S01`. Did you mean `S001`?",
        ),
        (
            RELATIONSHIP,
            "  sources: [S001]",
            "  sources: [S01]",
            "22:13: there is no source `S01`. Did you mean `S001`?",
        ),
    ],
)
def test_a_reference_leads_somewhere(
    rich_folder: CriteriaFolder, name: str, old: str, new: str, expected: str
) -> None:
    assert after(rich_folder, name, old, new) == [f"{name}:{expected}"]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (TENSIONS, ", en: Often.", "", "3:13: the text lacks `en`. Add it."),
        (TENSIONS, "one_side", "one", "1:3: the key `one_side` is missing. Add it."),
        (TENSIONS, "TN-1", "T 1", "1:7: `T 1` cannot be an id, which holds"),
        (BOUNDARIES, ", en: One aim.", "", "11:14: the text lacks `en`. Add it."),
        (BOUNDARIES, "sources", "source", "18:1: unknown key `source`. Did you mean `sources`?"),
        (RELATIONSHIP, ", en: No rule.", "", "13:9: the text lacks `en`. Add it."),
        (RELATIONSHIP, ", en: Pair", "", "21:12: the text lacks `en`. Add it."),
        (RELATIONSHIP, "      who: {nl: M", "      by: {nl: M", "15:7: the key `who` is missing."),
    ],
)
def test_fields_and_texts_are_checked(
    rich_folder: CriteriaFolder, name: str, old: str, new: str, expected: str
) -> None:
    found = after(rich_folder, name, old, new)

    assert any(problem.startswith(f"{name}:{expected}") for problem in found), found


def test_an_id_stands_among_its_kind_once(rich_folder: CriteriaFolder) -> None:
    signals = EXTRAS[BOUNDARIES].partition("signals:\n")[2].partition("sources:")[0]

    assert after(rich_folder, BOUNDARIES, "sources:", f"{signals}sources:") == [
        f"{BOUNDARIES}:18:9: the id `BS-1` stands here and in {BOUNDARIES}:13. Give one another id."
    ]


@pytest.mark.parametrize("name", [BOUNDARIES, RELATIONSHIP])
def test_a_list_where_one_part_is_expected_is_one_message(
    rich_folder: CriteriaFolder, name: str
) -> None:
    rich_folder.write(name, "- id: x\n")

    assert rich_folder.problems() == [
        f"{name}:1:1: keys with values are expected. Write `key: value` on lines of their own."
    ]


def test_as_long_as_professions_are_not_known_nothing_points_to_nowhere(
    rich_folder: CriteriaFolder,
) -> None:
    assert after(rich_folder, BOUNDARIES, "professions:", "profession:") == [
        f"{BOUNDARIES}:1:1: the key `professions` is missing. Add it.",
        f"{BOUNDARIES}:3:1: unknown key `profession`. Did you mean `professions`?",
    ]


def test_a_criterion_from_the_standards_has_no_sources(folder: CriteriaFolder) -> None:
    new = "  origin: standards\n  evidence: practice\n  sources: []"
    folder.change(CLIENT, "  sources: [S001-A1]", new)

    criterion = load_catalogue(folder.path).by_id["C-1"]

    assert (criterion.origin, criterion.evidence) == ("standards", "practice")


def test_a_snapshot_from_before_they_existed_keeps_its_hash(folder: CriteriaFolder) -> None:
    catalogue = load_catalogue(folder.path)
    plain = json.loads(catalogue.snapshot)

    assert not {"tensions", "boundaries", "relationship"} & plain.keys()
    assert not {"origin", "evidence"} & plain["criteria"][0].keys()
    assert Catalogue.from_snapshot(catalogue.snapshot).content_hash == catalogue.content_hash


def test_a_catalogue_keeps_the_hash_that_earlier_versions_gave_it(
    rich_folder: CriteriaFolder,
) -> None:
    rich_folder.remove(FACTORS)
    catalogue = load_catalogue(rich_folder.path)

    again = Catalogue.from_snapshot(catalogue.snapshot)

    assert catalogue.content_hash == HASH_BEFORE
    assert again.content_hash == HASH_BEFORE


def test_a_snapshot_holds_them_all_but_the_numbers_to_call(rich_folder: CriteriaFolder) -> None:
    catalogue = load_catalogue(rich_folder.path)

    again = Catalogue.from_snapshot(catalogue.snapshot)

    assert [number.number for number in catalogue.help] == ["0800-0432", "102"]
    assert again == catalogue.model_copy(update={"help": (), "guides": (), "scripts": ()})
    assert again.content_hash == catalogue.content_hash


def test_another_number_is_the_same_catalogue(rich_folder: CriteriaFolder) -> None:
    before = load_catalogue(rich_folder.path).content_hash
    rich_folder.change(HELP, '"102"', '"103"')

    assert load_catalogue(rich_folder.path).content_hash == before


@pytest.mark.parametrize("day", ["2026-11-20", '"20-11-2026"', "yes", "[]"])
def test_a_number_was_checked_on_a_day_or_not_yet(rich_folder: CriteriaFolder, day: str) -> None:
    rich_folder.change(HELP, "checked: null", f"checked: {day}")

    [problem] = rich_folder.problems()
    assert problem.startswith(f"{HELP}:12:12: ")
    assert problem.endswith(
        'is no day. Write one such as "2026-11-20", in quotes, or null for not yet.'
    )


def test_a_number_is_a_text(rich_folder: CriteriaFolder) -> None:
    rich_folder.change(HELP, '"102"', "102")

    assert rich_folder.problems() == [
        f'{HELP}:9:11: `102` without quotes is not read as text. Write "102".'
    ]


def test_a_factor_makes_succeed_or_fail_and_names_what_is_there(
    rich_folder: CriteriaFolder,
) -> None:
    rich_folder.change(FACTORS, "success", "succes")
    rich_folder.change(FACTORS, "criteria: [C-1]", "criteria: [C-9]")

    assert rich_folder.problems() == [
        f"{FACTORS}:2:9: `succes` is not allowed. Did you mean `success`?",
        f"{FACTORS}:5:14: there is no criterion `C-9`. Did you mean `C-2`?",
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [("role: mentor\n", "role"), ("    own: {nl: De hele mens., en: The whole person.}\n", "own")],
)
def test_boundaries_say_of_whom_and_what_is_own(
    rich_folder: CriteriaFolder, line: str, name: str
) -> None:
    rich_folder.change(BOUNDARIES, line, "")

    assert any(f"the key `{name}` is missing. Add it." in p for p in rich_folder.problems())
