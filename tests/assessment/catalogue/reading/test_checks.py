"""What must hold across files: languages, lengths, what no catalogue can do without, origins.

References have a test module of their own, test_references.py.
"""

import pytest

from assessment.catalogue.reading.checks import check_texts, languages_of
from assessment.catalogue.reading.yaml_document import parse_yaml
from tests.support.criteria_folder import FILES, STUDIES, CriteriaFolder, after

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"
NO_TEXTS = "a text in every language is expected. Write each after its code: `nl: ...`."
NO_LIST = "a list is expected. Start every entry on a line of its own with `- `."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("{nl: Veilig}", ["2:10: the text lacks `en`. Add it."]),
        ("{}", ["2:10: the text lacks `en`. Add it.", "2:10: the text lacks `nl`. Add it."]),
        ('{nl: "", en: Safe}', ["2:15: the text is empty. Fill it in."]),
        ('{nl: "  ", en: Safe}', ["2:15: the text is empty. Fill it in."]),
        ("{nl: null, en: Safe}", ["2:15: the text is empty. Fill it in."]),
        ("{nl: ~, en: Safe}", ["2:15: the text is empty. Fill it in."]),
        ("\n    nl:\n    en: Safe", ["3:8: the text is empty. Fill it in."]),
        (
            "{nl: Veilig, en: Safe, fr: Sur}",
            ["2:33: `fr` is no language of this catalogue. Use one of: nl, en."],
        ),
        (
            "{nl: Veilig, eng: Safe}",
            [
                "2:10: the text lacks `en`. Add it.",
                "2:23: `eng` is no language of this catalogue. Did you mean `en`?",
            ],
        ),
        (
            "{nl: Veilig, en: Safe, though}",
            ["2:33: `though` is no language of this catalogue. Use one of: nl, en."],
        ),
        ("Veilig", [f"2:10: {NO_TEXTS}"]),
        ("[Veilig, Safe]", [f"2:10: {NO_TEXTS}"]),
        ("", [f"2:9: {NO_TEXTS}"]),
        (
            "{nl: [Veilig], en: Safe}",
            ["2:15: one text is expected, not a list. Write it on one line, or below `>-`."],
        ),
        (
            "{nl: {a: b}, en: Safe}",
            [
                "2:15: one text is expected, not keys with values. "
                "Write it on one line, or below `>-`."
            ],
        ),
    ],
)
def test_a_text_stands_in_every_language(
    folder: CriteriaFolder, new: str, expected: list[str]
) -> None:
    found = after(folder, CLIENT, "{nl: Veilig, en: Safe}", new)

    assert found == [f"{CLIENT}:{problem}" for problem in expected]


@pytest.mark.parametrize(
    ("name", "old", "place"),
    [
        (HEADER, ", en: Tiny", "3:8"),
        (HEADER, ", en: Has a mentor.", "20:18"),
        (HEADER, ", en: Elements", "42:12"),
        ("scales.yaml", ", en: Practice", "2:10"),
        ("scales.yaml", ", en: Absent", "4:14"),
        (CLIENT, ", en: four", "17:7"),
        (CLIENT, ', en: "Do you feel safe?"', "5:13"),
        (CLIENT, ", en: Because.", "18:8"),
        (CLIENT, ", en: A sheet.", "20:7"),
        ("theses.yaml", ", en: anything", "3:15"),
        ("profiles/short.yaml", ", en: Short", "2:8"),
    ],
)
def test_a_missing_language_is_found_everywhere(
    folder: CriteriaFolder, name: str, old: str, place: str
) -> None:
    assert after(folder, name, old, "") == [f"{name}:{place}: the text lacks `en`. Add it."]


def test_a_new_language_lists_every_text_to_translate(folder: CriteriaFolder) -> None:
    texts = sum(
        path.read_text(encoding="utf-8").count("nl:")
        for path in folder.path.rglob("*")
        if path.is_file()
    )

    found = after(folder, HEADER, "[nl, en]", "[nl, en, fr]")

    assert len(found) == texts == 51
    assert all(problem.endswith(": the text lacks `fr`. Add it.") for problem in found)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("[]", ["5:12: there are no languages. Add at least one."]),
        ("nl", [f"5:12: {NO_LIST}"]),
        ("[nl, no]", ['5:17: `no` without quotes is not read as text. Write "no".']),
        (
            "[nl, nl, Dutch]",
            [
                "5:17: `nl` stands here twice. Keep one.",
                "5:21: `Dutch` is no language code. Write one such as `nl` or `pt-BR`.",
            ],
        ),
    ],
)
def test_wrong_languages_are_reported_once_and_not_at_every_text(
    folder: CriteriaFolder, new: str, expected: list[str]
) -> None:
    found = after(folder, HEADER, "[nl, en]", new)

    assert found == [f"{HEADER}:{problem}" for problem in expected]


def test_a_rubric_has_a_text_for_every_level(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "    - {nl: vier, en: four}\n", "") == [
        f"{CLIENT}:13:5: 4 entries; there are 5 levels, level 0 first. Correct the list."
    ]


