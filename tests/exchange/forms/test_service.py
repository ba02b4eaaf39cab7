"""Forms of a real assessment: made, filled in, planned and taken over, all or nothing."""

from dataclasses import replace

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, SheetError, StaleWrite
from assessment.services import assessments
from assessment.services.context import Workspace
from exchange.forms import service
from exchange.forms.import_plan import Decision, LineChange
from exchange.forms.model import FilledForm, Head
from exchange.forms.write import form
from locales import translator
from tests.support.database import history
from tests.support.files.forms import COLUMNS, VOICE_COLUMNS, filled

LEVEL = AnswerState.LEVEL


def make(workspace: Workspace, assessment: Assessment, role: str = "coordinator") -> bytes:
    draft = service.draft(workspace, assessment, role, "en", "Questions")
    return form(draft, translator("en"))


def fill(data: bytes, *, is_voice: bool = False, **answers: object) -> FilledForm:
    """Type levels into a form, `MC_41=3`, and read it back."""
    cells = {name.replace("_", "-"): {"answer": level} for name, level in answers.items()}
    return service.read(filled(data, cells, VOICE_COLUMNS if is_voice else COLUMNS), "f.xlsx")


def test_the_form_of_the_organisation_holds_what_it_answered(
    workspace: Workspace, assessment: Assessment
) -> None:
    own = workspace.own_respondent(assessment)
    workspace.store.answers.save(own.id, Answer("MC-41", LEVEL, 3, comment="gezien"))
    found = service.read(make(workspace, assessment), "f.xlsx")

    assert len(found.answers) == 20
    assert found.answers["MC-41"].comment == "gezien"
    assert found.head.respondent == ""


def test_what_was_filled_in_is_written_with_its_history(
    workspace: Workspace, assessment: Assessment
) -> None:
    plan = service.prepare(workspace, assessment, fill(make(workspace, assessment), MC_41=3), "f")
    written = service.take_over(workspace, plan, {})
    own = workspace.own_respondent(assessment)

    assert [step.change for step in plan.steps] == [LineChange.NEW]
    assert written["MC-41"].level == 3
    assert workspace.store.answers.get(own.id, "MC-41").level == 3
    assert len(history(workspace.store, own.id, "MC-41")) == 1
    assert service.take_over(workspace, plan, {"MC-41": Decision.KEEP}) == {}


def test_a_second_time_changes_nothing(workspace: Workspace, assessment: Assessment) -> None:
    found = fill(make(workspace, assessment), MC_41=3)
    service.take_over(workspace, service.prepare(workspace, assessment, found, "f"), {})

    assert service.prepare(workspace, assessment, found, "f").steps == ()


def test_what_changes_after_the_preview_stops_everything(
    workspace: Workspace, assessment: Assessment
) -> None:
    own = workspace.own_respondent(assessment).id
    found = fill(make(workspace, assessment), MC_19=1, MC_41=3, MC_44=2)
    plan = service.prepare(workspace, assessment, found, "f")
    workspace.store.answers.save(own, Answer("MC-41", LEVEL, 0))

    with pytest.raises(StaleWrite):
        service.take_over(workspace, plan, {})
    assert {n: a.level for n, a in workspace.store.answers.all(own).items()} == {"MC-41": 0}


def test_each_form_of_another_voice_is_one_voice(
    workspace: Workspace, assessment: Assessment
) -> None:
    one, other = (make(workspace, assessment, "mentee") for _ in range(2))
    for data in (one, other):
        found = fill(data, is_voice=True, MC_41=3)
        service.take_over(workspace, service.prepare(workspace, assessment, found, "f"), {})
    respondents = [r for r in workspace.store.respondents.all(assessment.id) if r.role == "mentee"]

    assert len(respondents) == 2
    assert all(workspace.store.answers.get(v.id, "MC-41").level == 3 for v in respondents)


