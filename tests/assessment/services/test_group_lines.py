"""Perspectives and phases as they are shown, and like compared with like while answering goes on."""

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.respondents import Respondent
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import outcome_of
from assessment.store import RespondentAnswer
from tests.support.database import add_respondents
from tests.support.workspace import write

LEVEL = AnswerState.LEVEL


def mentees(workspace: Workspace, assessment: Assessment, answer: Answer) -> None:
    for _ in range(5):
        voice = Respondent(workspace.new_id(), assessment.id, "mentee")
        add_respondents(workspace.store, [voice])
        workspace.store.answers.add([RespondentAnswer(voice, answer)])


def following(workspace: Workspace, assessment: Assessment) -> Assessment:
    assessments.close_assessment(workspace, assessment.id)
    return assessments.start_assessment(
        workspace, assessment.project, name="2", profile="short", ambition="floor"
    )


def the_line(workspace: Workspace, assessment: Assessment, name: str) -> GroupLine:
    lines = outcome_of(workspace, assessment).perspective_lines
    return next(line for line in lines if line.result.id == name)


def test_a_line_has_the_mean_of_the_targets_that_apply(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-19", AnswerState.NOT_APPLICABLE))
    raised = Choice("MC-20", requirement="minimal", target=4)
    assessments.change_choice(workspace, assessment.id, raised)
    assessments.change_choice(workspace, assessment.id, Choice("MC-62", target=None))
    line = the_line(workspace, assessment, "client")
    assert (line.target, line.targets) == ((4 + 3 + 3 + 3 + 3) / 5, 5)


def test_last_time_and_now_are_means_over_the_same_criteria(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-19", LEVEL, 1), Answer("MC-20", LEVEL, 2))
    second = following(workspace, assessment)
    write(workspace, second, Answer("MC-20", LEVEL, 3), Answer("MC-36", LEVEL, 0))
    line = the_line(workspace, second, "client")
    assert (line.then, line.now, line.compared) == (2, 3, 1)
    assert line.result.score == 1.5


def test_without_a_last_time_there_is_nothing_to_hold_it_against(
    workspace: Workspace, assessment: Assessment
) -> None:
    line = the_line(workspace, assessment, "client")
    assert (line.then, line.now, line.compared) == (None, None, 0)


def test_lines_without_criteria_in_scope_are_left_out(
    workspace: Workspace, assessment: Assessment
) -> None:
    phases = [line.result.id for line in outcome_of(workspace, assessment).phase_lines]
    assert "deepening" not in phases
    assert phases[0] == "preparation"


def test_while_open_the_own_voice_is_held_against_the_own_voice(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-41", LEVEL, 4))
    mentees(workspace, assessment, Answer("MC-41", LEVEL, 0))
    second = following(workspace, assessment)
    write(workspace, second, Answer("MC-41", LEVEL, 4))
    assert outcome_of(workspace, second).movement["MC-41"].change == 0

    mentees(workspace, second, Answer("MC-41", LEVEL, 1))
    second = assessments.close_assessment(workspace, second.id)
    assert outcome_of(workspace, second).movement["MC-41"].change == 0.5
