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
from assessment.portfolio.outline import outline_of
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import Openness, fields_of
from assessment.respondents import token_hash
from assessment.services import agreements, assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from assessment.services.portfolio.snapshots import Wish
from tests.assessment.services.portfolio.test_snapshots import group
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import Clock, an_agreement
from tests.support.portfolio.shares import a_charter, a_portfolio

SECRET = "een geheime notitie"


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


def send(workspace: Workspace, portfolio: Portfolio, wanted: Wish) -> ShareRow:
    token = reading.invite_project(workspace, portfolio.id)
    return sending.send(workspace, portfolio, wanted, token)


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
    share = send(workspace, portfolio, wanted)
    assert share.snapshot is not None
    allowed = fields_of(openness, with_agreements=with_agreements, explained=bool(explanation))
    held = {name for name, value in share.snapshot.as_json().items() if value not in (None, [], "")}

    assert held <= allowed
    assert {"openness", "project", "assessment", "agreements_made"} <= held
    assert ("own_levels" in held) == openness.includes(Openness.LEVELS)
    outline = outline_of(share.snapshot)  # stands beside it in the database
    assert bool(outline.core or outline.minimal) == openness.includes(Openness.CORE)
    assert SECRET not in str(workspace.store.shares.get(share.id))


def test_what_is_sent_is_what_the_preview_showed(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    wanted = wish(closed, openness=Openness.LEVELS)
    shown = sending.preview(workspace, portfolio, wanted)
    sent = send(workspace, portfolio, wanted)

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
        send(workspace, portfolio, wish(closed, consented_by=""))
    with pytest.raises(NotFound):
        sending.preview(workspace, portfolio, replace(wish(closed), assessment="none"))


def test_a_share_is_withdrawn_and_nothing_of_it_is_left(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed, explanation="Wij begonnen net."))
    sending.withdraw(workspace, sent.id)
    sending.withdraw(workspace, sent.id)

    (found,) = sending.shares_of(workspace, closed.project)
    assert (found.share.snapshot, found.needs_consent) == (None, False)
    assert reading.view_of(workspace, portfolio.id).shares == ()


def test_another_charter_asks_for_consent_again(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed))
    reading.change_charter(workspace, portfolio.id, a_charter(purpose="Iets anders"))

    (found,) = sending.shares_of(workspace, closed.project)
    assert found.needs_consent
    assert [s.counts for s in reading.view_of(workspace, portfolio.id).shares] == [False]
    sending.consent_again(workspace, sent.id, "het bestuur", 2)
    assert [s.counts for s in reading.view_of(workspace, portfolio.id).shares] == [True]
    with pytest.raises(InvalidInput):
        sending.consent_again(workspace, sent.id, "", 2)


def test_nobody_consents_to_a_charter_that_changed_while_they_read_it(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed))
    for edition in (1, 2):
        charter = a_charter(purpose=f"Versie {edition + 1}", edition=edition)
        reading.change_charter(workspace, portfolio.id, charter)
    sending.consent_again(workspace, sent.id, "het bestuur", 2)  # the page was made before

    assert [s.counts for s in reading.view_of(workspace, portfolio.id).shares] == [False]
    again = sending.consent_again(workspace, sent.id, "het bestuur", 99)
    assert again.charter_edition == 3  # and to none that is still to come


def test_a_project_finds_a_portfolio_by_its_invitation(
    workspace: Workspace, portfolio: Portfolio, clock: Clock
) -> None:
    token = reading.invite_project(workspace, portfolio.id, "voor Noord")

    assert sending.find_portfolio(workspace, token) == portfolio
    assert [i.note for i in reading.invitations_of(workspace, portfolio.id)] == ["voor Noord"]
    clock.forward(days=61)
    with pytest.raises(LinkSpent):
        sending.find_portfolio(workspace, token)


def test_an_invitation_can_be_withdrawn_and_what_was_sent_by_it_stays(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed))
    other = reading.save_portfolio(workspace, a_portfolio(""))
    token = reading.invite_project(workspace, portfolio.id)
    reading.withdraw_invitation(workspace, other.id, token_hash(token))  # is none of that one
    assert sending.find_portfolio(workspace, token) == portfolio

    for _ in range(2):
        for invitation in reading.invitations_of(workspace, portfolio.id):
            reading.withdraw_invitation(workspace, portfolio.id, invitation.hash)

    with pytest.raises(LinkSpent):
        sending.find_portfolio(workspace, token)
    assert reading.invitations_of(workspace, portfolio.id) == []
    assert [s.share.id for s in reading.view_of(workspace, portfolio.id).shares] == [sent.id]


