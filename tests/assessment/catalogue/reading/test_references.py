"""Ids, what they point at, and who is asked."""

import pytest

from tests.support.criteria_folder import FILES, STUDIES, CriteriaFolder, after

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            CLIENT,
            "role: coordinator",
            "role: coordinater",
            "6:9: there is no role `coordinater`. Did you mean `coordinator`?",
        ),
        (
            CLIENT,
            "role: mentor",
            "role: friend",
            "26:9: there is no role `friend`. Use one of: coordinator, mentor, mentee.",
        ),
        (
            CLIENT,
            "[mentee]",
            "[mentee, Mentor]",
            "7:24: there is no role `Mentor`. Did you mean `mentor`?",
        ),
        (
            CLIENT,
            "    mentee:",
            "    mente:",
            "5:5: there is no role `mente`. Did you mean `mentee`?",
        ),
        (
            CLIENT,
            "phase: preparation",
            "phase: prep",
            "8:10: there is no phase `prep`. Use one of: preparation.",
        ),
        (
            CLIENT,
            "scale: practice",
            "scale: practise",
            "11:10: there is no scale `practise`. Did you mean `practice`?",
        ),
        (
            CLIENT,
            "S001-A1",
            "S002-A1",
            "21:13: there is no source `S002`. Did you mean `S001`?",
        ),
        (CLIENT, "S001-A1", "x", "21:13: there is no source `x`. Use one of: S001."),
        (
            CLIENT,
            "EEP4-S2",
            "EEP-S2",
            "22:18: there is no standard `EEP`. Did you mean `EEP4`?",
        ),
        (
            "theses.yaml",
            "[C-1]",
            "[C-1, C-9]",
            "7:19: there is no criterion `C-9`. Did you mean `C-2`?",
        ),
        (
            "theses.yaml",
            "[C-1]",
            "[C-1]\n  sources: [S1]",
            "8:13: there is no source `S1`. Did you mean `S001`?",
        ),
        (
            "profiles/short.yaml",
            "criteria: [C-1]",
            "criteria: [X]",
            "4:12: there is no criterion `X`. Use one of: C-1, C-2.",
        ),
        (
            "profiles/short.yaml",
            "{C-1: growth}",
            "{C-7: growth}",
            "5:15: there is no criterion `C-7`. Did you mean `C-2`?",
        ),
    ],
)
def test_a_reference_leads_somewhere(
    folder: CriteriaFolder, name: str, old: str, new: str, expected: str
) -> None:
    assert f"{name}:{expected}" in after(folder, name, old, new)


def test_a_reference_when_there_is_nothing_to_refer_to(folder: CriteriaFolder) -> None:
    text = (folder.path / HEADER).read_text(encoding="utf-8")
    folder.write(HEADER, text[: text.index("standards:")])

    assert folder.problems() == [
        f"{CLIENT}:22:18: there is no standard `EEP4`. Remove it.",
        f"{CLIENT}:22:27: there is no standard `EEP4`. Remove it.",
    ]


def test_among_many_only_one_is_named_as_an_example(folder: CriteriaFolder) -> None:
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    second = text[text.index("- id: C-2") :]
    numbers = range(3, 30)
    folder.write(CLIENT, text + "".join(second.replace("C-2", f"C-{n}") for n in numbers))
    folder.write("ids.lock", "".join(f"C-{n}\n" for n in range(1, 30)))

    assert after(folder, "theses.yaml", "[C-1]", "[zzz]") == [
        "theses.yaml:7:14: there is no criterion `zzz`. Use one of the 29 there are, such as `C-1`."
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (CLIENT, "[mentee]", "[mentee, mentee]", "7:24: `mentee` stands here twice. Keep one."),
        (
            CLIENT,
            "[S001-A1]",
            "[S001-A1, S001-A1]",
            "21:22: `S001-A1` stands here twice. Keep one.",
        ),
        ("theses.yaml", "[C-1]", "[C-1, C-1]", "7:19: `C-1` stands here twice. Keep one."),
        (
            "profiles/short.yaml",
            "criteria: [C-1]",
            "criteria: [C-1, C-1]",
            "4:17: `C-1` stands here twice. Keep one.",
        ),
    ],
)
def test_nothing_is_named_twice(
    folder: CriteriaFolder, name: str, old: str, new: str, expected: str
) -> None:
    assert after(folder, name, old, new) == [f"{name}:{expected}"]


def test_an_id_stands_in_one_place_of_a_file(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "C-1\n")

    assert after(folder, CLIENT, "id: C-2", "id: C-1") == [
        f"{CLIENT}:23:7: the id `C-1` stands here and in {CLIENT}:1. Give one another id."
    ]


def test_an_id_stands_in_one_file(folder: CriteriaFolder) -> None:
    folder.change(HEADER, "  - id: client\n", "  - id: result\n    <>\n  - id: client\n")
    part = "{nl: x, en: x}"
    folder.change(
        HEADER, "    <>", f"    title: {part}\n    definition: {part}\n    question: {part}"
    )
    folder.write("perspectives/result.yaml", (folder.path / CLIENT).read_bytes())

    assert folder.problems() == [
        f"perspectives/result.yaml:1:7: the id `C-1` stands here and in {CLIENT}:1. "
        "Give one another id.",
        f"perspectives/result.yaml:23:7: the id `C-2` stands here and in {CLIENT}:23. "
        "Give one another id.",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            HEADER,
            "id: mentee",
            "id: mentor",
            f"17:9: the id `mentor` stands here and in {HEADER}:13.",
        ),
        (
            "theses.yaml",
            "- id: T-1",
            "- id: T-1\n- id: T-1",
            "2:7: the id `T-1` stands here and in theses.yaml:1.",
        ),
    ],
)
def test_an_id_stands_among_its_kind_once(
    folder: CriteriaFolder, name: str, old: str, new: str, expected: str
) -> None:
    assert f"{name}:{expected} Give one another id." in after(folder, name, old, new)


def test_parts_of_different_kinds_may_share_an_id(folder: CriteriaFolder) -> None:
    folder.change(HEADER, "id: preparation", "id: client")
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    folder.write(CLIENT, text.replace("phase: preparation", "phase: client"))

    assert folder.problems() == []


@pytest.mark.parametrize(
    "rests_on", ["sources: []\n  studies: [DB02]", "evidence: law\n  sources: [S001]"]
)
def test_a_criterion_may_rest_on_a_study_or_a_law(folder: CriteriaFolder, rests_on: str) -> None:
    folder.write(HEADER, FILES[HEADER] + STUDIES)

    assert after(folder, CLIENT, "sources: [S001-A1]", rests_on) == []


def test_a_study_is_named_whole_and_has_a_year(folder: CriteriaFolder) -> None:
    folder.write(HEADER, FILES[HEADER] + STUDIES.replace("2002", '"2002"'))

    assert after(folder, CLIENT, "  sources: [S001-A1]", "  sources: []\n  studies: [DB02-1]") == [
        f"{HEADER}:46:11: `2002` is no year. Write one from 1900 to 2100, without quotes.",
        f"{CLIENT}:22:13: there is no study `DB02-1`. Did you mean `DB02`?",
    ]


@pytest.mark.parametrize("year", ["1899", "2101", "02"])
def test_a_year_is_one_of_our_time(folder: CriteriaFolder, year: str) -> None:
    folder.write(HEADER, FILES[HEADER] + STUDIES.replace("2002", year))

    assert len(folder.problems()) == 1
