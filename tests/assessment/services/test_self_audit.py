"""The self-audit, the look back and the agreements."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.agreements import Agreement, AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.errors import AssessmentClosed, StaleWrite
from assessment.services import agreements, assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.self_audit import FindingKind

LEVEL = AnswerState.LEVEL


def write(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    audit = self_audit.open_audit(workspace, assessment.id)
    for answer in answers:
        self_audit.write_answer(workspace, audit, answer)


def act(workspace: Workspace, assessment: Assessment, **fields: object) -> Agreement:
    values = {"criterion": "MC-01", "text": "doen", **fields}
    agreement = Agreement(id="", project=assessment.project, assessment=assessment.id, **values)  # type: ignore[arg-type]
    return agreements.save_agreement(workspace, agreement)


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
    made = act(workspace, assessment)
    audit = self_audit.open_audit(workspace, assessment.id)
    found = [f.kind for f in self_audit.findings(workspace, audit) if f.agreement == made.id]
    assert found == [FindingKind.AGREEMENT_WITHOUT_OWNER, FindingKind.AGREEMENT_WITHOUT_DATE]
    agreements.save_agreement(workspace, replace(made, status=AgreementStatus.DROPPED))
    assert [f for f in self_audit.findings(workspace, audit) if f.agreement] == []


def test_a_complete_agreement_is_no_finding(workspace: Workspace, assessment: Assessment) -> None:
    act(workspace, assessment, owner="coordinator", due=date(2027, 1, 1))
    audit = self_audit.open_audit(workspace, assessment.id)
    assert [f for f in self_audit.findings(workspace, audit) if f.agreement] == []
