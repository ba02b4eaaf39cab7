"""Every text stands in every language of the catalogue."""

import pytest

from tests.assessment.catalogue.reading.conftest import CriteriaFolder

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"
NO_TEXTS = "a text in every language is expected. Write each after its code: `nl: ...`."
NO_LIST = "a list is expected. Start every entry on a line of its own with `- `."


def after(folder: CriteriaFolder, name: str, old: str, new: str) -> list[str]:
    folder.change(name, old, new)
    return folder.problems()


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
