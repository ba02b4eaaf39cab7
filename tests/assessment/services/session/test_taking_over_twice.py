"""Taking over twice, and what the catalogue does not know any more."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.session import taking_over
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from reports.session.build import build
from reports.session.material import SessionMaterial
from tests.support.session.finished import EVIDENCE, a_finished, a_profile, judged, rated
from tests.support.session.room import a_room, a_step


def test_a_criterion_that_the_catalogue_drops_later_stays_in_its_session_and_goes_nowhere_else(
    workspace: Workspace, in_scope: Assessment
) -> None:
    room = a_room(
        workspace,
        a_step("rate", items=("MC-05", "MC-03")),
        roles=("mentor",) * 6,
        project=in_scope.project,
        assessment=in_scope.id,
    )
    room.run_all("start", "start")
    dropped = workspace.catalogue.model_dump()
    dropped["criteria"] = [c for c in dropped["criteria"] if c["id"] != "MC-05"]
    later = replace(workspace, current_catalogue=Catalogue.model_validate(dropped))
    room = replace(room, workspace=later)
    room.vote_all(["3"] * 6)
    room.run_all("close", "show")
    room.run("end")
    for item, value in (("MC-05", "3"), ("MC-03", "2")):
        later.store.agreed_values.save(AgreedValue(room.id, "rate", item, value))
    made = SessionAgreement("G1", room.id, "Bel elk koppel", "coördinator", None, "MC-05")
    later.store.session_agreements.save(made)
    assessments.close_assessment(later, in_scope.id)
    newest = assessments.start_assessment(
        later, in_scope.project, name="2027", profile="full", ambition="floor"
    )

    (shown,) = room.outcome.items
    changes = taking_over.answer_changes(later, room.session, newest, EVIDENCE)
    (preview,) = taking_over.agreement_previews(later, room.session, newest)
    told = SessionMaterial.of(later, room.session, "nl")

    title = workspace.catalogue.by_id["MC-05"].title.in_language("nl")
    assert shown.item == "MC-05"
    assert shown.first is not None
    assert shown.first["choice"].together is not None
    assert title in str(build(told))
    assert [change.criterion for change in changes] == ["MC-03"]
    assert preview.needs_criterion


def test_taking_over_twice_is_taking_over_once_and_tells_where_it_went(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(
        workspace,
        in_scope,
        rated("MC-03", "2", reason="Sinds mei"),
        judged("MC-05", in_scope=False, reason="Doet de partner"),
        assessment=in_scope.id,
    )
    made = SessionAgreement("G1", session.id, "Bel elk koppel", "coördinator", None, "MC-05")
    workspace.store.session_agreements.save(made)
    changes = taking_over.answer_changes(workspace, session, in_scope, EVIDENCE)
    entries = taking_over.profile_changes(workspace, session, a_profile(in_scope))
    (preview,) = taking_over.agreement_previews(workspace, session, in_scope)
    assert taking_over.answers_taken_over(workspace, session, in_scope, EVIDENCE) == []
    assert taking_over.agreements_taken_over(workspace, session) == []

    once, twice = (
        (
            taking_over.take_over_answers(workspace, in_scope, changes),
            taking_over.take_over_profile(workspace, session, a_profile(in_scope), entries),
            taking_over.take_over_agreement(workspace, preview),
        )
        for _ in range(2)
    )

    assert once == twice
    assert len(workspace.store.agreements.all(in_scope.project)) == 1
    (profile,) = workspace.store.project_profiles.all(in_scope.project)
    assert [entry.criterion for entry in profile.entries] == ["MC-05"]
    taken = taking_over.answers_taken_over(workspace, session, in_scope, EVIDENCE)
    assert taken == ["MC-03"]
    (agreement,) = taking_over.agreements_taken_over(workspace, session)
    assert (agreement.made.id, agreement.agreement) == ("G1", once[2])

    workspace.store.agreements.erase(once[2].id)
    (gone,) = taking_over.agreements_taken_over(workspace, session)
    assert gone.agreement is None


def test_another_new_questionnaire_of_one_name_is_refused_and_of_another_name_made(
    workspace: Workspace, in_scope: Assessment
) -> None:
    session = a_finished(
        workspace, in_scope, judged("MC-05", in_scope=False), judged("MC-03", in_scope=False)
    )
    fresh = a_profile(in_scope)
    changes = taking_over.profile_changes(workspace, session, fresh)
    first = taking_over.take_over_profile(workspace, session, fresh, changes[:1])

    with pytest.raises(InvalidInput) as refused:
        taking_over.take_over_profile(workspace, session, fresh, changes)
    assert (refused.value.field, refused.value.rule) == ("name", "taken")
    taking_over.take_over_profile(workspace, session, replace(fresh, name="Nog een"), changes)
    more = taking_over.take_over_profile(workspace, session, first, changes)

    present = workspace.store.project_profiles.all(in_scope.project)
    assert {p.name: len(p.entries) for p in present} == {"Ons minimum": 2, "Nog een": 2}
    assert more.id == first.id