@pytest.mark.parametrize("guess", [{}, {"MC_41": 3}, {"MC_41": 1}, {"MC_44": 0}])
def test_a_form_of_an_anonymous_voice_is_read_in_once_and_tells_nothing_after(
    workspace: Workspace, assessment: Assessment, guess: dict[str, int]
) -> None:
    data = make(workspace, assessment, "mentee")
    before = service.prepare(workspace, assessment, fill(data, is_voice=True, MC_41=3), "f")
    service.take_over(workspace, before, {})

    with pytest.raises(SheetError) as told:
        service.prepare(workspace, assessment, fill(data, is_voice=True, **guess), "f.xlsx")
    assert str(told.value) == (
        "f.xlsx: this form was read in already, and an anonymous form is read in once. "
        "Nothing was changed."
    )


@pytest.mark.parametrize("level", [3, 1])
def test_a_guess_that_was_looked_at_before_the_real_form_was_read_in_tells_nothing(
    workspace: Workspace, assessment: Assessment, level: int
) -> None:
    data = make(workspace, assessment, "mentee")
    guess, real = (
        service.prepare(workspace, assessment, fill(data, is_voice=True, MC_41=said), "f")
        for said in (level, 3)
    )
    service.take_over(workspace, real, {})

    with pytest.raises(StaleWrite) as told:
        service.take_over(workspace, guess, {})
    assert told.value.current is None


def test_the_form_of_another_voice_holds_nobodys_answers(
    workspace: Workspace, assessment: Assessment
) -> None:
    workspace.store.answers.save(workspace.own_respondent(assessment).id, Answer("MC-41", LEVEL, 3))
    found = service.read(make(workspace, assessment, "mentee"), "f")

    assert found.answers["MC-41"] == Answer("MC-41")
    assert len(found.answers) < 20


def test_a_facilitator_has_a_form_with_reasons_and_is_one_respondent(
    workspace: Workspace, assessment: Assessment
) -> None:
    found = service.read(make(workspace, assessment, "facilitator"), "f")

    assert not found.head.is_anonymous
    assert found.head.respondent
    assert (
        service.prepare(workspace, assessment, found, "f").target.respondent.role == "facilitator"
    )


def test_a_closed_assessment_makes_and_takes_no_form(
    workspace: Workspace, assessment: Assessment
) -> None:
    found = fill(make(workspace, assessment), MC_41=3)
    plan = service.prepare(workspace, assessment, found, "f")
    closed = assessments.close_assessment(workspace, assessment.id)

    with pytest.raises(AssessmentClosed):
        make(workspace, closed)
    with pytest.raises(AssessmentClosed):
        service.prepare(workspace, closed, found, "f")
    with pytest.raises(AssessmentClosed):
        service.take_over(workspace, plan, {})
    assert workspace.store.answers.all(plan.target.respondent.id) == {}


def test_once_voices_were_shown_no_form_adds_another(
    workspace: Workspace, assessment: Assessment
) -> None:
    data = make(workspace, assessment, "mentee")
    plan = service.prepare(workspace, assessment, fill(data, is_voice=True, MC_41=3), "f")
    shown = workspace.store.assessments.save(replace(assessment, published_at=workspace.now()))

    with pytest.raises(InvitationClosed):
        service.prepare(workspace, shown, service.read(data, "f"), "f")
    with pytest.raises(InvitationClosed):
        service.take_over(workspace, plan, {})
    with pytest.raises(InvitationClosed):
        make(workspace, shown, "mentee")
    assert make(workspace, shown)


def test_an_unknown_role_has_no_form(workspace: Workspace, assessment: Assessment) -> None:
    with pytest.raises(NotFound):
        make(workspace, assessment, "boss")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"catalogue": "other"}, "made with the catalogue `other`"),
        ({"role": "boss"}, "there is no role `boss`"),
        ({"is_anonymous": True}, "description of the form was changed"),
        ({"role": "mentee", "is_anonymous": True}, "description of the form was changed"),
    ],
)
def test_a_form_that_does_not_belong_here_is_refused(
    workspace: Workspace, assessment: Assessment, change: dict[str, object], said: str
) -> None:
    found = fill(make(workspace, assessment), MC_41=3)
    head = Head(**{**vars(found.head), **change})  # type: ignore[arg-type]

    with pytest.raises(SheetError, match=said):
        service.prepare(workspace, assessment, replace(found, head=head), "f.xlsx")
