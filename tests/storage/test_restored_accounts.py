"""Accounts come back with a backup; what let somebody in at that time does not."""

from pathlib import Path

from assessment.access.links import JOIN_WITHIN, AccountLink, LinkPurpose
from storage import backup, restore
from tests.support.access import a_login, add_account
from tests.support.builders import NOW, Clock


def test_asvs_7_4_1_no_login_and_no_link_comes_back_with_a_backup(
    sqlite_url: str, open_sqlite, tmp_path: Path
) -> None:
    store, copy = open_sqlite(sqlite_url), tmp_path / "copy.sqlite3"
    add_account(store)
    store.access.logins.add(a_login())
    store.access.links.add(AccountLink("hash", LinkPurpose.RESET, NOW + JOIN_WITHIN, account="U1"))
    store.close()
    backup(sqlite_url, copy)

    restore(copy, sqlite_url, clock=Clock())

    restored = open_sqlite(sqlite_url)
    assert restored.access.accounts.find("u1@example.org") is not None
    assert restored.access.logins.get("login-U1") is None
    assert restored.access.links.find("hash") is None
