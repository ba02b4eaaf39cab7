"""Settings: safe without any."""

from pathlib import Path

import pytest

from assessment.errors import UnsafeListen
from assessment.settings import Settings, check_listen


def test_without_settings_the_database_is_a_file_in_the_data_folder() -> None:
    assert Settings().database.startswith("sqlite:///")
    assert Path("data/mentorspiegel.sqlite3").absolute().as_posix() in Settings().database


def test_another_database_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", "postgresql+psycopg://h/d")
    assert Settings().database == "postgresql+psycopg://h/d"


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_listening_on_this_machine_is_fine(address: str) -> None:
    check_listen(address)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])  # noqa: S104
def test_listening_elsewhere_is_refused(address: str) -> None:
    with pytest.raises(UnsafeListen, match="sign-in"):
        check_listen(address)


def test_the_threshold_never_goes_below_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "2")
    with pytest.raises(ValueError, match="threshold"):
        Settings()
