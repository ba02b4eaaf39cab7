"""A personal link only begins: whoever printed it reads nothing with it."""

import random
from collections.abc import Iterator

import pytest

from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.errors import (
    InvalidInput,
    InvitationClosed,
    LinkUsed,
    MentorspiegelError,
    NotFound,
)
from assessment.invitations import IssuedLink
from assessment.respondents import token_hash
from assessment.services import assessments, invitations, pairs, responding
from assessment.services.context import Workspace
from assessment.services.responding import RespondentSession
from tests.support.builders import NOW, Clock, an_answer
from tests.support.invitations import invite, own, personal_link, session

SECRET = "wat-alleen-ik-weet"


@pytest.fixture
def link(workspace: Workspace, assessment: Assessment) -> IssuedLink:
    """The personal link of a mentee."""
    return invite(workspace, assessment, profile="full", personal=1).links[0]


def test_looking_at_a_personal_link_begins_nothing(workspace: Workspace, link: IssuedLink) -> None:
    before = workspace.store.respondents.get(link.respondent)

    found = [personal_link(workspace, link.token) for _ in range(2)]

    assert [(one.is_used, one.takes_answers) for one in found] == [(False, True)] * 2
    assert found[0].criteria
    assert workspace.store.respondents.get(link.respondent) == before


def test_who_begins_gets_a_token_that_was_not_printed(
    workspace: Workspace, link: IssuedLink
) -> None:
    token = responding.begin_personal_link(workspace, link.token, "en")

    respondent = session(workspace, token).respondent
    assert (respondent.id, respondent.started_at, respondent.language) == (
        link.respondent,
        NOW,
        "en",
    )
    assert (respondent.token_hash, respondent.personal_link_hash) == (
        token_hash(token),
        token_hash(link.token),
    )
    assert personal_link(workspace, link.token).is_used


def test_a_personal_link_begins_in_an_open_invitation_and_in_a_language_that_can_be(
    workspace: Workspace, assessment: Assessment, link: IssuedLink
) -> None:
    with pytest.raises(InvalidInput):
        responding.begin_personal_link(workspace, link.token, "e" * 30)
    with pytest.raises(NotFound):
        responding.begin_personal_link(workspace, "x" * 32, "nl")
    assessments.close_assessment(workspace, assessment.id)
    with pytest.raises(InvitationClosed):
        responding.begin_personal_link(workspace, link.token, "nl")
    assert not personal_link(workspace, link.token).is_used


def test_a_second_tap_right_after_the_first_begins_again(
    workspace: Workspace, link: IssuedLink, clock: Clock
) -> None:
    first = own(workspace, link.token)
    clock.forward(seconds=59)
    second = own(workspace, link.token)

    assert responding.find(workspace, first) is None
    assert session(workspace, second).respondent.started_at == NOW
    clock.forward(seconds=2)  # since the first one
    with pytest.raises(LinkUsed):
        own(workspace, link.token)


@pytest.mark.parametrize("then", ["answer", "answer and take it back", "finish", "erase"])
def test_a_personal_link_begins_again_only_where_nothing_can_be_read(
    workspace: Workspace, link: IssuedLink, then: str
) -> None:
    mentee = session(workspace, own(workspace, link.token))
    if then.startswith("answer"):
        responding.write(workspace, mentee, an_answer("MC-41", 3))
    if then.endswith("back"):
        responding.write(workspace, mentee, an_answer("MC-41", state=None, version=1))
    if then == "finish":
        responding.finish(workspace, mentee)
    if then == "erase":
        responding.erase(workspace, mentee)

    with pytest.raises(LinkUsed):
        own(workspace, link.token)


def test_who_lost_the_session_to_a_second_tap_writes_nothing(
    workspace: Workspace, link: IssuedLink
) -> None:
    first = session(workspace, own(workspace, link.token))
    second = session(workspace, own(workspace, link.token))

    with pytest.raises(NotFound):
        responding.write(workspace, first, an_answer("MC-41", comment=SECRET))

    assert responding.answers(workspace, second) == {}


def test_a_revoked_respondent_takes_no_answer_that_was_under_way(
    workspace: Workspace, link: IssuedLink
) -> None:
    mentee = session(workspace, own(workspace, link.token))
    revoked = {"revoked_at": workspace.now()}  # as an earlier release could
    workspace.store.respondents.change(link.respondent, revoked)

    with pytest.raises(NotFound):
        responding.write(workspace, mentee, an_answer("MC-41"))


def test_whose_answers_count_keeps_the_right_to_change_and_erase_them(
    workspace: Workspace, link: IssuedLink
) -> None:
    token = own(workspace, link.token)
    responding.write(workspace, session(workspace, token), an_answer("MC-41", 3))

    with pytest.raises(LinkUsed, match="go on at their own address"):
        invitations.revoke(workspace, link.respondent)

    responding.erase(workspace, session(workspace, token))
    assert responding.answers(workspace, session(workspace, token)) == {}


