"""What YAML offers and criteria files do not use, and what is no YAML at all."""

import pytest

from tests.support.criteria_folder import CriteriaFolder, after

CLIENT = "perspectives/client.yaml"
TITLE = "{nl: Veilig, en: Safe}"
INVALID = "this is no valid YAML:"
ANYWHERE = "Check indentation, quotes and colons here and in the line above."
BRACKETS = "Close every bracket; quote a text with a comma, colon, bracket or `?`."


DISPUTED = [
    *[
        "no",
        "No",
        "NO",
        "yes",
        "on",
        "Off",
        "y",
        "N",
        "true",
        "False",
        "0",
        "-5",
        "1.10",
        "010",
        "0x1F",
        "0b11",
        "0o17",
        "1_000",
        "1e3",
        ".5",
        "5.",
    ],
    *[
        "-.inf",
        ".NaN",
        "1:30",
        "12:30:45",
        "2024-01-01",
        "2024-01-01T10:00:00Z",
        "12345678901234567890",
    ],
    *("0612345678", "2024-1-1 10:00:00 +1"),
]
TEXTS = [
    *[
        "nee",
        "ja",
        "24/7",
        "1.2.3",
        "3-8",
        "06-12",
        "..",
        "5e",
        "no.",
        "1:75",
        "=",
        "nan",
        "inf",
        "+",
        "0x",
    ],
    *("1 op 7", "a -", "2024-01-01 begon het"),
]


@pytest.mark.parametrize("word", DISPUTED)
def test_an_unquoted_word_that_readers_dispute_needs_quotes(
    folder: CriteriaFolder, word: str
) -> None:
    assert after(folder, CLIENT, TITLE, f"\n    nl: {word}\n    en: Safe") == [
        f'{CLIENT}:3:9: `{word}` without quotes is not read as text. Write "{word}".'
    ]


@pytest.mark.parametrize("word", TEXTS)
def test_other_words_are_text(folder: CriteriaFolder, word: str) -> None:
    assert after(folder, CLIENT, TITLE, f"\n    nl: {word}\n    en: Safe") == []


@pytest.mark.parametrize("word", ["no", "true", "010", "1:30", "2024-01-01", "null"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_quotes_make_a_text(folder: CriteriaFolder, word: str, quote: str) -> None:
    assert after(folder, CLIENT, TITLE, f"{{nl: {quote}{word}{quote}, en: Safe}}") == []


def test_a_version_like_a_decimal_needs_quotes(folder: CriteriaFolder) -> None:
    folder.change("catalogue.yaml", 'version: "1"', "version: 1.10")

    assert folder.problems() == [
        'catalogue.yaml:2:10: `1.10` without quotes is not read as text. Write "1.10".'
    ]


def test_an_id_like_a_switch_needs_quotes(folder: CriteriaFolder) -> None:
    folder.change("catalogue.yaml", "id: floor", "id: off")

    assert folder.problems() == [
        'catalogue.yaml:31:9: `off` without quotes is not read as text. Write "off".'
    ]


def test_anchors_and_aliases_are_all_reported(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, TITLE, "&title {nl: Veilig, en: Safe}")
    folder.change(CLIENT, "{nl: Nuttig, en: Useful}", "*title")
    folder.change(CLIENT, "nl: nul", "nl: &word nul")
    folder.change(CLIENT, "nl: een", "nl: *word")

    assert folder.problems() == [
        f"{CLIENT}:2:10: the anchor `&title` is not allowed. Write the text out.",
        f"{CLIENT}:13:12: the anchor `&word` is not allowed. Write the text out.",
        f"{CLIENT}:14:12: the alias `*word` is not allowed. Write the text out.",
        f"{CLIENT}:24:10: the alias `*title` is not allowed. Write the text out.",
    ]


def test_merge_keys_are_reported(folder: CriteriaFolder) -> None:
    found = after(folder, CLIENT, "  weight: 1\n", "  <<: {weight: 1}\n")

    assert found == [f"{CLIENT}:10:3: the merge key `<<` is not allowed. Write the fields out."]


def test_a_merge_of_an_alias_is_reported(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "  weight: 1\n", "  <<: *all\n") == [
        f"{CLIENT}:10:3: the merge key `<<` is not allowed. Write the fields out.",
        f"{CLIENT}:10:7: the alias `*all` is not allowed. Write the text out.",
    ]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("!!python/object/apply:os.system", "tag:yaml.org,2002:python/object/apply:os.system"),
        ("!!str", "tag:yaml.org,2002:str"),
        ("!own", "!own"),
        ("!", "!"),
        ("!<" + "x" * 70 + ">", "x" * 60 + "…"),
    ],
)
def test_tags_are_reported_and_never_obeyed(folder: CriteriaFolder, tag: str, name: str) -> None:
    assert after(folder, CLIENT, "nl: Veilig", f"nl: {tag} Veilig") == [
        f"{CLIENT}:2:15: the tag `{name}` is not allowed. Remove it."
    ]


def test_a_second_document_is_refused(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "- id: C-2", "---\n- id: C-2") == [
        f"{CLIENT}:23:1: a second document (`---`). Keep one per file."
    ]


def test_a_first_document_may_be_marked(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "- id: C-1", "---\n- id: C-1") == []


