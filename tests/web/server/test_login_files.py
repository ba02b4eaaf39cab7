"""Files of a login: for nobody else, for as long as nothing was lost, and not without end."""

import asyncio

import pytest

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.logins import Login
from assessment.errors import DatabaseUnavailable
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from tests.support.access import Office, a_login, add_member, an_office
from web.server.login_cache import LoginCache
from web.server.login_files import LoginFiles
from web.server.named_files import ON_DEMAND

FILE = "/media/abc123.pdf"
UPLOAD = "/_stcore/upload_file/s1/f1"


@pytest.fixture
def office(workspace: Workspace) -> Office:
    return an_office(workspace)


@pytest.fixture
def files(logins: LoginCache) -> LoginFiles:
    return LoginFiles(logins)


def login_of(workspace: Workspace, account: str) -> Login:
    found = workspace.store.access.accounts.get(account)
    return sign_in.open_login(workspace, found, {SignInFactor.PASSKEY}, "").login


def test_what_was_named_to_a_login_is_there_for_this_login_alone(
    workspace: Workspace, office: Office, files: LoginFiles
) -> None:
    mine = login_of(workspace, office.owner.account)
    again = login_of(workspace, office.owner.account)  # in another browser
    asyncio.run(files.note(mine, [FILE, UPLOAD, f"{ON_DEMAND}x"]))
    asyncio.run(files.note(again, []))

    for path in (FILE, UPLOAD):
        assert asyncio.run(files.may_get(mine, path))
        assert not asyncio.run(files.may_get(again, path))
    assert files.may_have_made(mine, "x")
    assert not files.may_have_made(again, "x")
    assert asyncio.run(files.may_get(again, "/result"))

    files.forget(mine)
    assert not asyncio.run(files.may_get(mine, FILE))
    assert not files.may_have_made(mine, "x")


def test_asvs_8_3_2_a_file_that_was_made_is_gone_once_a_membership_ended(
    workspace: Workspace, office: Office, files: LoginFiles
) -> None:
    member = add_member(workspace.store, MembershipKind.COORDINATOR, "ORG1")
    login = login_of(workspace, member.account)
    asyncio.run(files.note(login, [FILE]))
    assert asyncio.run(files.may_get(login, FILE))

    workspace.store.access.memberships.end(office.organisation.id, member.id)

    assert not asyncio.run(files.may_get(login, FILE))


def test_the_files_of_a_login_are_kept_up_to_a_number_those_named_last(
    files: LoginFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.login_files.MOST_FILES", 2)
    login = a_login()
    for name in ("one", "two", "one", "three"):
        asyncio.run(files.note(login, [f"{ON_DEMAND}{name}"]))

    kept = {name for name in ("one", "two", "three") if files.may_have_made(login, name)}
    assert kept == {"one", "three"}


def test_the_files_of_many_logins_are_kept_up_to_a_number_those_handed_one_last(
    files: LoginFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.login_files.MOST_LOGINS", 2)
    first, second, third = (a_login(f"U{number}") for number in range(3))
    for login in (first, second, first, third):
        asyncio.run(files.note(login, [f"{ON_DEMAND}x"]))

    assert [files.may_have_made(login, "x") for login in (first, second, third)] == [
        *(True, False, True)
    ]


def test_while_the_database_does_not_answer_no_download_is_handed_out() -> None:
    def broken() -> Workspace:
        raise DatabaseUnavailable("It does not answer.")

    files, login = LoginFiles(LoginCache(broken)), a_login()
    asyncio.run(files.note(login, [FILE]))

    assert not asyncio.run(files.may_get(login, FILE))
