"""Short codes: easy to say and type, and none without its letter."""

import math

import pytest

from assessment.codes import ALPHABET, LENGTH, code_of, link_hash, read_code
from assessment.respondents import token_hash

TOKEN = "x" * 32


def test_a_code_has_three_groups_and_is_that_of_its_token_alone() -> None:
    code = code_of(TOKEN)

    assert [len(group) for group in code.split("-")] == [3, 3, 3]
    assert code == code_of(TOKEN)
    assert len({code_of(f"{n:032}") for n in range(1000)}) == 1000
    assert token_hash(code) != token_hash(TOKEN)


def test_a_code_is_hard_to_guess_and_holds_nothing_that_looks_alike() -> None:
    assert LENGTH * math.log2(len(ALPHABET)) > 40
    assert not set("01OILBGSUZ") & set(ALPHABET)
    used = {letter for n in range(500) for letter in code_of(f"{n:032}")}
    assert used == {*ALPHABET, "-"}


@pytest.mark.parametrize(
    "typed", ["K7M-4QX-9RT", "k7m4qx9rt", " K7M 4QX 9RT\n", "K7M.4QX.9RT", "K7M–4QX–9RT"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "K7M-4QX-9RT"


def test_what_looks_alike_is_read_alike() -> None:
    assert read_code("bgs uz2 222") == "865-V22-222"


@pytest.mark.parametrize(
    "typed", ["", "K7M-4QX-9R", "K7M-4QX-9RTT", "K7M-4QX-9R0", "é" * 9, "-" * 50, TOKEN]
)
def test_anything_else_is_no_code(typed: str) -> None:
    assert read_code(typed) is None


def test_a_token_and_a_code_are_found_by_their_hash() -> None:
    assert link_hash(TOKEN) == token_hash(TOKEN)
    assert link_hash("k7m4qx9rt") == token_hash("K7M-4QX-9RT")
    assert link_hash("neither") is None
