"""The log of acts names things by their ids: never by what somebody typed, sent or holds as a secret."""

import inspect
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

import runtime
from assessment.access.acts import READS, Act, MembershipKind
from assessment.access.log import NOT_PERMITTED, LoggedAct
from assessment.answers import Answer, AnswerState
from assessment.errors import MentorspiegelError, NotPermitted
from assessment.services import assessments, projects, self_audit
from assessment.services.access import joining, server
from assessment.services.context import Workspace, requires
from assessment.services.portfolio import sending
from exchange.project_file import export_project, import_project
from tests.assessment.services.access.test_every_service import ASKING
from tests.support.access import Office, add_member, an_office, at_work
from tests.support.builders import Clock, a_project


@pytest.fixture
def office(workspace: Workspace) -> Office:
    made = an_office(workspace)
    whole = replace(made.workspace, current_catalogue=workspace.current_catalogue)
    return replace(made, workspace=whole)


def newest(office: Office) -> LoggedAct:
    return office.workspace.store.access.log.page("ORG1")[0]


def test_asvs_16_2_5_a_file_that_is_read_in_is_not_in_the_log(office: Office) -> None:
    project = projects.create_project(office.workspace, a_project(id="", name="Geheime naam"))
    text = export_project(office.workspace, project.id)

    made = import_project(office.workspace, text, "geheim.json")

    entry = newest(office)
    assert (entry.act, entry.detail) == ("create_project", "import_project")
    assert entry.thing == made.id
    log = office.workspace.store.access.log.page("ORG1")
    assert "eheim" not in str(log)


def test_asvs_16_2_5_a_token_is_not_in_the_log(office: Office) -> None:
    token = office.workspace.new_token()
    for service in (sending.find_portfolio,):
        with pytest.raises(MentorspiegelError):
            service(office.workspace, token)

    assert token not in str(office.workspace.store.access.log.page("ORG1"))


def test_who_answers_stands_there_once_a_minute_with_the_assessment(
    office: Office, clock: Clock
) -> None:
    at = office.workspace
    project = projects.create_project(at, a_project(id="", name="Maatjes"))
    begun = assessments.start_assessment(
        at, project.id, name="2026", profile="short", ambition="floor"
    )
    audit = self_audit.open_audit(at, begun.id)
    for criterion in audit.criteria[:4]:
        self_audit.write_answer(at, audit, Answer(criterion.id, AnswerState.LEVEL, 2))
    clock.forward(minutes=1)
    self_audit.write_answer(at, audit, Answer(audit.criteria[4].id, AnswerState.LEVEL, 2))

    answered = [e for e in at.store.access.log.page("ORG1") if e.act == Act.ANSWER]
    assert [entry.thing for entry in answered] == [begun.id] * 2


def test_an_invitation_says_as_what(office: Office) -> None:
    joining.invite(office.workspace, MembershipKind.READER, address="robin@example.org")

    assert newest(office).thing == "reader"
    assert "robin" not in str(newest(office))


@pytest.mark.parametrize("name", [n for n, service in ASKING.items() if service.act not in READS])
def test_asvs_16_2_5_only_an_id_or_a_thing_is_named(name: str) -> None:
    """A text that is no id is never the thing of an entry, whatever a new service takes."""
    from assessment.services.context import _thing

    [first, *_] = [*list(inspect.signature(ASKING[name]).parameters)[1:], ""]
    text = "what somebody typed"

    assert _thing({first: text}, None) == (text if first.endswith("_id") else "")


def test_asvs_16_3_2_an_act_that_is_not_permitted_is_in_the_log_without_what_was_asked_for(
    workspace: Workspace, office: Office, clock: Clock
) -> None:
    reader = add_member(workspace.store, MembershipKind.READER, "ORG1")
    at = at_work(workspace, reader)

    def tries() -> None:
        for asked in ("what somebody typed", "something else"):
            with pytest.raises(NotPermitted):
                projects.erase_project(at, asked)

    tries()
    clock.forward(minutes=1)
    tries()
    with pytest.raises(NotPermitted):
        server.all_accounts(at)

    log = workspace.store.access.log.page("ORG1")
    once = LoggedAct(clock(), reader.account, "ORG1", NOT_PERMITTED, "", "erase_project")
    before = replace(once, at=clock() - timedelta(minutes=1))
    assert log == [replace(once, detail="all_accounts"), once, before]


@requires(Act.SHARE)
def refusing(_workspace: Workspace) -> None:
    raise NotPermitted("share_open_assessment")


def test_asvs_16_3_2_a_service_within_another_is_refused_once_and_nobody_without_accounts(
    workspace: Workspace, office: Office
) -> None:
    facilitator = add_member(workspace.store, MembershipKind.FACILITATOR, "ORG1")
    with pytest.raises(NotPermitted):
        server.all_accounts(replace(at_work(workspace, facilitator), logs=False))
    with pytest.raises(NotPermitted):
        refusing(workspace)

    assert workspace.store.access.log.page("ORG1") == []
    assert workspace.store.access.log.page(None) == []


def test_asvs_16_2_2_whatever_is_logged_says_when_in_utc(office: Office) -> None:
    projects.create_project(office.workspace, a_project(id="", name="Maatjes"))
    [entry] = office.workspace.store.access.log.page("ORG1")
    assert entry.at.utcoffset() == timedelta(0)

    elsewhere = timezone(timedelta(hours=9))
    moment = datetime(2026, 11, 29, 9, 30, tzinfo=elsewhere)
    office.workspace.store.access.log.add(replace(entry, at=moment))
    stored = newest(office).at
    assert (stored, stored.utcoffset()) == (moment, timedelta(0))
    assert runtime.now().utcoffset() == timedelta(0)
