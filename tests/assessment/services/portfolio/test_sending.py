"""A project sends a closed assessment, as open as it chose, and can take it back."""

from dataclasses import replace
from itertools import product

import pytest

from assessment.access.acts import MembershipKind
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import InvalidInput, LinkSpent, NotFound, NotPermitted
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.flags import Flag
from assessment.portfolio.snapshot import Openness, fields_of
from assessment.services import agreements, assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from assessment.services.portfolio.snapshots import Wish
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import Clock, an_agreement
from tests.support.portfolio.shares import a_charter, a_portfolio

SECRET = "een geheime notitie"


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio(""))


@pytest.fixture
def closed(workspace: Workspace, assessment: Assessment) -> Assessment:
    """A closed assessment with two answers, a secret and an agreement."""
    audit = self_audit.open_audit(workspace, assessment.id)
    for criterion, level in zip(audit.criteria, (1, 3), strict=False):
        word = Answer(criterion.id, AnswerState.LEVEL, level, comment=SECRET, evidence=SECRET)
        self_audit.write_answer(workspace, audit, word)
    agreements.save_agreement(
        workspace,
        an_agreement(id="", project=assessment.project, assessment=assessment.id, text=SECRET),
    )
    return assessments.close_assessment(workspace, assessment.id)


def wish(assessment: Assessment, **fields: object) -> Wish:
    return replace(Wish(assessment.id, consented_by="de coördinator"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("openness", "with_agreements", "explanation"),
    [*product(Openness, (False, True), ("", "Wij begonnen net."))],
)
def test_a_share_holds_exactly_what_was_chosen(
    workspace: Workspace,
    portfolio: Portfolio,
    closed: Assessment,
    openness: Openness,
    with_agreements: bool,
    explanation: str,
) -> None:
    wanted = wish(
        closed, openness=openness, with_agreements=with_agreements, explanation=explanation
    )
    share = sending.send(workspace, portfolio, wanted)
    assert share.snapshot is not None
    allowed = fields_of(openness, with_agreements=with_agreements, explained=bool(explanation))
    held = {name for name, value in share.snapshot.as_json().items() if value not in (None, [], "")}

    assert held <= allowed
    assert {"openness", "project", "assessment", "agreements_made"} <= held
    assert ("own_levels" in held) == openness.includes(Openness.LEVELS)
    assert SECRET not in str(workspace.store.shares.get(share.id))


def test_what_is_sent_is_what_the_preview_showed(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    wanted = wish(closed, openness=Openness.LEVELS)
    shown = sending.preview(workspace, portfolio, wanted)
    sent = sending.send(workspace, portfolio, wanted)

    assert shown.share.snapshot == sent.snapshot
    assert set(shown.flags) == {
        Flag.LITTLE_ANSWERED,
        Flag.FEW_VOICES,
        Flag.ONE_FILLER,
        Flag.NOTHING_KEPT,
    }


def test_an_open_assessment_and_one_without_consent_are_not_sent(
    workspace: Workspace, portfolio: Portfolio, assessment: Assessment
) -> None:
    with pytest.raises(NotPermitted):
        sending.preview(workspace, portfolio, wish(assessment))
    closed = assessments.close_assessment(workspace, assessment.id)
    with pytest.raises(InvalidInput):
        sending.send(workspace, portfolio, wish(closed, consented_by=""))
    with pytest.raises(NotFound):
        sending.preview(workspace, portfolio, replace(wish(closed), assessment="none"))


def test_a_share_is_withdrawn_and_nothing_of_it_is_left(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = sending.send(workspace, portfolio, wish(closed, explanation="Wij begonnen net."))
    sending.withdraw(workspace, sent.id)
    sending.withdraw(workspace, sent.id)

    (found,) = sending.shares_of(workspace, closed.project)
    assert (found.share.snapshot, found.needs_consent) == (None, False)
    assert reading.view_of(workspace, portfolio.id).shares == ()


def test_another_charter_asks_for_consent_again(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = sending.send(workspace, portfolio, wish(closed))
    reading.change_charter(workspace, portfolio.id, a_charter(purpose="Iets anders"))

    (found,) = sending.shares_of(workspace, closed.project)
    assert found.needs_consent
    assert [s.counts for s in reading.view_of(workspace, portfolio.id).shares] == [False]
    sending.consent_again(workspace, sent.id, "het bestuur")
    assert [s.counts for s in reading.view_of(workspace, portfolio.id).shares] == [True]
    with pytest.raises(InvalidInput):
        sending.consent_again(workspace, sent.id, "")


def test_a_project_finds_a_portfolio_by_its_invitation(
    workspace: Workspace, portfolio: Portfolio, clock: Clock
) -> None:
    token = reading.invite_project(workspace, portfolio.id, "voor Noord")

    assert sending.find_portfolio(workspace, token) == portfolio
    assert [i.note for i in reading.invitations_of(workspace, portfolio.id)] == ["voor Noord"]
    clock.forward(days=61)
    with pytest.raises(LinkSpent):
        sending.find_portfolio(workspace, token)


def test_nobody_withdraws_the_share_of_another_organisation(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = sending.send(workspace, portfolio, wish(closed))
    an_office(workspace)  # gets the projects that were there
    other = an_office(workspace, "ORG2")

    for act in (sending.withdraw, lambda w, s: sending.consent_again(w, s, "ik")):
        with pytest.raises(NotFound):
            act(other.workspace, sent.id)
    with pytest.raises(NotFound):
        sending.shares_of(other.workspace, closed.project)


def test_a_share_that_came_as_a_file_is_nobody_s_to_withdraw_here(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = sending.send(workspace, portfolio, wish(closed))
    from_file = replace(sent, id="file", project=None, assessment="x", version=0)
    workspace.store.shares.save(from_file)

    with pytest.raises(NotFound):
        sending.withdraw(workspace, "file")


def test_a_funder_s_reader_sends_nothing(workspace: Workspace, closed: Assessment) -> None:
    an_office(workspace)
    reader = add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")

    with pytest.raises(NotPermitted):
        sending.shares_of(at_work(workspace, reader), closed.project)


def test_a_share_for_a_file_is_kept_nowhere_and_an_erased_project_takes_its_shares_along(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    made = sending.make_share(workspace, portfolio, wish(closed))
    assert sending.shares_of(workspace, closed.project) == []
    sending.send(workspace, portfolio, wish(closed))
    workspace.store.projects.erase(closed.project)
    view = reading.view_of(workspace, portfolio.id)

    assert (view.shares, view.withdrawn) == ((), ())
    assert made.snapshot is not None  # a file that was mailed before can still be read in
