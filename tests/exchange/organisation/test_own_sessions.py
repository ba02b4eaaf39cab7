"""Sessions on no project, out and in."""

import pytest

from assessment.access.acts import MembershipKind
from assessment.errors import BundleError, NotFound, NotPermitted
from assessment.services.context import Workspace
from assessment.session.states import SessionState
from exchange.organisation.own_sessions import export_own_sessions, write_own_sessions
from exchange.project_file import read_project
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import NOW
from tests.support.session.evenings import a_vote_of_too_few


def test_without_such_sessions_there_is_no_file(workspace: Workspace) -> None:
    assert export_own_sessions(an_office(workspace).workspace) is None


def test_a_session_comes_back_as_one_that_nobody_can_join(workspace: Workspace) -> None:
    a_vote_of_too_few(workspace)
    office, other = an_office(workspace), an_office(workspace, "ORG2")
    text = export_own_sessions(office.workspace)
    assert text is not None

    write_own_sessions(other.workspace, read_project(text, NOW, "x"))

    [there] = office.workspace.store.sessions.all(None)
    [here] = other.workspace.store.sessions.all(None)
    assert (here.name, here.state) == (there.name, SessionState.ENDED)
    assert (here.control_hash, here.join_hash) == (None, None)
    with pytest.raises(NotFound):
        other.workspace.store.sessions.get(there.id)


def test_a_file_that_was_changed_is_no_file(workspace: Workspace) -> None:
    a_vote_of_too_few(workspace)
    text = export_own_sessions(an_office(workspace).workspace)
    assert text is not None

    with pytest.raises(BundleError):
        read_project(text.replace("mentoring", "mentorinG"), NOW, "x")


@pytest.mark.parametrize("kind", [MembershipKind.FACILITATOR, MembershipKind.READER])
def test_who_takes_no_project_along_takes_no_sessions(
    workspace: Workspace, kind: MembershipKind
) -> None:
    a_vote_of_too_few(workspace)
    office = an_office(workspace)
    at = at_work(workspace, add_member(workspace.store, kind, "ORG1"))
    text = export_own_sessions(office.workspace)
    assert text is not None

    with pytest.raises(NotPermitted):
        export_own_sessions(at)
    with pytest.raises(NotPermitted):
        write_own_sessions(at, read_project(text, NOW, "x"))
