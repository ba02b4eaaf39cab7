"""What may be read of judging: nothing before closing, groups from five, final once it was shown."""

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvitationClosed
from assessment.judging.judgements import MISSING
from assessment.services.assessments import reopen_assessment
from assessment.services.context import Workspace
from assessment.services.judging.outcome import judging_outcome, last_judged
from assessment.services.outcome import outcome_of
from assessment.session.voting.verdicts import Verdict
from tests.support.session.judges import Said, closed, invite_judges, judge_all

MIN: list[Said] = [("MC-05", "applies", "minimal"), (MISSING, "", "", "Tijd.")]
OUT: list[Said] = [("MC-05", "does_not_apply", "", "Niet bij ons.")]


def test_before_closing_nobody_reads_anything(workspace: Workspace, assessment: Assessment) -> None:
    judge_all(workspace, assessment, "mentee", *[MIN] * 9)
    store, outcome = workspace.store, judging_outcome(workspace, assessment)

    assert (outcome.criteria, outcome.missing, outcome.took_part) == ((), (), {})
    assert store.judgements.counts(assessment.id) == []
    assert store.judgements.notes(assessment.id) == []
    assert store.judgements.took_part(assessment.id) == {}
    assert last_judged(workspace, assessment.project, workspace.catalogue) is None


def test_after_closing_each_group_of_five_is_shown(
    workspace: Workspace, assessment: Assessment
) -> None:
    judge_all(workspace, assessment, "mentee", *[MIN] * 5)
    judge_all(workspace, assessment, "mentor", *[OUT] * 5)
    judge_all(workspace, assessment, "partner", *[OUT] * 4)
    outcome = judging_outcome(workspace, closed(workspace, assessment))
    (one,) = outcome.criteria

    assert set(one.result.latest["choice"].voices) == {"mentee", "mentor"}
    assert outcome.people == 14
    assert outcome.some_left_out
    assert outcome.notes == {"MC-05": {"mentor": ("Niet bij ons.",) * 5}}
    assert outcome.missing == ("Tijd.",) * 5
    assert (outcome.clear, outcome.to_talk_about) == ((), ("MC-05",))


def test_nothing_of_a_small_group_is_shown(workspace: Workspace, assessment: Assessment) -> None:
    judge_all(workspace, assessment, "mentee", *[MIN] * 4)
    outcome = judging_outcome(workspace, closed(workspace, assessment))

    assert (outcome.criteria, outcome.missing, outcome.notes) == ((), (), {})
    assert outcome.some_left_out
    assert last_judged(workspace, assessment.project, workspace.catalogue) is None
    again = reopen_assessment(workspace, outcome.assessment.id)
    assert invite_judges(workspace, again)  # nothing was shown, so more may judge


def test_what_was_shown_is_final(workspace: Workspace, assessment: Assessment) -> None:
    judge_all(workspace, assessment, "mentee", *[MIN] * 5)
    again = reopen_assessment(workspace, closed(workspace, assessment).id)

    with pytest.raises(InvitationClosed):
        invite_judges(workspace, again)


def test_judging_moves_no_figure_of_rating(workspace: Workspace, assessment: Assessment) -> None:
    before = outcome_of(workspace, assessment).result
    judge_all(workspace, assessment, "mentee", *[MIN] * 6)
    outcome = outcome_of(workspace, closed(workspace, assessment))

    assert outcome.result == before
    assert (outcome.participation, outcome.comments) == ({}, {})


def test_the_newest_judging_of_a_project_opens_a_session(
    workspace: Workspace, assessment: Assessment
) -> None:
    talk: Said = ("MC-29", "applies", "desirable")
    core: Said = (sorted(workspace.catalogue.core)[0], "applies", "desirable")
    judge_all(workspace, assessment, "mentee", *[[*MIN, talk, core]] * 5)
    closed(workspace, assessment)
    found = last_judged(workspace, assessment.project, workspace.catalogue)

    assert found is not None
    assert (found.clear, found.to_talk_about) == (("MC-05",), ("MC-29",))
    assert not found.has_too_many_minimal
    assert [one.criterion for one in found.with_verdict(Verdict.MINIMAL)] == ["MC-05"]