def test_an_own_token_is_no_personal_link(workspace: Workspace, link: IssuedLink) -> None:
    token = own(workspace, link.token)

    with pytest.raises(LinkUsed):
        own(workspace, token)
    assert session(workspace, token).takes_answers


def test_a_personal_link_that_nobody_used_is_replaced_also_when_it_was_revoked(
    workspace: Workspace, link: IssuedLink
) -> None:
    invitations.revoke(workspace, link.respondent)
    assert responding.find(workspace, link.token) is None

    new = invitations.reissue(workspace, link.respondent)

    assert (new.number, new.respondent) == (link.number, link.respondent)
    assert responding.find(workspace, link.token) is None
    assert session(workspace, own(workspace, new.token)).respondent.id == link.respondent


@pytest.mark.parametrize("then", ["begun", "answered", "finished", "erased"])
def test_a_personal_link_that_somebody_used_is_not_replaced(
    workspace: Workspace, assessment: Assessment, link: IssuedLink, then: str
) -> None:
    token = own(workspace, link.token)
    if then in ("answered", "erased"):
        responding.write(workspace, session(workspace, token), an_answer("MC-41", 3))
    if then == "erased":
        responding.erase(workspace, session(workspace, token))
    if then == "finished":
        responding.finish(workspace, session(workspace, token))
    before = workspace.store.respondents.get(link.respondent)

    with pytest.raises(LinkUsed):
        invitations.reissue(workspace, link.respondent)

    assert workspace.store.respondents.get(link.respondent) == before
    [line] = invitations.invitations_of(workspace, assessment)
    assert line.links[0].begun


def test_a_personal_link_that_was_replaced_begins_nothing(
    workspace: Workspace, link: IssuedLink
) -> None:
    invitations.reissue(workspace, link.respondent)

    with pytest.raises(NotFound):
        own(workspace, link.token)
    with pytest.raises(NotFound):
        invitations.reissue(workspace, "nobody")


class Handed:
    """One personal link, and what its receiver and the one who printed it do with it."""

    def __init__(self, workspace: Workspace, link: IssuedLink) -> None:
        self.workspace, self.link = workspace, link
        self.printed = [link.token]
        self.token = ""  # the receiver's own
        self.version = 0

    def begin(self) -> None:
        self.token = own(self.workspace, self.printed[-1])

    def answer(self) -> None:
        said = an_answer("MC-41", 4, comment=SECRET, version=self.version)
        self.version = responding.write(self.workspace, self.mentee(), said).version

    def finish(self) -> None:
        responding.finish(self.workspace, self.mentee())

    def erase(self) -> None:
        responding.erase(self.workspace, self.mentee())
        self.version = 0

    def go_on(self) -> None:
        responding.begin_session(self.workspace, self.mentee(), "nl")

    def share(self) -> None:
        pairs.set_shares(self.workspace, self.mentee(), shares=True)

    def reissue(self) -> None:
        self.printed.append(invitations.reissue(self.workspace, self.link.respondent).token)

    def revoke(self) -> None:
        invitations.revoke(self.workspace, self.link.respondent)

    def mentee(self) -> RespondentSession:
        found = responding.find(self.workspace, self.token)
        if not isinstance(found, RespondentSession):
            raise NotFound("respondent", "")
        return found

    def snooped(self) -> Iterator[object]:
        """Look with everything that was ever printed."""
        for token in (*self.printed, *map(code_of, self.printed)):
            found = responding.find(self.workspace, token)
            assert not isinstance(found, RespondentSession)
            yield found

    def stolen(self) -> None:
        """Begin with everything that was ever printed, and read."""
        for token in (*self.printed, *map(code_of, self.printed)):
            try:
                taken = responding.begin_personal_link(self.workspace, token, "nl")
            except MentorspiegelError:
                continue
            assert responding.answers(self.workspace, session(self.workspace, taken)) == {}


DEEDS = ("begin", "answer", "finish", "erase", "go_on", "share", "reissue", "revoke", "stolen")


@pytest.mark.parametrize("number", range(60))
def test_whatever_happens_no_printed_token_reads_an_answer(
    with_pairs: Workspace, assessment_of_pairs: Assessment, clock: Clock, number: int
) -> None:
    dice = random.Random(number)  # noqa: S311 (the same deeds every time)
    if number % 2:
        [made] = pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, None)
        handed = Handed(with_pairs, made.first)
    else:
        issued = invitations.open_invitation(
            with_pairs, assessment_of_pairs.id, "mentee", "short", 5, None, personal=1
        )
        handed = Handed(with_pairs, issued.links[0])
    for deed in ["begin"] * (number % 3 > 0) + dice.choices(DEEDS, k=12):
        try:
            getattr(handed, deed)()
        except MentorspiegelError:
            clock.forward(seconds=dice.choice((1, 10, 70)))
        for found in handed.snooped():
            assert SECRET not in repr(found)
    handed.stolen()
