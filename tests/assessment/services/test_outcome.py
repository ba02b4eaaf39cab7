"""The outcome: result, what was left out, movement, participation."""

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.choices import in_scope
from assessment.respondents import Respondent
from assessment.scoring.movement import Movement
from assessment.services import assessments, invitations, responding
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome, outcome_of
from assessment.store import RespondentAnswer
from tests.support.builders import an_answer
from tests.support.database import add_respondents
from tests.support.invitations import own
from tests.support.workspace import write

LEVEL = AnswerState.LEVEL


def speak(
    workspace: Workspace, assessment: Assessment, role: str, *answers: Answer, times: int = 1
) -> None:
    for number in range(times):
        voice = Respondent(f"{role}-{number}-{workspace.new_id()}", assessment.id, role)
        add_respondents(workspace.store, [voice])
        workspace.store.answers.add(RespondentAnswer(voice, answer) for answer in answers)


def closed(workspace: Workspace, assessment: Assessment) -> Outcome:
    return outcome_of(workspace, assessments.close_assessment(workspace, assessment.id))


def test_other_voices_show_only_after_closing(workspace: Workspace, assessment: Assessment) -> None:
    write(workspace, assessment, Answer("MC-41", LEVEL, 4))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1), times=5)

    before = outcome_of(workspace, assessment)
    assert before.result.criteria["MC-41"].score == 4
    assert set(before.result.criteria["MC-41"].voices) == {"coordinator"}
    assert before.participation == {"coordinator": 1, "mentee": 5}

    assert closed(workspace, assessment).result.criteria["MC-41"].score == 2.5


def test_what_does_not_apply_is_listed_with_its_reason_and_who_answered_all_the_same(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(
        workspace,
        assessment,
        Answer("MC-41", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="omdat"),
    )
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1), times=7)
    [left_out] = closed(workspace, assessment).left_out
    assert (left_out.answer.reason_text, left_out.others_answered) == ("omdat", 7)


def test_movement_is_held_against_the_previous_assessment(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-01", LEVEL, 1))
    assessments.close_assessment(workspace, assessment.id)
    second = assessments.start_assessment(
        workspace, assessment.project, name="2", profile="short", ambition="floor"
    )
    write(workspace, second, Answer("MC-01", LEVEL, 3))
    outcome = outcome_of(workspace, second)
    assert outcome.movement["MC-01"].change == 2
    assert outcome.previous is not None
    assert outcome.previous.assessment.id == assessment.id


def mixed(workspace: Workspace, assessment: Assessment) -> Outcome:
    """A closed assessment with mentees, after one with mentees that was opened again."""
    write(workspace, assessment, Answer("MC-41", LEVEL, 2))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 0), times=5)
    assessments.close_assessment(workspace, assessment.id)
    second = assessments.start_assessment(
        workspace, assessment.project, name="2", profile="short", ambition="floor"
    )
    write(workspace, second, Answer("MC-41", LEVEL, 3))
    speak(workspace, second, "mentee", Answer("MC-41", LEVEL, 1), times=5)
    second = assessments.close_assessment(workspace, second.id)
    assessments.reopen_assessment(workspace, assessment.id)
    return outcome_of(workspace, second)


def test_when_the_previous_one_is_open_again_own_voice_is_held_against_own_voice(
    workspace: Workspace, assessment: Assessment
) -> None:
    outcome = mixed(workspace, assessment)

    assert outcome.result.criteria["MC-41"].score == 2
    assert outcome.movement["MC-41"] == Movement("MC-41", 2, 3, 1)
    assert set(outcome.voice_movement) == {"coordinator"}
    assert outcome.moves_alone


def test_a_group_of_all_voices_is_not_held_against_own_voice_alone(
    workspace: Workspace, assessment: Assessment
) -> None:
    [line] = [
        line
        for line in mixed(workspace, assessment).perspective_lines
        if line.result.score is not None
    ]
    assert (line.then, line.compared) == (None, 0)


