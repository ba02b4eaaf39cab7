"""Keys: one secret, of which each next key opens less."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.respondents import is_token, token_hash
from assessment.session.keys import (
    ALPHABET,
    SessionKeys,
    code_of,
    join_hash,
    join_token_of,
    read_code,
    screen_of_helper,
)

KEYS = SessionKeys("c" * 32)


def test_each_key_makes_the_next_one_and_none_before() -> None:
    all_keys = [KEYS.control, KEYS.helper, KEYS.screen, KEYS.join_token]

    assert len(set(all_keys)) == 4
    assert all(is_token(key) for key in all_keys)
    assert screen_of_helper(KEYS.helper) == KEYS.screen
    assert join_token_of(KEYS.screen) == KEYS.join_token
    assert code_of(KEYS.join_token) == KEYS.code
    assert SessionKeys("d" * 32).code != KEYS.code


def test_a_code_has_six_signs_that_look_like_no_other() -> None:
    assert len(set(ALPHABET)) == 31
    assert not set("01OIL") & set(ALPHABET)
    assert len(KEYS.code) == 6


def test_what_is_stored_of_code_and_token_is_a_hash() -> None:
    assert join_hash(KEYS.code) == token_hash(KEYS.code)
    assert join_hash(KEYS.join_token) == token_hash(KEYS.join_token)
    assert join_hash("no code") is None


@given(st.sampled_from(["", " ", "-", "\u2013", "."]))
def test_a_code_may_be_typed_as_it_comes(between: str) -> None:
    typed = f" {KEYS.code[:3].lower()}{between}{KEYS.code[3:]} "

    assert read_code(typed) == KEYS.code


@given(st.text())
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = read_code(text)

    assert code is None or (len(code) == 6 and set(code) <= set(ALPHABET))
