"""Every service asks for an act: generated over all services, all memberships, own and other organisation."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from assessment.access.acts import OF_ONE_SESSION, WHO_MAY, Act, MembershipKind
from assessment.access.memberships import Membership
from assessment.errors import MentorspiegelError, NotPermitted
from assessment.services.access.sign_in import SignedIn
from assessment.services.context import Workspace
from assessment.services.session.preparing import create_session
from tests.support.access import add_member, an_office, at_work
from tests.support.session.room import a_draft

ROOT = Path(__file__).resolve().parents[4]
PACKAGES = ("assessment/services", "exchange")
# the token of a respondent, or the login of an account, is the proof: there is no membership to ask
OWN_PROOF = {"RespondentSession", "PersonalLink", "OpenLink", "Login", "SignedIn"}
WITHOUT_ACT = {
    # of respondents, before they have a session: their token is looked up here
    *("responding.find", "responding.count_unknown", "responding.begin_personal_link"),
    # before anybody is signed in
    *("sign_in.check_password", "sign_in.open_login", "sign_in.known_device", "sign_in.find_login"),
    *("sign_in.signed_in", "sign_in.opened_workspace", "sign_in.note"),
    "sign_in.workspaces_of",
    *("joining.first_admin_link", "joining.find_link", "joining.begin_account"),
    *("joining.join", "joining.begin_reset"),
    *("challenges.new_challenge", "challenges.spend_challenge"),
    # of the room: who has a key, a code or a phone in a session
    *("agreements.save_session_agreement", "agreements.erase_session_agreement"),
    *("agreements.settle_agreement", "entering.by_key", "entering.by_join", "entering.by_person"),
    *("entering.session_now", "entering.as_it_is", "hands.set_hands", "hands.hands_of"),
    *("joining.rejoin", "joining.leave", "joining.take_table", "notes.write_note"),
    *("notes.notes_to_release", "notes.set_note", "notes.merge_notes", "notes.released_notes"),
    *("running.run", "running.agree", "running.allowed", "running.moment_of"),
    *("history.commands_since", "limits.check_codes", "limits.count_wrong_code"),
    *("limits.count_join", "limits.count_phrase", "limits.count_change", "notes.number_of_new"),
    *("voting.vote", "voting.votes_of", "watching.pulse", "watching.answering"),
    *("history.commands_since", "notes.number_of_new", "limits.check_codes"),
    *("limits.count_wrong_code", "limits.count_join", "limits.count_phrase", "limits.count_change"),
    # what the program does by itself, and the token in a mail that stops just these
    *("mails.post_link", "mails.post_reminders", "mails.next_posting", "mails.was_sent"),
    *("mails.could_not_send", "mails.stop_reminders"),
    # of the organisation that is open, which is one's own
    "members.organisation_of",
}


def services() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Return every public function that works on a workspace, by module and name."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if path.name == "__init__.py":
                continue
            module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            for name, function in vars(module).items():
                is_own = inspect.isfunction(function) and function.__module__ == module.__name__
                if is_own and not name.startswith("_") and _first(function) is Workspace:
                    yield f"{path.stem}.{name}", function


def _first(function: Callable[..., Any]) -> object:
    parameters = list(inspect.signature(function).parameters)
    return get_type_hints(function).get(parameters[0]) if parameters else None


SERVICES = dict(services())
ASKING = {name: function for name, function in SERVICES.items() if hasattr(function, "act")}


@pytest.mark.parametrize("name", SERVICES)
def test_asvs_8_2_1_a_service_asks_for_an_act_or_for_proof_of_its_own(name: str) -> None:
    function = SERVICES[name]
    kinds = {getattr(hint, "__name__", "") for hint in get_type_hints(function).values()}

    assert name in ASKING or kinds & OWN_PROOF or name in WITHOUT_ACT


def test_no_exception_is_left_over() -> None:
    assert SERVICES.keys() - ASKING.keys() >= WITHOUT_ACT
    assert len(ASKING) > 50
    assert SignedIn.__name__ in OWN_PROOF


def member(workspace: Workspace, kind: MembershipKind) -> Membership:
    return add_member(
        workspace.store, kind, None if kind is MembershipKind.SERVER_ADMIN else "ORG1"
    )


@pytest.mark.parametrize("kind", MembershipKind)
def test_asvs_8_3_1_no_service_works_for_a_membership_that_may_not(
    workspace: Workspace, kind: MembershipKind
) -> None:
    an_office(workspace)
    refused = refusing(at_work(workspace, member(workspace, kind)))

    may_not = {name for name, service in ASKING.items() if kind not in WHO_MAY[_act(service)]}
    assert refused == may_not


def test_asvs_8_3_1_few_services_work_for_a_membership_of_one_session(workspace: Workspace) -> None:
    office = an_office(workspace)
    session = create_session(office.workspace, a_draft())
    one = add_member(workspace.store, MembershipKind.FACILITATOR, "ORG1", session=session.id)
    may = {name for name, service in ASKING.items() if _act(service) in OF_ONE_SESSION}

    assert refusing(at_work(workspace, one)) == ASKING.keys() - may
    assert may == {
        *("preparing.change_draft", "preparing.new_keys", "preparing.open_lobby"),
        *("preparing.sessions_of", "preparing.sessions_alone", "preparing.project_name"),
        *("preparing.catalogue_of", "proposing.steps_to_add", "results.outcome_of_session"),
        "agreements.edit_session_agreement",
    }


def refusing(at: Workspace) -> set[str]:
    """Return the services that are not for who is at work."""
    refused = set()
    for name, service in ASKING.items():
        try:
            service(at)  # without its other arguments: the act is asked for first
        except NotPermitted:
            refused.add(name)
        except (TypeError, MentorspiegelError):
            continue  # it was let in, and misses its other arguments
    return refused


def _act(service: Callable[..., Any]) -> Act:
    act: Act = service.act  # type: ignore[attr-defined]
    return act
