"""What a session yields elsewhere: answers, a profile, agreements. Each by choice, with a preview."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, NotFound
from assessment.project_profiles import (
    EntryChange,
    ProfileDecision,
    ProjectProfile,
    entry_changes,
    with_changes,
)
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace, requires
from assessment.services.project_profiles import save_decided_profile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession


@dataclass(frozen=True)
class AnswerChange:
    """What taking over would make of one answer of the organisation."""

    criterion: str
    before: Answer
    after: Answer
    agreed: AgreedValue


@dataclass(frozen=True)
class AgreementTaken:
    """An agreement of the session that was taken over; `agreement` is None when that one is gone."""

    made: SessionAgreement
    agreement: Agreement | None


@dataclass(frozen=True)
class AgreementPreview:
    """What taking over would make of an agreement of the session: one of the project."""

    made: SessionAgreement
    agreement: Agreement

    @property
    def needs_criterion(self) -> bool:
        """Return whether it says of no criterion of the assessment that it is about it."""
        return not self.agreement.criterion


@requires(Act.SEE_OUTCOME)
def answer_changes(
    workspace: Workspace, session: GroupSession, assessment: Assessment, evidence: str
) -> list[AnswerChange]:
    """Return the answers that would change: agreed levels of criteria that both mean alike.

    That is the same criterion on the same scale, in scope. `evidence` is added to what one can point
    at, such as "agreed in a session of 14 people", with the reason.
    """
    agreed = _as_answers(workspace, session, assessment, evidence)
    return [change for change in agreed if change.after != change.before]


@requires(Act.SEE_OUTCOME)
def answers_taken_over(
    workspace: Workspace, session: GroupSession, assessment: Assessment, evidence: str
) -> list[str]:
    """Return the criteria whose answer says already what was agreed, with `evidence` and reason."""
    agreed = _as_answers(workspace, session, assessment, evidence)
    return [change.criterion for change in agreed if change.after == change.before]


def _as_answers(
    workspace: Workspace, session: GroupSession, assessment: Assessment, evidence: str
) -> Iterator[AnswerChange]:
    theirs = workspace.catalogue_with(session.catalogue_hash)
    ours = workspace.catalogue_of(assessment)
    choices = workspace.store.choices.get(assessment.id)
    answers = workspace.store.answers.all(workspace.own_respondent(assessment).id)
    for agreed in _latest(workspace, session):
        name, level = agreed.item, agreed.level
        is_same = _is_same(ours, theirs, name) and name in choices and choices[name].in_scope
        before = answers.get(name, Answer(name))
        if level is None or not is_same:
            continue
        after = replace(
            before,
            state=AnswerState.LEVEL,
            level=level,
            reason=None,
            reason_text="",
            evidence=_added(before.evidence, evidence, agreed.reason),
        )
        yield AnswerChange(name, before, after, agreed)


@requires(Act.ANSWER)
def take_over_answers(
    workspace: Workspace,
    assessment: Assessment,
    changes: Collection[AnswerChange],
) -> list[Answer]:
    """Write the chosen ones of `answer_changes` as the organisation's own answers, all or nothing.

    Doing it twice is doing it once. Raises AssessmentClosed, and StaleWrite when an answer was changed since the preview.
    """
    own = workspace.own_respondent(assessment)
    return workspace.store.answers.save_all(own, [change.after for change in changes])


@requires(Act.SEE_OUTCOME)
def profile_changes(
    workspace: Workspace, session: GroupSession, profile: ProjectProfile
) -> list[EntryChange]:
    """Return what a profile of the project would change by: what was agreed to be in, and minimal."""
    catalogue = workspace.catalogue_with(session.catalogue_hash)
    decided = (
        ProfileDecision(agreed.item, agreed.in_scope, agreed.requirement, agreed.reason)
        for agreed in _latest(workspace, session)
    )
    return entry_changes(catalogue, profile, decided)


@requires(Act.RUN_ASSESSMENT)
def take_over_profile(
    workspace: Workspace,
    session: GroupSession,
    profile: ProjectProfile,
    changes: Collection[EntryChange],
) -> ProjectProfile:
    """Save the chosen ones of `profile_changes` in a profile; a new one has no id. Never the core.

    Doing it twice gives one profile. Raises InvalidInput, also for another new one of that name,
    StaleWrite, NotFound.
    """
    wanted = replace(with_changes(profile, changes), session=session.id)
    return save_decided_profile(workspace, wanted, session.id)


@requires(Act.SEE_OUTCOME)
def agreement_previews(
    workspace: Workspace, session: GroupSession, assessment: Assessment
) -> list[AgreementPreview]:
    """Return what would become of the agreements of a session that were not taken over yet."""
    catalogue = workspace.catalogue_of(assessment)
    return [
        AgreementPreview(made, _agreement(made, assessment, catalogue))
        for made in workspace.store.session_agreements.all(session.id)
        if not made.agreement
    ]


@requires(Act.SEE_OUTCOME)
def agreements_taken_over(workspace: Workspace, session: GroupSession) -> list[AgreementTaken]:
    """Return the agreements of a session that were taken over, with those of the project they became."""
    there = {one.id: one for one in workspace.store.agreements.all(session.project or "")}
    return [
        AgreementTaken(made, there.get(made.agreement))
        for made in workspace.store.session_agreements.all(session.id)
        if made.agreement
    ]


@requires(Act.AGREE)
def take_over_agreement(
    workspace: Workspace, preview: AgreementPreview, criterion: str = ""
) -> Agreement:
    """Save an agreement of a session as one of the project, about `criterion` when it named none.

    Doing it twice gives one agreement: it keeps its id. Raises InvalidInput for one that still names
    no criterion, StaleWrite, NotFound.
    """
    wanted = replace(preview.agreement, criterion=criterion or preview.agreement.criterion)
    if not wanted.criterion:
        raise InvalidInput("criterion", "missing", "Choose what this agreement is about.")
    saved = save_agreement(workspace, wanted)
    workspace.store.session_agreements.save(replace(preview.made, agreement=saved.id))
    return saved


@requires(Act.SEE_OUTCOME)
def newest_assessment(workspace: Workspace, session: GroupSession) -> Assessment:
    """Return the assessment that agreements are taken over into: its own, else the newest one.

    Raises NotFound for a session on its own, and a project without any.
    """
    return min(_assessments(workspace, session), key=lambda a: a.id != session.assessment)


@requires(Act.SEE_OUTCOME)
def assessment_to_answer(workspace: Workspace, session: GroupSession) -> Assessment:
    """Return the assessment that levels are taken over into: one that is open, if there is any.

    Most sessions begin with one that is closed, and are held while the next one is open. Raises
    NotFound like `newest_assessment`.
    """
    return min(
        _assessments(workspace, session),
        key=lambda a: (a.is_closed, a.id != session.assessment),
    )


def _assessments(workspace: Workspace, session: GroupSession) -> list[Assessment]:
    if session.project is None:
        raise NotFound("project", "of this session")
    if found := workspace.store.assessments.all(session.project):
        return found
    raise NotFound("assessment", "of this project")


def _latest(workspace: Workspace, session: GroupSession) -> list[AgreedValue]:
    """Return the agreed values in the order of the script, of each item that of its last step."""
    agreed = {(a.step, a.item): a for a in workspace.store.agreed_values.all(session.id)}
    steps = session.script.steps
    ordered = [(step.id, item) for step in steps for item in step.on_the_table]
    return list(
        {item: agreed[step, item] for step, item in ordered if (step, item) in agreed}.values()
    )


def _is_same(ours: Catalogue, theirs: Catalogue, name: str) -> bool:
    known = name in ours.by_id and name in theirs.by_id and ours.id == theirs.id
    return known and ours.by_id[name].scale == theirs.by_id[name].scale


def _added(present: str, *more: str) -> str:
    lines = [present.strip(), *(line.strip() for line in more)]
    new = [line for n, line in enumerate(lines) if line and not (n and line in present)]
    return "\n".join(new)


def _agreement(made: SessionAgreement, assessment: Assessment, catalogue: Catalogue) -> Agreement:
    return Agreement(
        id=made.id,
        project=assessment.project,
        assessment=assessment.id,
        criterion=made.criterion if made.criterion in catalogue.by_id else "",
        text=made.text,
        owner=made.owner,
        due=made.due,
    )
