"""What a session yields elsewhere, each by choice and with a preview."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import AssessmentClosed, InvalidInput, NotFound, StaleWrite
from assessment.project_profiles import ProfileEntry
from assessment.services import assessments, self_audit
from assessment.services.context import Workspace
from assessment.services.session import preparing, taking_over
from assessment.session.agreements import SessionAgreement
from tests.support.builders import an_answer
from tests.support.session.finished import EVIDENCE, a_finished, a_profile, judged, rated
from tests.support.session.room import a_draft


def test_an_agreed_level_becomes_the_answer_of_the_organisation(
    workspace: Workspace, in_scope: Assessment
) -> None:
    own = workspace.own_respondent(in_scope).id
    present = an_answer("MC-05", 1, comment="Ons eigen woord", evidence="Het draaiboek")
    workspace.store.answers.save(own, present)
    session = a_finished(
        workspace,
        in_scope,
        rated("MC-05", "3", reason="Sinds mei"),
        rated("MC-05", "0", step="tables"),
        rated("MC-03", ""),
        rated("own", "2"),
    )

    (change,) = taking_over.answer_changes(workspace, session, in_scope, EVIDENCE)
    taking_over.take_over_answers(workspace, in_scope, [change])

    answer = workspace.store.answers.get(own, "MC-05")
    assert (answer.level, answer.comment) == (3, "Ons eigen woord")
    assert answer.evidence == f"Het draaiboek\n{EVIDENCE}\nSinds mei"
    assert (change.before.level, change.agreed.reason) == (1, "Sinds mei")
    assert taking_over.answer_changes(workspace, session, in_scope, EVIDENCE) == []


def test_an_answer_that_changed_since_the_preview_is_not_overwritten(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(workspace, in_scope, rated("MC-05", "3"), rated("MC-03", "2"))
    changes = taking_over.answer_changes(workspace, session, in_scope, EVIDENCE)
    own = workspace.own_respondent(in_scope).id
    workspace.store.answers.save(own, an_answer("MC-03", 4))

    with pytest.raises(StaleWrite):
        taking_over.take_over_answers(workspace, in_scope, changes)

    audit = self_audit.open_audit(workspace, in_scope.id)
    assert workspace.store.answers.all(audit.respondent.id)["MC-03"].level == 4
    assert "MC-05" not in workspace.store.answers.all(own)


def test_a_closed_assessment_takes_nothing_over(workspace: Workspace, in_scope: Assessment) -> None:
    session = a_finished(workspace, in_scope, rated("MC-05", "3"))
    changes = taking_over.answer_changes(workspace, session, in_scope, EVIDENCE)
    assessments.close_assessment(workspace, in_scope.id)

    with pytest.raises(AssessmentClosed):
        taking_over.take_over_answers(workspace, in_scope, changes)


def test_a_criterion_out_of_scope_or_on_another_scale_is_left_out(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(workspace, in_scope, rated("MC-05", "3"), rated("MC-03", "3"))
    choice = workspace.store.choices.get(in_scope.id)["MC-05"]
    assessments.change_choice(workspace, in_scope.id, replace(choice, in_scope=False))
    plain = workspace.catalogue.model_dump()
    other = next(s.id for s in workspace.catalogue.scales)
    for criterion in plain["criteria"]:
        if criterion["id"] == "MC-03":
            scales = {s.id for s in workspace.catalogue.scales} - {criterion["scale"]}
            other = criterion["scale"] = min(scales)
    changed = Catalogue.model_validate(plain)
    workspace.store.snapshots.add(changed.content_hash, changed.snapshot)
    session = replace(session, catalogue_hash=changed.content_hash)

    assert taking_over.answer_changes(workspace, session, in_scope, EVIDENCE) == []
    assert changed.by_id["MC-03"].scale == other


def test_what_was_judged_becomes_a_profile_of_the_project(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(
        workspace,
        in_scope,
        judged("MC-05", requirement="minimal", in_scope=True, reason="Zonder dit niet"),
        judged("MC-03", in_scope=False, reason="Doet de partner"),
        judged("own", in_scope=False),
    )
    profile = a_profile(in_scope, entries=(ProfileEntry("MC-05", requirement="growth"),))

    changes = taking_over.profile_changes(workspace, session, profile)
    saved = taking_over.take_over_profile(workspace, session, profile, changes)

    growth = workspace.catalogue.by_id["MC-03"].requirement
    assert [(c.criterion, c.before, c.after, c.is_core) for c in changes] == [
        (
            "MC-05",
            ProfileEntry("MC-05", requirement="growth"),
            ProfileEntry("MC-05", requirement="minimal", reason="Zonder dit niet"),
            False,
        ),
        (
            "MC-03",
            ProfileEntry("MC-03", requirement=growth),
            ProfileEntry("MC-03", in_scope=False, requirement=growth, reason="Doet de partner"),
            False,
        ),
    ]
    assert (saved.version, saved.session, len(saved.entries)) == (1, session.id, 2)
    assert taking_over.profile_changes(workspace, session, saved) == []


def test_the_core_is_never_touched_and_a_profile_that_is_gone_is_the_catalogue_itself(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(
        workspace, in_scope, judged("MC-01", in_scope=False), judged("MC-03", in_scope=False)
    )
    profile = a_profile(in_scope, base="gone")

    changes = taking_over.profile_changes(workspace, session, profile)
    saved = taking_over.take_over_profile(workspace, session, profile, changes)

    assert [(c.criterion, c.is_core) for c in changes] == [("MC-01", True), ("MC-03", False)]
    assert [entry.criterion for entry in saved.entries] == ["MC-03"]


def test_an_agreement_of_a_session_becomes_one_of_the_project_once(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(workspace, in_scope, assessment=in_scope.id)
    made = SessionAgreement("G1", session.id, "Bel elk koppel", "coördinator", None, "MC-05")
    workspace.store.session_agreements.save(made)
    workspace.store.session_agreements.save(replace(made, id="G2", criterion="own"))
    into = taking_over.newest_assessment(workspace, session)
    first, second = taking_over.agreement_previews(workspace, session, into)

    saved = taking_over.take_over_agreement(workspace, first)
    assert taking_over.take_over_agreement(workspace, first) == saved
    assert second.needs_criterion
    with pytest.raises(InvalidInput):
        taking_over.take_over_agreement(workspace, second)
    taking_over.take_over_agreement(workspace, second, "MC-03")

    present = workspace.store.agreements.all(in_scope.project)
    assert [(a.text, a.criterion, a.owner) for a in present] == [
        ("Bel elk koppel", "MC-05", "coördinator"),
        ("Bel elk koppel", "MC-03", "coördinator"),
    ]
    assert taking_over.agreement_previews(workspace, session, into) == []


def test_a_session_goes_into_its_own_assessment_else_the_newest(
    workspace: Workspace, in_scope: Assessment
) -> None:
    newest = assessments.start_assessment(
        workspace, in_scope.project, name="2027", profile="short", ambition="floor"
    )

    def into(**fields: object) -> str:
        session = a_finished(workspace, in_scope, **fields)
        return taking_over.newest_assessment(workspace, session).id

    assert into() == newest.id
    assert into(assessment=in_scope.id) == in_scope.id
    on_its_own = preparing.create_session(workspace, a_draft())
    with pytest.raises(NotFound):
        taking_over.newest_assessment(workspace, on_its_own)
    with pytest.raises(NotFound):
        taking_over.newest_assessment(workspace, replace(on_its_own, project="other"))


def test_levels_go_into_the_assessment_that_is_open_though_the_session_began_with_a_closed_one(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(workspace, in_scope, rated("MC-05", "3"), assessment=in_scope.id)
    assessments.close_assessment(workspace, in_scope.id)
    assert taking_over.assessment_to_answer(workspace, session).id == in_scope.id
    newest = assessments.start_assessment(
        workspace, in_scope.project, name="2027", profile="full", ambition="floor"
    )

    into = taking_over.assessment_to_answer(workspace, session)
    changes = taking_over.answer_changes(workspace, session, into, EVIDENCE)
    taking_over.take_over_answers(workspace, into, changes)

    own = workspace.own_respondent(newest).id
    assert workspace.store.answers.get(own, "MC-05").level == 3
    assert taking_over.newest_assessment(workspace, session).id == in_scope.id
