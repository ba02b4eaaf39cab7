"""The self-audit, the look back and the agreements."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.agreements import AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import AssessmentClosed, StaleWrite
from assessment.services import agreements, assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.self_audit import FindingKind
from tests.support.workspace import agree, write

LEVEL = AnswerState.LEVEL


def test_the_audit_asks_what_is_in_scope_in_the_order_of_the_catalogue(
    workspace: Workspace, assessment: Assessment
) -> None:
    audit = self_audit.open_audit(workspace, assessment.id)
    order = [c.id for c in audit.catalogue.criteria if audit.choices[c.id].in_scope]
    assert [c.id for c in audit.criteria] == order
    assert 50 <= audit.minutes <= 65  # about an hour, as the questionnaire says


def test_an_answer_is_kept_with_only_what_its_state_carries(
    workspace: Workspace, assessment: Assessment
) -> None:
    mixed = Answer("MC-01", LEVEL, 2, reason=Reason.OTHER, reason_text="x", comment="c")
    write(workspace, assessment, mixed)
    kept = workspace.store.answers.all(workspace.own_respondent(assessment).id)["MC-01"]
    assert (kept.level, kept.reason, kept.reason_text, kept.comment) == (2, None, "", "c")


def test_a_stale_answer_is_refused(workspace: Workspace, assessment: Assessment) -> None:
    write(workspace, assessment, Answer("MC-01", LEVEL, 2))
    with pytest.raises(StaleWrite):
        write(workspace, assessment, Answer("MC-01", LEVEL, 3))


def test_a_closed_audit_takes_no_answers(workspace: Workspace, assessment: Assessment) -> None:
    assessments.close_assessment(workspace, assessment.id)
    with pytest.raises(AssessmentClosed):
        write(workspace, assessment, Answer("MC-01", LEVEL, 2))


def test_progress_counts_answers_not_notes(workspace: Workspace, assessment: Assessment) -> None:
    write(
        workspace,
        assessment,
        Answer("MC-01", LEVEL, 2),
        Answer("MC-03", comment="later", marked=True),
    )
    audit = self_audit.open_audit(workspace, assessment.id)
    answers = workspace.store.answers.all(audit.respondent.id)
    assert self_audit.progress(audit.criteria, answers) == self_audit.Progress(
        done=1, total=20, marked=1
    )


def test_the_next_open_question_goes_round(workspace: Workspace, assessment: Assessment) -> None:
    audit = self_audit.open_audit(workspace, assessment.id)
    names = [c.id for c in audit.criteria]
    said = {name: Answer(name, AnswerState.UNKNOWN) for name in names}
    assert self_audit.next_open(audit, {}, None) == names[0]
    assert self_audit.next_open(audit, {}, names[0]) == names[1]
    assert self_audit.next_open(audit, said, names[3]) is None
    del said[names[1]]
    assert self_audit.next_open(audit, said, names[-1]) == names[1]


def test_neighbours_end_at_the_ends(workspace: Workspace, assessment: Assessment) -> None:
    audit = self_audit.open_audit(workspace, assessment.id)
    names = [c.id for c in audit.criteria]
    assert self_audit.neighbours(audit, names[0]) == (None, names[1])
    assert self_audit.neighbours(audit, names[-1]) == (names[-2], None)


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        (Answer("MC-01"), {FindingKind.UNANSWERED}),
        (Answer("MC-01", AnswerState.UNKNOWN), set()),
        (Answer("MC-01", LEVEL, 2), set()),
        (Answer("MC-01", LEVEL, 3), {FindingKind.NOTHING_TO_POINT_AT}),
        (Answer("MC-01", LEVEL, 4, evidence="plan"), set()),
        (Answer("MC-01", LEVEL, 4, comment="zie plan", marked=True), {FindingKind.MARKED}),
        (Answer("MC-01", AnswerState.NOT_APPLICABLE), {FindingKind.NO_REASON}),
        (Answer("MC-01", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER), {FindingKind.NO_REASON}),
        (
            Answer("MC-01", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="omdat"),
            set(),
        ),
        (Answer("MC-01", AnswerState.NOT_APPLICABLE, reason=Reason.DONE_BY_PARTNER), set()),
    ],
)
def test_what_may_need_another_look(
    workspace: Workspace, assessment: Assessment, answer: Answer, kinds: set[FindingKind]
) -> None:
    if answer != Answer("MC-01"):
        write(workspace, assessment, answer)
    found = self_audit.findings(workspace, self_audit.open_audit(workspace, assessment.id))
    assert {f.kind for f in found if f.criterion == "MC-01"} == kinds


def test_an_agreement_without_owner_or_date_is_found_until_it_is_settled(
    workspace: Workspace, assessment: Assessment
) -> None:
    made = agree(workspace, assessment)
    audit = self_audit.open_audit(workspace, assessment.id)
    found = [f.kind for f in self_audit.findings(workspace, audit) if f.agreement == made.id]
    assert found == [FindingKind.AGREEMENT_WITHOUT_OWNER, FindingKind.AGREEMENT_WITHOUT_DATE]
    agreements.save_agreement(workspace, replace(made, status=AgreementStatus.DROPPED))
    assert [f for f in self_audit.findings(workspace, audit) if f.agreement] == []


def test_a_complete_agreement_is_no_finding(workspace: Workspace, assessment: Assessment) -> None:
    agree(workspace, assessment, owner="coordinator", due=date(2027, 1, 1))
    audit = self_audit.open_audit(workspace, assessment.id)
    assert [f for f in self_audit.findings(workspace, audit) if f.agreement] == []


BEFORE = Answer("MC-01", LEVEL, 3, comment="in het plan", evidence="plan.pdf")


def next_audit(workspace: Workspace, assessment: Assessment) -> self_audit.Audit:
    """Start the next assessment and open it."""
    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    return self_audit.open_audit(workspace, following.id)


def on_another(workspace: Workspace, **fields: object) -> Workspace:
    """Return the workspace with a changed catalogue of today."""
    catalogue = workspace.catalogue
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    return replace(workspace, current_catalogue=Catalogue(**{**parts, **fields}))


def test_what_was_answered_last_time_stands_beside_the_question(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, BEFORE, Answer("MC-03", marked=True))
    audit = next_audit(workspace, assessment)

    last = self_audit.last_time(workspace, audit, "MC-01")

    assert last is not None
    assert (last.name, last.is_comparable) == (assessment.name, True)
    assert replace(last.answer, version=0) == BEFORE
    assert self_audit.last_time(workspace, audit, "MC-03") is None  # nothing was said


def test_the_first_assessment_has_no_last_time(
    workspace: Workspace, assessment: Assessment
) -> None:
    audit = self_audit.open_audit(workspace, assessment.id)
    assert self_audit.last_time(workspace, audit, "MC-01") is None


def test_another_catalogue_asked_something_else_last_time(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, BEFORE)
    other = on_another(workspace, id="other")
    assert self_audit.last_time(other, next_audit(other, assessment), "MC-01") is None


def test_a_level_on_another_scale_is_shown_and_not_taken_over(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, BEFORE)
    catalogue = workspace.catalogue
    asked = catalogue.by_id["MC-01"]
    scale = next(scale.id for scale in catalogue.scales if scale.id != asked.scale)
    rescaled = [
        c.model_copy(update={"scale": scale}) if c.id == "MC-01" else c for c in catalogue.criteria
    ]
    newer = on_another(workspace, criteria=tuple(rescaled))

    last = self_audit.last_time(newer, next_audit(newer, assessment), "MC-01")

    assert last is not None
    assert not last.is_comparable
    taken = self_audit.taken_over(Answer("MC-01"), last)
    assert (taken.level, taken.comment, taken.evidence) == (None, "in het plan", "plan.pdf")


@pytest.mark.parametrize(
    ("present", "taken"),
    [
        (Answer("MC-01"), BEFORE),
        (Answer("MC-01", LEVEL, 1), replace(BEFORE, level=1)),
        (Answer("MC-01", AnswerState.UNKNOWN, comment="nu anders"), None),
    ],
)
def test_only_what_is_empty_is_taken_over(
    present: Answer, taken: Answer | None, workspace: Workspace
) -> None:
    last = self_audit.LastTime("2026", workspace.catalogue, BEFORE, is_comparable=True)
    taken = taken or replace(present, evidence="plan.pdf")
    assert self_audit.taken_over(present, last) == taken
