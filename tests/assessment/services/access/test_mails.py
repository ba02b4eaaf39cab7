"""Mails of the program: to whom, once, and only while there is use in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.access.acts import MembershipKind
from assessment.access.mails import CLAIMED_FOR, MailKind
from assessment.errors import LinkSpent, TooOften
from assessment.services.access import joining, mails, members, server
from assessment.services.access.mails import Posting
from assessment.services.context import Workspace
from tests.support.access import add_member, an_office
from tests.support.builders import NOW, Clock, an_agreement, an_invitation, begin

KIM = "kim@example.org"


@pytest.fixture
def mailing(workspace: Workspace) -> Workspace:
    """A workspace with a mail server."""
    return replace(workspace, sends_mail=True)


def sent(workspace: Workspace) -> list[Posting]:
    """Send all that waits."""
    found = []
    while (posting := mails.next_posting(workspace)) is not None:
        mails.was_sent(workspace, posting.mail)
        found.append(posting)
    return found


def test_a_link_is_sent_to_the_address_that_was_typed_with_it(mailing: Workspace) -> None:
    office = an_office(mailing)
    joining.invite(
        office.workspace, MembershipKind.COORDINATOR
    )  # to copy, for nobody in particular
    new = joining.invite(office.workspace, MembershipKind.COORDINATOR, address=KIM)

    (posting,) = sent(mailing)
    assert (posting.mail.kind, posting.mail.address) == (MailKind.JOIN, KIM)
    assert (posting.mail.thing, posting.organisation) == (new.token, "Organisatie ORG1")
    assert posting.mail.language == "nl"  # of who invites
    assert posting.stop_token == ""


def test_a_link_that_was_withdrawn_before_it_was_sent_is_not_sent(mailing: Workspace) -> None:
    office = an_office(mailing)
    new = joining.invite(office.workspace, MembershipKind.READER, address=KIM)
    members.withdraw_link(office.workspace, new.link.hash)

    assert sent(mailing) == []


def test_a_link_for_new_ways_in_goes_to_the_account(mailing: Workspace) -> None:
    office = an_office(mailing)
    joining.reset_link(mailing, office.owner.account)

    (posting,) = sent(mailing)
    assert posting.mail.kind is MailKind.RESET
    assert posting.mail.address == f"{office.owner.account.lower()}@example.org"


def test_the_link_of_a_first_admin_and_all_links_without_a_mail_server_are_shown_only(
    workspace: Workspace, mailing: Workspace
) -> None:
    joining.first_admin_link(mailing)
    office = an_office(workspace)
    joining.invite(office.workspace, MembershipKind.READER, address=KIM)

    assert sent(mailing) == []


def near_days(workspace: Workspace) -> None:
    """Put an end of an invitation and an agreement two days from now in the organisation."""
    begin(workspace.store)
    day = NOW.date() + timedelta(days=2)
    workspace.store.invitations.add([an_invitation(until=day)], [], [], threshold=5)
    workspace.store.agreements.save(an_agreement(due=day))


def test_coordinators_are_reminded_once_of_each_day(mailing: Workspace, clock: Clock) -> None:
    near_days(mailing)
    an_office(mailing)
    of_all = add_member(mailing.store, MembershipKind.COORDINATOR, "ORG1")
    over = NOW.date() - timedelta(days=1)
    add_member(mailing.store, MembershipKind.COORDINATOR, "ORG1", until=over)
    add_member(mailing.store, MembershipKind.READER, "ORG1")
    mails.post_reminders(mailing)
    mails.post_reminders(mailing)

    found = sent(mailing)
    assert {(p.mail.kind, p.mail.account) for p in found} == {
        (MailKind.INVITATION_ENDS, of_all.account),
        (MailKind.AGREEMENT_DUE, of_all.account),
    }
    assert len(found) == 2
    clock.forward(days=1)
    mails.post_reminders(mailing)
    assert sent(mailing) == []


def test_owners_are_reminded_where_there_is_no_coordinator_and_nobody_who_is_let_in_no_more(
    mailing: Workspace,
) -> None:
    near_days(mailing)
    office = an_office(mailing)
    other = add_member(mailing.store, MembershipKind.OWNER, "ORG1")
    mails.post_reminders(mailing)
    server.disable_account(mailing, other.account)

    assert {posting.mail.account for posting in sent(mailing)} == {office.owner.account}
    mails.post_reminders(mailing)
    assert sent(mailing) == []


def test_who_stops_reminders_gets_none_and_still_gets_links(mailing: Workspace) -> None:
    near_days(mailing)
    office = an_office(mailing)
    mails.post_reminders(mailing)
    first = mails.next_posting(mailing)
    assert first is not None
    mails.stop_reminders(mailing, first.stop_token)

    assert sent(mailing) == []
    joining.reset_link(mailing, office.owner.account)
    assert len(sent(mailing)) == 1


def test_guessing_the_token_that_stops_reminders_is_soon_too_much(mailing: Workspace) -> None:
    for _ in range(mails.STOP_TRIES):
        with pytest.raises(LinkSpent):
            mails.stop_reminders(mailing, "x")
    with pytest.raises(TooOften):
        mails.stop_reminders(mailing, "x")


def test_a_mail_that_was_not_taken_waits(mailing: Workspace, clock: Clock) -> None:
    office = an_office(mailing)
    joining.invite(office.workspace, MembershipKind.READER, address=KIM)
    posting = mails.next_posting(mailing)
    assert posting is not None
    mails.could_not_send(mailing, posting.mail)

    assert sent(mailing) == []
    clock.now += CLAIMED_FOR
    assert len(sent(mailing)) == 1