def test_each_voice_is_held_against_itself_when_both_are_closed(
    workspace: Workspace, assessment: Assessment
) -> None:
    second = mixed(workspace, assessment).assessment
    assessments.close_assessment(workspace, assessment.id)
    outcome = outcome_of(workspace, second)

    assert outcome.voice_movement["mentee"] == {"MC-41": Movement("MC-41", 0, 1, 1)}
    assert not outcome.moves_alone


def test_gaps_come_by_priority(workspace: Workspace, assessment: Assessment) -> None:
    write(
        workspace,
        assessment,
        Answer("MC-01", LEVEL, 2),
        Answer("MC-03", LEVEL, 0),
        Answer("MC-08", LEVEL, 4),
        Answer("MC-10", LEVEL, 3),
        Answer("MC-17", AnswerState.NOT_APPLICABLE),
    )
    outcome = outcome_of(workspace, assessment)
    assert [c.criterion for c in outcome.gaps] == ["MC-03", "MC-01"]


def test_without_an_earlier_assessment_there_is_no_movement(
    workspace: Workspace, assessment: Assessment
) -> None:
    outcome = outcome_of(workspace, assessment)
    assert (outcome.previous, outcome.movement) == (None, {})


def test_who_else_speaks_for_the_organisation_is_shown_from_one_answer_with_every_word(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-41", LEVEL, 4, comment="van de coordinator"))
    said = Answer("MC-41", LEVEL, 1, comment="ik zie iets anders", evidence="mijn verslag")
    speak(workspace, assessment, "facilitator", said)

    before = outcome_of(workspace, assessment)
    assert before.result.criteria["MC-41"].score == 2.5
    outcome = closed(workspace, assessment)

    voice = outcome.result.criteria["MC-41"].voices["facilitator"]
    assert (voice.n, voice.mean) == (1, 1)
    assert outcome.comments == {"MC-41": {"facilitator": ("ik zie iets anders", "mijn verslag")}}
    assert before.comments == outcome.comments
    [colleague] = outcome.colleagues
    assert (colleague.role, colleague.answers["MC-41"].level) == ("facilitator", 1)
    assert outcome.answers["MC-41"].level == 4


def test_what_only_a_colleague_says_does_not_apply_is_listed_too(
    workspace: Workspace, assessment: Assessment
) -> None:
    write(workspace, assessment, Answer("MC-41", AnswerState.UNKNOWN))
    speak(workspace, assessment, "facilitator", Answer("MC-41", AnswerState.NOT_APPLICABLE))

    assert [line.answer.criterion for line in closed(workspace, assessment).left_out] == ["MC-41"]


def test_an_evaluation_of_a_relationship_is_asked_in_full_and_counts_as_far_as_it_is_in_scope(
    workspace: Workspace, assessment: Assessment
) -> None:
    assessment = assessments.apply_preset(workspace, assessment, "short", "floor")
    scope = set(in_scope(workspace.store.choices.get(assessment.id).values()))
    for name in ("interim", "final"):
        profile = workspace.catalogue.profile(name)
        assert profile is not None
        asked = [n for n in profile.criteria if n in workspace.catalogue.asked["mentor"]]
        issued = invitations.open_invitation(
            workspace, assessment.id, "mentor", name, 9, None, personal=5
        )
        assert set(asked) - scope  # else this shows nothing
        for link in issued.links:
            session = responding.find(workspace, own(workspace, link.token))
            assert isinstance(session, responding.RespondentSession)
            assert {c.id for c in session.criteria} == set(asked)
            for criterion in asked:
                responding.write(workspace, session, an_answer(criterion, level=3))
    closed = assessments.close_assessment(workspace, assessment.id)

    result = outcome_of(workspace, closed).result
    assert set(result.criteria) == scope
    heard = {name for name, one in result.criteria.items() if "mentor" in one.voices}
    assert heard
    assert not result.some_left_out
