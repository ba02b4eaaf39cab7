"""The coordinator's side: inviting, links that work once, and who took part."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.errors import (
    InvalidInput,
    InvitationClosed,
    LinkUsed,
    NotFound,
    StaleWrite,
)
from assessment.invitations import Participation
from assessment.pairs import PairCount
from assessment.respondents import is_token, token_hash
from assessment.services import assessments, invitations, pairs, projects, responding
from assessment.services.context import Workspace
from assessment.services.invitations import LinkState
from assessment.services.pairs import PairRespondents
from assessment.services.responding import OpenLink, PersonalLink
from tests.support.builders import NOW, Clock, a_project, an_answer
from tests.support.invitations import invite, own, session

TODAY = NOW.astimezone().date()


def test_an_invitation_comes_with_its_links(workspace: Workspace, assessment: Assessment) -> None:
    issued = invite(workspace, assessment, personal=3, open_link=True, until=TODAY)

    assert [link.number for link in issued.links] == [1, 2, 3]
    assert all(is_token(link.token) for link in issued.links)
    assert workspace.store.invitations.all(assessment.id) == [issued.invitation]
    assert issued.invitation.open_hash == token_hash(issued.open_token)
    found = [responding.find(workspace, link.token) for link in issued.links]
    assert all(isinstance(link, PersonalLink) for link in found)
    assert [link.respondent for link in found] == [link.respondent for link in issued.links]


def test_only_the_hash_of_a_token_is_kept(
    workspace: Workspace, assessment: Assessment, sqlite_file
) -> None:
    issued = invite(workspace, assessment, personal=1, open_link=True)
    tokens = [issued.links[0].token, issued.open_token]
    tokens += [code_of(token) for token in tokens]

    written = b"".join(file.read_bytes() for file in sqlite_file.parent.iterdir())

    assert [token for token in tokens if token.encode() in written] == []
    assert all(token_hash(token).encode() in written for token in tokens)


def test_an_invitation_keeps_a_line_of_ones_own_that_can_change(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, own_line=" We praten erover op 12 mei. ")
    assert issued.invitation.own_line == "We praten erover op 12 mei."

    changed = replace(issued.invitation, own_line=" Op 13 mei. ")
    assert invitations.change_invitation(workspace, changed).own_line == "Op 13 mei."


WRONG = {
    "organisation": ({"role": "coordinator"}, NotFound),
    "no role": ({"role": "board"}, NotFound),
    "no profile": ({"profile": "nothing"}, NotFound),
    "no respondents": ({"max_respondents": 0}, InvalidInput),
    "many respondents": ({"max_respondents": 201}, InvalidInput),
    "more links": ({"personal": 11}, InvalidInput),
    "a long line": ({"own_line": "x" * 201}, InvalidInput),
    "yesterday": ({"until": TODAY - timedelta(days=1)}, InvalidInput),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_is_refused(workspace: Workspace, assessment: Assessment, what: str) -> None:
    options, error = WRONG[what]

    with pytest.raises(error):
        invite(workspace, assessment, **options)
    assert workspace.store.invitations.all(assessment.id) == []


def test_an_invitation_that_asks_nothing_is_refused(
    with_pairs: Workspace,
) -> None:
    made = projects.create_project(with_pairs, a_project(id=""))
    assessment = assessments.start_assessment(
        with_pairs, made.id, name="", profile="pair", ambition="floor"
    )
    choices = with_pairs.store.choices.get(assessment.id).values()
    out = [replace(choice, in_scope=False) for choice in choices]
    with_pairs.store.choices.save(assessment.id, out)

    with pytest.raises(InvalidInput):
        invite(with_pairs, assessment)


def test_a_closed_assessment_gets_no_invitation(
    workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)

    with pytest.raises(InvitationClosed):
        invite(workspace, assessment)


def test_links_are_added_and_make_room(workspace: Workspace, assessment: Assessment) -> None:
    issued = invite(workspace, assessment, max_respondents=3, personal=2)

    added = invitations.add_links(workspace, issued.invitation.id, 4)

    assert [link.number for link in added] == [3, 4, 5, 6]
    [line] = invitations.invitations_of(workspace, assessment)
    assert line.participation == Participation("mentee", 6, 0, 0)
    with pytest.raises(InvalidInput):
        invitations.add_links(workspace, issued.invitation.id, 195)
    with pytest.raises(InvalidInput):
        invitations.add_links(workspace, issued.invitation.id, 0)
    with pytest.raises(NotFound):
        invitations.add_links(workspace, "nothing", 1)


def test_links_may_be_added_to_an_invitation_with_room(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, max_respondents=30, open_link=True)

    [link] = invitations.add_links(workspace, issued.invitation.id, 1)

    assert (link.number, workspace.store.invitations.get(issued.invitation.id).max_respondents) == (
        1,
        30,
    )


def test_nobody_gets_at_the_link_of_who_came_through_the_open_link(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, open_link=True)
    open_link = responding.find(workspace, issued.open_token)
    assert isinstance(open_link, OpenLink)
    respondent = session(workspace, responding.begin_open_link(workspace, open_link)).respondent

    for change in (invitations.reissue, invitations.revoke):
        with pytest.raises(NotFound):
            change(workspace, respondent.id)
    assert invitations.invitations_of(workspace, assessment)[0].links == ()


def test_the_open_link_is_replaced_and_revoked(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, open_link=True)

    new = invitations.reissue_open(workspace, issued.invitation.id)
    assert responding.find(workspace, issued.open_token) is None
    assert isinstance(responding.find(workspace, new), OpenLink)

    invitations.revoke_open(workspace, issued.invitation.id)
    assert responding.find(workspace, new) is None


def test_an_invitation_is_changed_closed_and_opened_again(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, personal=1)
    later = TODAY + timedelta(days=9)

    changed = invitations.change_invitation(
        workspace, replace(issued.invitation, max_respondents=12, until=later)
    )
    assert (changed.max_respondents, changed.until) == (12, later)
    with pytest.raises(StaleWrite):
        invitations.change_invitation(workspace, replace(issued.invitation, max_respondents=13))
    with pytest.raises(InvalidInput):
        invitations.change_invitation(workspace, replace(changed, max_respondents=500))

    token = own(workspace, issued.links[0].token)
    invitations.close_invitation(workspace, issued.invitation.id)
    assert session(workspace, token).why_not == "closed"
    invitations.reopen_invitation(workspace, issued.invitation.id)
    assert session(workspace, token).takes_answers


def test_participation_tells_how_far_everybody_is(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, personal=4)
    unused, started, finished, revoked = issued.links
    own(workspace, started.token)
    responding.finish(workspace, session(workspace, own(workspace, finished.token)))
    invitations.revoke(workspace, revoked.respondent)

    [line] = invitations.invitations_of(workspace, assessment)

    assert line.participation == Participation("mentee", 10, 2, 1)
    assert line.links == (
        LinkState(unused.respondent, 1, "unused"),
        LinkState(started.respondent, 2, "started", begun=True),
        LinkState(finished.respondent, 3, "finished", begun=True),
        LinkState(revoked.respondent, 4, "revoked"),
    )


def test_pairs_get_two_links_each_in_invitations_of_their_own(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    first = pairs.make_pairs(with_pairs, assessment_of_pairs.id, 2, TODAY)
    later = TODAY + timedelta(days=3)
    [third] = pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, later)

    assert [pair.number for pair in (*first, third)] == [1, 2, 3]
    assert [
        (r.role, r.profile, r.max_respondents, r.until, r.in_pairs)
        for r in with_pairs.store.invitations.all(assessment_of_pairs.id)
    ] == [("mentor", "pair", 3, later, True), ("mentee", "pair", 3, later, True)]
    assert pairs.pairs_of(with_pairs, assessment_of_pairs)[2] == PairRespondents(
        3, {"mentor": third.first.respondent, "mentee": third.second.respondent}
    )
    mentor, mentee = (
        session(with_pairs, own(with_pairs, link.token)) for link in (third.first, third.second)
    )
    assert mentor.pair == mentee.pair is not None
    assert (mentor.invitation.role, mentee.invitation.role) == ("mentor", "mentee")


def test_of_pairs_only_how_many_took_part_is_told(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    both, one, _ = pairs.make_pairs(with_pairs, assessment_of_pairs.id, 3, None)
    for link in (both.first, both.second, one.first):
        responding.finish(with_pairs, session(with_pairs, own(with_pairs, link.token)))

    for line in invitations.invitations_of(with_pairs, assessment_of_pairs):
        assert (line.participation, line.links, line.pairs) == (None, (), PairCount(3, 1))


def test_a_lost_link_of_a_pair_can_be_replaced(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    [pair] = pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, None)

    new = invitations.reissue(with_pairs, pair.second.respondent)

    assert (new.number, responding.find(with_pairs, pair.second.token)) == (1, None)
    own(with_pairs, new.token)
    with pytest.raises(LinkUsed):
        invitations.reissue(with_pairs, pair.second.respondent)


def test_pairs_are_made_while_their_invitations_are_open(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, None)
    pair_invitation = with_pairs.store.invitations.all(assessment_of_pairs.id)[0]
    with pytest.raises(NotFound):
        invitations.add_links(with_pairs, pair_invitation.id, 1)
    invitations.close_invitation(with_pairs, pair_invitation.id)

    with pytest.raises(InvitationClosed):
        pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, None)


def test_a_link_works_until_the_end_of_the_last_day(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    [link] = invite(workspace, assessment, personal=1, until=TODAY).links
    token = own(workspace, link.token)
    assert session(workspace, token).takes_answers

    clock.forward(days=1)

    assert session(workspace, token).why_not == "expired"
    with pytest.raises(InvitationClosed):
        responding.write(workspace, session(workspace, token), an_answer(state=AnswerState.UNKNOWN))
