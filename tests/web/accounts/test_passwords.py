"""Passwords are hashed and compared."""

import time

from web.accounts.passwords import common_passwords, fits, hash_password


def test_asvs_11_4_2_a_password_is_kept_as_an_argon2id_hash_of_its_own() -> None:
    first, second = hash_password("een lange zin"), hash_password("een lange zin")

    assert first.startswith("$argon2id$")
    assert first != second
    assert fits("een lange zin", first)
    assert not fits("een andere zin", first)
    assert not fits("een lange zin", "no hash")


def test_the_same_word_from_another_keyboard_fits() -> None:
    assert fits("e\u0301e\u0301n lange zin", hash_password("één lange zin"))


def test_asvs_6_3_8_it_takes_as_long_without_an_account() -> None:
    stored = hash_password("een lange zin")
    fits("x", None)  # the first time makes the hash of nobody

    def fastest(of: str | None) -> float:
        times = []
        for _ in range(5):
            start = time.thread_time()  # what it works: a busy machine adds nothing to it
            assert not fits("wrong", of)
            times.append(time.thread_time() - start)
        return min(times)

    assert 0.5 < fastest(None) / fastest(stored) < 2


def test_asvs_6_2_4_well_known_passwords_are_known_also_dutch_ones() -> None:
    assert {"123456", "qwerty", "welkom01", "wachtwoord123", "geheim"} <= common_passwords()