def test_a_scale_has_five_levels(folder: CriteriaFolder) -> None:
    text = (folder.path / "scales.yaml").read_text(encoding="utf-8")
    folder.write("scales.yaml", text[: text.index("    - label: {nl: Verbeterd")])

    assert folder.problems() == [
        "scales.yaml:4:5: 4 entries; there are 5 levels, level 0 first. Correct the list."
    ]


def test_a_scale_without_levels_is_refused(folder: CriteriaFolder) -> None:
    text = (folder.path / "scales.yaml").read_text(encoding="utf-8")
    folder.write("scales.yaml", text[: text.index("levels:")] + "levels: []\n")

    assert folder.problems() == [
        "scales.yaml:3:11: 0 entries; there are 5 levels, level 0 first. Correct the list."
    ]


def test_the_version_is_not_empty(folder: CriteriaFolder) -> None:
    assert after(folder, HEADER, 'version: "1"', 'version: ""') == [
        f"{HEADER}:2:10: the version is empty. Fill it in."
    ]


@pytest.mark.parametrize("kind", ["roles", "perspectives", "phases", "ambitions"])
def test_a_catalogue_cannot_do_without(folder: CriteriaFolder, kind: str) -> None:
    text = (folder.path / HEADER).read_text(encoding="utf-8")
    start = text.index(f"{kind}:")
    end = next(i for i in range(start + 1, len(text)) if text[i - 1] == "\n" and text[i] != " ")
    folder.write(HEADER, f"{text[:start]}{kind}: []\n{text[end:]}")

    place = text[:start].count("\n") + 1, len(kind) + 3
    assert f"{HEADER}:{place[0]}:{place[1]}: there are no {kind}. Add at least one." in (
        folder.problems()
    )


def test_some_role_is_asked_everything(folder: CriteriaFolder) -> None:
    assert after(folder, HEADER, "    asked_everything: true\n", "") == [
        f"{HEADER}:7:3: no role is asked everything. "
        "Give the organisation's own `asked_everything: true`."
    ]


def test_what_is_asked_everything_speaks_for_the_organisation(folder: CriteriaFolder) -> None:
    assert after(folder, HEADER, "organisation: true", "organisation: false") == [
        f"{HEADER}:12:23: an anonymous role is asked everything. "
        "Give it `organisation: true`, or remove this."
    ]


def test_one_role_alone_is_asked_everything(folder: CriteriaFolder) -> None:
    found = after(
        folder,
        HEADER,
        "  - id: mentor\n",
        "  - id: mentor\n    organisation: true\n    asked_everything: true\n",
    )

    assert found[0].endswith(
        "another role is asked everything already. Keep the organisation's own one."
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "[S001-A1]",
            "[]",
            "21:12: no source is named. "
            "Name one, or a study, or write `origin: standards` if only standards ask it.",
        ),
        (
            "  sources: [S001-A1]",
            "  origin: standards\n  sources: [S001-A1]",
            "22:12: there are sources here, and `origin: standards` says there are none. "
            "Remove one.",
        ),
        (
            "  sources: [S001-A1]\n  supported_by: [EEP4-S2, EEP4]",
            "  origin: standards\n  sources: []",
            "21:11: no standard is named. Name in `supported_by` which standards ask this.",
        ),
        (
            "  sources: [S001-A1]",
            "  origin: standard\n  sources: [S001-A1]",
            "21:11: `standard` is not allowed. Did you mean `standards`?",
        ),
        (
            "  sources: [S001-A1]",
            "  evidence: reserch\n  sources: [S001-A1]",
            "21:13: `reserch` is not allowed. Did you mean `research`?",
        ),
        (
            "  sources: [S001-A1]",
            "  sources: [S001-A1]\n  studies: [DB03]",
            "22:13: there is no study `DB03`. Did you mean `DB02`?",
        ),
    ],
)
def test_a_criterion_says_what_it_rests_on(
    folder: CriteriaFolder, old: str, new: str, expected: str
) -> None:
    folder.write(HEADER, FILES[HEADER] + STUDIES)

    assert after(folder, CLIENT, old, new) == [f"{CLIENT}:{expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("languages: [nl, en]", ["nl", "en"]),
        ("languages: []", []),
        ("languages: nl", []),
        ("languages: [nl, Dutch]", []),
        ("languages: [nl, 5]", []),
        ("id: tiny", []),
        ("- nl", []),
    ],
)
def test_languages_are_known_only_when_the_header_names_them_rightly(
    text: str, expected: list[str]
) -> None:
    assert languages_of(parse_yaml(HEADER, text)) == expected


def test_while_no_languages_are_known_only_empty_texts_are_reported() -> None:
    located = parse_yaml(HEADER, "title: {nl: Klein, xx: ''}")

    check_texts(located, [(("title",), located.data["title"])], [])

    assert [str(problem) for problem in located.problems] == [
        f"{HEADER}:1:24: the text is empty. Fill it in."
    ]
