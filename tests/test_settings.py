"""Settings: safe without any."""

from pathlib import Path

import pytest

from settings import Settings


def test_without_settings_the_database_is_a_file_in_the_data_folder() -> None:
    assert Settings().database.startswith("sqlite:///")
    assert Path("data/mentorspiegel.sqlite3").absolute().as_posix() in Settings().database


def test_an_empty_setting_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_CATALOGUES", "")
    monkeypatch.setenv("MENTORSPIEGEL_PORT", "")

    assert (Settings().catalogues, Settings().port) == (None, 8501)


def test_another_database_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", "postgresql+psycopg://h/d")
    assert Settings().database == "postgresql+psycopg://h/d"


def test_without_a_language_in_the_settings_dutch_is_spoken_where_no_browser_asks() -> None:
    assert Settings().first_language == "nl"
    assert Settings(language="en").first_language == "en"


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_these_addresses_are_on_this_machine_only(address: str) -> None:
    assert not Settings(address=address).listens_beyond


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])  # noqa: S104
def test_these_addresses_can_be_reached_from_elsewhere(address: str) -> None:
    assert Settings(address=address).listens_beyond


def test_letters_name_this_machine_until_another_address_is_set() -> None:
    assert Settings(port=8600).public_address == "http://localhost:8700"
    assert Settings(participants_port=9000).public_address == "http://localhost:9000"
    assert Settings(public_url="https://spiegel.example/").public_address == (
        "https://spiegel.example"
    )


@pytest.mark.parametrize(
    "url",
    ["spiegel.example", "ftp://spiegel.example", "https://a.example/x?y", "https://u@a.example"],
)
def test_an_address_for_letters_that_cannot_be_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="public_url"):
        Settings(public_url=url)


def test_the_threshold_never_goes_below_five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "4")
    with pytest.raises(ValueError, match="threshold"):
        Settings()


@pytest.mark.parametrize(("port", "second"), [(8501, 8601), (65435, 65535), (65436, 65336)])
def test_participants_have_a_port_of_their_own(port: int, second: int) -> None:
    assert Settings(port=port).second_port == second
    assert Settings(port=port, participants_port=1).second_port == 1