def test_a_key_stands_in_a_part_once(folder: CriteriaFolder) -> None:
    assert after(
        folder, CLIENT, "  role: coordinator\n", "  role: mentor\n  role: coordinator\n"
    ) == [f"{CLIENT}:7:3: the key `role` stands here twice, first in line 6. Keep one."]


@pytest.mark.parametrize("key", ["[a]", "{a: b}"])
def test_a_key_is_a_word(folder: CriteriaFolder, key: str) -> None:
    found = after(folder, CLIENT, TITLE, f"{{{key}: b}}")

    assert found[-1] == f"{CLIENT}:2:11: a mapping or list as key. Use a plain word as key."


@pytest.mark.parametrize(
    ("escape", "message"),
    [
        (r"\0", "the character U+0000 cannot be used. Remove it."),
        (r"\e", "the character U+001B cannot be used. Remove it."),
        (r"\x9b", "the character U+009B cannot be used. Remove it."),
        (r"\u2028", "the character U+2028 cannot be used. Remove it."),
        (r"\r", "the character U+000D cannot be used. Remove it."),
        (r"\t", "a tab. Use spaces instead."),
    ],
)
def test_an_escape_brings_in_nothing_unusable(
    folder: CriteriaFolder, escape: str, message: str
) -> None:
    assert after(folder, CLIENT, "nl: Veilig", f'nl: "a{escape}b"') == [f"{CLIENT}:2:15: {message}"]


def test_a_key_with_an_escape_is_shown_safely(folder: CriteriaFolder) -> None:
    assert after(folder, CLIENT, "  weight: 1\n", '  "w\\ex": 1\n')[:2] == [
        f"{CLIENT}:10:3: the character U+001B cannot be used. Remove it.",
        f"{CLIENT}:10:3: unknown key `w\\u001bx`. Use one of: id, title, question, ask, role, "
        "also_asked, phase, requirement, weight, scale, rubric, rubric_for, core, why, look_for, prompts, "
        "next_steps, not_applicable, origin, evidence, sources, studies, supported_by.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            TITLE,
            "\n    nl: Let op: dit\n    en: Safe",
            f"3:15: {INVALID} mapping values are not allowed in this context. "
            "Check the indentation; quote a text that contains a colon.",
        ),
        (
            "  title",
            "   title",
            f"2:9: {INVALID} mapping values are not allowed in this context. "
            "Check the indentation; quote a text that contains a colon.",
        ),
        (
            TITLE,
            "{nl: Let op: dit, en: Safe}",
            f"2:21: {INVALID} did not find expected ',' or '}}'. {BRACKETS}",
        ),
        (
            TITLE,
            "{nl: Veilig, en: Safe",
            f"3:11: {INVALID} did not find expected ',' or '}}'. {BRACKETS}",
        ),
        (
            TITLE,
            "{nl: @home, en: Safe}",
            f"2:15: {INVALID} found character that cannot start any token. "
            "Put quotes around a text that starts with a special character.",
        ),
        (
            TITLE,
            "{nl: Veilig, en:}",
            f"2:25: {INVALID} found unexpected ':'. "
            "Put a space after every colon; quote a text that contains one.",
        ),
        (
            "  sources: [S001]",
            " sources: [S001]",
            f"30:2: {INVALID} did not find expected '-' indicator. {ANYWHERE}",
        ),
        (
            "nl: Veilig",
            r'nl: "\q"',
            f"2:15: {INVALID} found unknown escape character. {ANYWHERE}",
        ),
    ],
)
def test_what_is_no_yaml_is_pointed_at(
    folder: CriteriaFolder, old: str, new: str, expected: str
) -> None:
    assert after(folder, CLIENT, old, new) == [f"{CLIENT}:{expected}"]


def test_a_quote_that_is_never_closed_is_found_where_it_opens(folder: CriteriaFolder) -> None:
    folder.write("theses.yaml", '- id: "T-1\n  statement: x\n')

    assert folder.problems() == [
        f"theses.yaml:1:7: {INVALID} found unexpected end of stream. "
        "Close the quote that is opened here."
    ]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quote_that_closes_far_too_late_is_found_where_it_opens(
    folder: CriteriaFolder, quote: str
) -> None:
    folder.write("theses.yaml", f"- id: {quote}T-1\n  x: y\n  statement: {quote}one{quote} two\n")

    assert folder.problems() == [
        f"theses.yaml:1:7: {INVALID} a quote opens here and closes only in line 3. "
        "Close it where its text ends."
    ]


def test_an_apostrophe_or_a_quote_that_closes_in_its_line_is_not_taken_for_the_fault(
    folder: CriteriaFolder,
) -> None:
    for line in ("  x: don't", '  x: "y"'):
        sign = line[-2] if "don" in line else '"'
        folder.write("theses.yaml", f"- id: T-1\n{line}\n  statement: {sign}one{sign} two\n")

        (problem,) = folder.problems()
        assert problem.startswith("theses.yaml:3:")


def test_an_unknown_directive_is_no_yaml(folder: CriteriaFolder) -> None:
    folder.write("theses.yaml", "%YAML 9.9\n---\n[]\n")

    assert folder.problems() == [
        f"theses.yaml:1:1: {INVALID} found incompatible YAML document. {ANYWHERE}"
    ]
