"""A catalogue laid out in rows: questions for one role, choices, settings and the rest."""

import json

from exchange.xlsform.sheets import sheets
from tests.support.catalogues import a_catalogue, a_criterion, text
from tests.support.files.xlsforms import small

WORDS = {
    name: {"en": name.upper()} for name in ("comment", "not_applicable", "unknown", "declined")
}


def rows(sheet: list[list[str]]) -> list[dict[str, str]]:
    header, *rest = sheet
    return [dict(zip(header, cells, strict=True)) for cells in rest]


def test_only_what_a_role_is_asked_becomes_a_question_in_the_words_for_it() -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", also_asked=("mentee",), ask={"mentee": text("mine")}), a_criterion("C-2")
    )
    made = sheets(catalogue, "mentee", WORDS)
    survey = rows(made["survey"])

    assert [(row["type"], row["name"]) for row in survey] == [
        ("begin_group", "group_client"),
        ("select_one practice", "C-1"),
        ("text", "C-1_comment"),
        ("end_group", ""),
    ]
    assert survey[1]["label::English (en)"] == "mine"
    assert survey[1]["ms_question_en"] == survey[1]["hint::English (en)"] == "words"
    rest = {row["path"]: json.loads(row["value"]) for row in rows(made["mentorspiegel"])}
    assert rest["asked_role"] == "mentee"
    assert [rest[f"order/[{n}]"] for n in (0, 1)] == ["C-1", "C-2"]
    assert rest["catalogue/criteria/[0]/id"] == "C-2"


def test_a_list_of_choices_has_five_levels_and_three_other_states() -> None:
    choices = rows(sheets(small(), "coordinator", WORDS)["choices"])
    lists = {row["list_name"]: [] for row in choices}
    for row in choices:
        lists[row["list_name"]].append((row["name"], row["label::English (en)"]))

    assert [name for name, _ in lists["C-1"]] == [
        *("0", "1", "2", "3", "4", "not_applicable", "unknown", "declined"),
    ]
    assert lists["C-1"][2] == ("2", "seen 2")
    assert lists["practice"][-1] == ("declined", "DECLINED")
    assert "_2" not in lists


def test_the_settings_name_the_form_for_its_role() -> None:
    (settings,) = rows(sheets(small(), "mentor", WORDS)["settings"])

    assert settings["form_id"] == "tiny_mentor"
    assert (settings["version"], settings["default_language"]) == ("1", "English (en)")
