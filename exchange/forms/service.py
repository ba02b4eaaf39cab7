"""Forms to fill in away from the program: make them, see what they would change, take them over."""

import hashlib
from collections.abc import Mapping

from assessment.access.acts import Act
from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.text_file import shown
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, refused
from assessment.respondents import Respondent
from assessment.services.context import Workspace, requires
from exchange.forms.import_plan import Decision, Plan, Target, answers_to_write, plan_import
from exchange.forms.model import Draft, FilledForm, Head
from exchange.forms.read import read_form
from exchange.spreadsheets.read import read_workbook


@requires(Act.ANSWER, reads=True)
def draft(
    workspace: Workspace, assessment: Assessment, role: str, language: str, sheet: str
) -> Draft:
    """Return a form for one role, filled with what the organisation itself answered so far.

    The form of another role is empty and stands for one new respondent. `sheet` is the name of its
    visible sheet. Raises NotFound for a role that the catalogue does not have,
    AssessmentClosed and InvitationClosed for an assessment that could not take the form back.
    """
    catalogue = workspace.catalogue_of(assessment)
    if role not in catalogue.role_ids:
        raise NotFound("role", role)
    is_own = catalogue.role(role).asked_everything
    is_anonymous = not catalogue.role(role).organisation
    _check_open(assessment, is_anonymous=is_anonymous)
    head = Head(
        catalogue=catalogue.id,
        version=catalogue.version,
        hash=catalogue.content_hash,
        assessment=assessment.id,
        role=role,
        respondent="" if is_own else workspace.new_id(),
        language=language,
        made_at=workspace.now().isoformat(timespec="seconds"),
        sheet=sheet,
        is_anonymous=is_anonymous,
    )
    target = _target(workspace, assessment, catalogue, head)
    return Draft(head, catalogue, target.criteria, before=target.stored, answers=target.stored)


def read(data: bytes, file: str) -> FilledForm:
    """Return what stands in a form that came back. Raises SheetError with every problem."""
    return read_form(read_workbook(data, file), file)


@requires(Act.ANSWER, reads=True)
def prepare(workspace: Workspace, assessment: Assessment, form: FilledForm, file: str) -> Plan:
    """Return what a form would change in an assessment; nothing is written.

    Raises SheetError for a form of another catalogue and for one of an anonymous respondent that was read
    in already, AssessmentClosed for a closed assessment, and InvitationClosed for another anonymous
    respondent once answers of such were shown.
    """
    catalogue = workspace.catalogue_of(assessment)
    head = form.head
    if head.catalogue != catalogue.id:
        raise refused(
            file,
            "made with the catalogue `{theirs}`, and this assessment uses `{ours}`. Make a new form.",
            theirs=shown(head.catalogue),
            ours=catalogue.id,
        )
    if head.role not in catalogue.role_ids:
        raise refused(
            file,
            "there is no role `{role}` in this catalogue. Make a new form.",
            role=shown(head.role),
        )
    if catalogue.role(head.role).organisation == head.is_anonymous or _lacks_respondent(
        catalogue, head
    ):
        raise refused(
            file, "the description of the form was changed. Fill in the file as it was made."
        )
    _check_open(assessment, is_anonymous=head.is_anonymous)
    target = _target(workspace, assessment, catalogue, head)
    if target.is_anonymous and target.stored:  # a form of guesses would tell what was answered
        raise refused(
            file,
            "this form was read in already, and an anonymous form is read in once. Nothing was changed.",
        )
    return plan_import(target, form)


@requires(Act.ANSWER)
def take_over(
    workspace: Workspace, plan: Plan, decisions: Mapping[str, Decision]
) -> dict[str, Answer]:
    """Write what a plan and its decisions ask for, all or nothing; return what was written.

    Raises StaleWrite when an answer was changed after the plan was made or an anonymous respondent
    has answers by now, AssessmentClosed, and InvitationClosed as `prepare`.
    """
    target = plan.target
    written = workspace.store.answers.save_all(
        target.respondent, answers_to_write(plan, decisions), is_anonymous=target.is_anonymous
    )
    return {answer.criterion: answer for answer in written}


def _check_open(assessment: Assessment, *, is_anonymous: bool) -> None:
    """Refuse a closed assessment, and anonymous respondents once answers of such were shown."""
    if assessment.is_closed:
        raise AssessmentClosed(assessment.id)
    if is_anonymous and assessment.published_at is not None:
        raise InvitationClosed(assessment.id)


def _lacks_respondent(catalogue: Catalogue, head: Head) -> bool:
    return not catalogue.role(head.role).asked_everything and not head.respondent


def _target(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue, head: Head
) -> Target:
    choices = workspace.store.choices.get(assessment.id)
    none = Choice("", in_scope=False)
    respondent = _respondent(workspace, assessment, head)
    return Target(
        assessment=assessment,
        catalogue=catalogue,
        respondent=respondent,
        criteria=tuple(
            c
            for c in catalogue.criteria
            if choices.get(c.id, none).in_scope and catalogue.is_asked(c, head.role)
        ),
        stored=workspace.store.answers.all(respondent.id),
        is_anonymous=head.is_anonymous,
    )


def _respondent(workspace: Workspace, assessment: Assessment, head: Head) -> Respondent:
    """Return whose answers a form holds: one respondent of this assessment, and always the same."""
    own = workspace.own_respondent(assessment)
    if head.role == own.role:
        return own
    secret = "\n".join(("form", assessment.id, head.role, head.respondent))
    name = hashlib.sha256(secret.encode()).hexdigest()[:16]
    return Respondent(name, assessment.id, head.role)
