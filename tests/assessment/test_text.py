"""Which texts can be kept, and cells that no spreadsheet calculates."""

from unicodedata import category, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidInput
from assessment.text import (
    MAX_NAME,
    check_characters,
    is_language,
    neutralised,
    restored,
    short_text,
    starts_like_formula,
)


@pytest.mark.parametrize("text", ["", "één", "أهلا", "👩‍🏫", "a\tb\r\nc", "\x07"])
def test_characters_of_every_script_can_be_kept(text: str) -> None:
    check_characters("comment", text)


@pytest.mark.parametrize("text", ["\0", "a\0b", "half a pair \ud83d"])
def test_a_nul_and_half_a_surrogate_pair_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="The comment holds a character") as caught:
        check_characters("comment", text)

    assert (caught.value.field, caught.value.rule) == ("comment", "characters")


def test_a_short_text_has_single_spaces_and_none_around_it() -> None:
    assert short_text("region", " \n Sint \u00a0\u3000 Niklaas\t") == "Sint Niklaas"
    assert short_text("region", "  ") == ""


# what nobody sees: without width, turning the line, tags, empty letters, joiners where nothing
# is joined, marks on nothing, private use, and what is not a character or not one yet
UNSEEN = (
    *(
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\u2060",
        "\u2063",
        "\u200c",
        "\u200d",
        "\u034f",
        "\x1b",
        "\x07",
    ),
    *("\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\ufffc", "\ufff9"),
    *("\u115f", "\u3164", "\uffa0", "\u2800", "\ufe0f", "\ufe00", "\u180e", "\ue000", "\uffff"),
    *("\U000e0041", "\U000e0100", "\U000e0fff", "\U0001d173", "\U0010fffd", "\u0378", "\u2065"),
)


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_nobody_sees_makes_no_other_name(sign: str) -> None:
    for name in ("Klimop", "Café 9", "مرشد", "मित्र", "🏔 gids"):
        middle = len(name) // 2
        for hidden in (f"{sign}{name}", f"{name}{sign}", f"{name[:2]}{sign}{name[2:]}"):
            assert short_text("name", hidden) == name
        assert short_text("name", sign.join((name[:middle], name[middle:]))) == name
    assert short_text("name", sign * 3) == ""


def test_an_accent_is_one_way_written_and_a_mark_on_nothing_is_gone() -> None:
    assert short_text("name", "Cafe\u0301") == short_text("name", "Caf\u00e9") == "Caf\u00e9"
    assert short_text("name", "\u0301Caf\u00e9 \u0308") == "Caf\u00e9"


@pytest.mark.parametrize(
    "name",
    [
        "👩\u200d🏫 voor de klas",  # one picture, not two
        "می\u200cخواهم",  # Persian: two parts of a word that do not join
        "क्\u200dष",  # Hindi: a letter in another form
        "שלום עולם",
        "Ελλάδα",
        "n\u0303o\u0323",
        "A\U0001fae8",  # a picture that is newer than our tables
        "№ 7 · R&D – “Samen” ✓",
    ],
)
def test_what_is_seen_of_a_name_stays(name: str) -> None:
    shown = short_text("name", name)

    assert normalize("NFC", name) == shown
    assert short_text("name", shown) == shown


@settings(deadline=None)
@given(st.text(max_size=30))
def test_a_short_text_is_the_same_when_it_is_read_again(text: str) -> None:
    try:
        shown = short_text("name", text)
    except InvalidInput:
        return
    assert short_text("name", shown) == shown
    assert shown == " ".join(shown.split())
    assert not {category(sign) for sign in shown} & {"Cc", "Co", "Cs", "Zl", "Zp"}


def test_the_length_of_a_short_text_is_counted_without_the_space_around_it() -> None:
    assert short_text("name", f"  {'x' * MAX_NAME}  ") == "x" * 200

    with pytest.raises(InvalidInput, match="The name is longer than 200") as caught:
        short_text("name", "x" * 201)
    assert (caught.value.field, caught.value.rule) == ("name", "too_long")


def test_a_short_text_with_a_character_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        short_text("name", "a\0b")

    assert (caught.value.field, caught.value.rule) == ("name", "characters")


@pytest.mark.parametrize("cell", ["=1+1", "+31 6", "-1", "-a", "@SUM(A1)", "\t=1", "\r=1", "--"])
def test_a_cell_that_a_spreadsheet_would_calculate_starts_like_a_formula(cell: str) -> None:
    assert starts_like_formula(cell)


@pytest.mark.parametrize("cell", ["", "-", "- a dash", "-\n", "1-2", "a=b", " =1", "'=1", "\n=1"])
def test_a_dash_before_a_space_and_a_sign_further_on_are_just_text(cell: str) -> None:
    assert not starts_like_formula(cell)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "- a dash", "@a", "\t=1", "\r=1", "\n=1"])
def test_a_risky_cell_gets_an_apostrophe_that_comes_off_again(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"
    assert restored(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["'=1", "''=1", "'- streepje"])
def test_an_apostrophe_that_a_person_typed_is_told_from_ours(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"
    assert restored(neutralised(cell)) == cell


@settings(deadline=None)
@given(st.text("='+-@\t\ra ", max_size=6))
def test_a_neutralised_cell_never_starts_like_a_formula(cell: str) -> None:
    assert not starts_like_formula(neutralised(cell))


@pytest.mark.parametrize("cell", ["", "plain", "'s avonds", "1-2", "a=b"])
def test_a_harmless_cell_is_left_alone(cell: str) -> None:
    assert neutralised(cell) == restored(cell) == cell


@settings(deadline=None)
@given(st.text("='+-@\t\ra ", max_size=6))
def test_neutralising_can_always_be_undone(cell: str) -> None:
    assert restored(neutralised(cell)) == cell


@pytest.mark.parametrize("code", ["nl", "fry", "pt-BR", "zh-Hant-TW"])
def test_a_code_of_two_or_three_letters_is_a_language(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "n", "NL", "Dutch", "nl_BE", "nl-", "nl-x", "nl\n", "../nl"])
def test_another_word_is_no_language(code: str) -> None:
    assert not is_language(code)