def test_nobody_sends_where_they_were_not_invited_or_are_no_more(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment, clock: Clock
) -> None:
    other = reading.save_portfolio(workspace, a_portfolio(""))
    token = reading.invite_project(workspace, other.id)
    for invitation, why in ((token, NotFound), ("", LinkSpent)):
        with pytest.raises(why):
            sending.send(workspace, portfolio, wish(closed), invitation)
    token = reading.invite_project(workspace, portfolio.id)
    clock.forward(days=61)
    with pytest.raises(LinkSpent):
        sending.send(workspace, portfolio, wish(closed), token)

    assert sending.shares_of(workspace, closed.project) == []


def test_nobody_withdraws_the_share_of_another_organisation(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed))
    an_office(workspace)  # gets the projects that were there
    other = an_office(workspace, "ORG2")

    for act in (sending.withdraw, lambda w, s: sending.consent_again(w, s, "ik", 1)):
        with pytest.raises(NotFound):
            act(other.workspace, sent.id)
    with pytest.raises(NotFound):
        sending.shares_of(other.workspace, closed.project)


def test_a_share_that_came_as_a_file_is_nobody_s_to_withdraw_here(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    sent = send(workspace, portfolio, wish(closed))
    from_file = replace(sent, id="file", project=None, assessment="x", version=0)
    workspace.store.shares.save(from_file)

    with pytest.raises(NotFound):
        sending.withdraw(workspace, "file")


def test_a_funder_s_reader_sends_nothing(workspace: Workspace, closed: Assessment) -> None:
    an_office(workspace)
    reader = add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")

    with pytest.raises(NotPermitted):
        sending.shares_of(at_work(workspace, reader), closed.project)


def test_of_a_file_only_that_it_was_made_is_kept_and_an_erased_project_takes_its_shares_along(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    made = sending.make_share(workspace, portfolio, wish(closed, explanation=SECRET))
    assert sending.shares_of(workspace, closed.project) == []
    (file,) = sending.files_of(workspace, closed.project)
    assert (file.id, file.portfolio_name) == (made.id, portfolio.name)
    assert SECRET not in str(file)  # what is in it is kept nowhere here
    send(workspace, portfolio, wish(closed))
    workspace.store.projects.erase(closed.project)
    view = reading.view_of(workspace, portfolio.id)

    assert (view.shares, view.withdrawn) == ((), ())
    assert made.snapshot is not None  # a file that was mailed before can still be read in
    assert workspace.store.share_files.all(closed.project) == []


def test_a_project_notes_that_it_asked_for_a_file_back(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment, clock: Clock
) -> None:
    first = sending.make_share(workspace, portfolio, wish(closed))
    again = sending.make_share(workspace, portfolio, wish(closed))
    (file,) = sending.files_of(workspace, closed.project)
    assert file.id == again.id != first.id  # the funder takes one of an assessment
    asked = sending.note_asked_back(workspace, file.id)
    clock.forward(days=1)

    assert asked.asked_back_at is not None
    assert sending.note_asked_back(workspace, file.id).asked_back_at == asked.asked_back_at


def test_files_of_a_project_are_for_its_own_organisation(
    workspace: Workspace, portfolio: Portfolio, closed: Assessment
) -> None:
    made = sending.make_share(workspace, portfolio, wish(closed))
    office, other = an_office(workspace), an_office(workspace, "ORG2")

    assert [f.id for f in sending.files_of(office.workspace, closed.project)] == [made.id]
    with pytest.raises(NotFound):
        sending.files_of(other.workspace, closed.project)
    with pytest.raises(NotFound):
        sending.note_asked_back(other.workspace, made.id)


@pytest.mark.parametrize(
    ("fields", "of"),
    [
        ({}, 8),
        ({"open_hash": "hash"}, None),  # whoever has the link: nobody knows of how many
        ({"in_pairs": True}, None),
        ({"to_judge": True}, None),  # asked something else
    ],
)
def test_a_group_says_of_how_many_it_is_a_sample_where_that_is_known(
    workspace: Workspace,
    portfolio: Portfolio,
    assessment: Assessment,
    fields: dict[str, object],
    of: int | None,
) -> None:
    """With it the standard error is smaller, as rule 6 says."""
    group(workspace, assessment, "mentee", (1, 2, 2, 3, 4), max_respondents=8, **fields)
    closed = assessments.close_assessment(workspace, assessment.id)
    shown = sending.preview(workspace, portfolio, wish(closed, openness=Openness.VOICES))

    assert shown.share.snapshot is not None
    assert [g.of for g in shown.share.snapshot.group_levels] == [of]
