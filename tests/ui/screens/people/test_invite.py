"""Inviting somebody: the link is shown once."""

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.access import an_organisation
from tests.support.builders import a_project
from tests.support.session.staff import a_prepared_session
from tests.support.ui.accounts import read, somebody


def test_a_link_is_made_shown_and_taken_off_the_screen(workspace: Workspace) -> None:
    workspace.store.projects.save(a_project(name="Maatjes"))
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.selectbox(key="member_project:en").set_value("P1").run()
    app.button(key="make_link").click().run()

    assert "/account/join/" in app.code[0].value
    (link,) = workspace.store.access.links.waiting("ORG1")
    assert (link.kind, link.project) == (MembershipKind.COORDINATOR, "P1")
    app.button(key="forget_link").click().run()
    assert not app.code


def test_the_link_to_one_organisation_is_not_shown_with_another(workspace: Workspace) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    workspace.store.access.organisations.save(an_organisation("ORG2"))
    also = Membership("M2", owner.account, "ORG2", MembershipKind.OWNER)
    workspace.store.access.memberships.add(also)
    app = owner.opens("people", organisation="ORG1")
    app.button(key="make_link").click().run()
    assert app.code
    app.query_params["organisation"] = "ORG2"
    app.run()

    assert not app.code


def test_a_wrong_address_is_told(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.text_input(key="member_address").set_value("no address").run()
    app.button(key="make_link").click().run()

    assert "no e-mail address" in app.error[0].value
    assert "shown once" not in read(app)


def test_an_owner_is_of_the_whole_organisation(workspace: Workspace) -> None:
    app = somebody(workspace, MembershipKind.OWNER).opens("people")
    app.radio(key="member_kind:en").set_value(MembershipKind.OWNER).run()

    assert "member_project:en" not in {box.key for box in app.selectbox}


def test_a_facilitator_is_invited_for_one_session_that_has_not_ended(
    workspace: Workspace, example_assessment: Assessment
) -> None:
    owner = somebody(workspace, MembershipKind.OWNER)
    one = a_prepared_session(workspace, project=example_assessment.project)
    app = owner.opens("people")
    app.radio(key="member_kind:en").set_value(MembershipKind.FACILITATOR).run()
    offered = app.selectbox(key="member_session:en")
    project = workspace.store.projects.get(example_assessment.project).name
    assert offered.options == ["No, of projects", f"Spiegelmiddag · {project}"]
    assert app.selectbox(key="member_project:en").options == ["All projects", project]
    offered.set_value(one.id).run()
    assert "member_project:en" not in {box.key for box in app.selectbox}
    app.button(key="make_link").click().run()

    (link,) = workspace.store.access.links.waiting("ORG1")
    assert (link.kind, link.project, link.session) == ("facilitator", None, one.id)
