"""Inviting pairs: links, counts, a lost letter, closing."""

from assessment.assessments import Assessment
from assessment.services import invitations, pairs, responding
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, both_are_done, keys, press, shown


def test_pairs_are_made_and_only_counted(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    app = open_page("invitations", assessment=whole.id)
    app.number_input(key=f"pair_number:{whole.id}:0").set_value(3).run()
    press(app, "make_pairs")
    assert app.header[0].value == "6 new links, shown once"
    assert "3 pairs: in 0 of them both are done" in shown(app)

    [pair] = pairs.make_pairs(workspace, whole.id, 1, None)
    both_are_done(workspace, pair)
    page = shown(open_page("invitations", assessment=whole.id))
    assert "4 pairs: in 1 of them both are done" in page
    assert " began, " not in page


def test_a_lost_letter_of_a_pair_is_replaced_or_revoked(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    [pair] = pairs.make_pairs(workspace, whole.id, 1, None)
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key="pair_number:en").set_value(1).run()
    press(app, "pair:1:mentee:reissue:ask")
    press(app, "pair:1:mentee:reissue:yes")
    assert responding.find(workspace, pair.second.token) is None
    assert app.header[0].value == "One new link, shown once"

    press(app, "pair:1:mentor:revoke:ask")
    press(app, "pair:1:mentor:revoke:yes")
    assert responding.find(workspace, pair.first.token) is None


def test_a_letter_of_a_pair_that_was_used_is_not_replaced(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    [pair] = pairs.make_pairs(workspace, whole.id, 1, None)
    both_are_done(workspace, pair)
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key="pair_number:en").set_value(1).run()
    press(app, "pair:1:mentee:reissue:ask")
    press(app, "pair:1:mentee:reissue:yes")
    assert app.error[0].value.startswith("Somebody has begun with this letter:")
    assert not app.get("download_button")


def test_the_invitations_of_pairs_close_together(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    pairs.make_pairs(workspace, whole.id, 1, None)
    app = open_page("invitations", assessment=whole.id)
    [button] = [key for key in keys(app) if key.startswith("close_")]
    press(app, button)
    lines = invitations.invitations_of(workspace, whole)
    assert [line.invitation.closed_at is not None for line in lines] == [True, True]
    press(app, "make_pairs")
    assert app.error[0].value == "Others cannot answer in this assessment any more."


def test_who_makes_pairs_reads_what_the_pairs_are_warned_of(
    open_page: OpenPage, assessment: Assessment
) -> None:
    page = shown(open_page("invitations", assessment=assessment.id))

    assert "If something does not feel safe, do not start with this form." in page


def test_another_moment_of_the_pairs_that_there_are_is_named_with_how_to_ask_it(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    def other_moments() -> list[str]:
        app = open_page("invitations", assessment=whole.id)
        return [one.value for one in app.caption if "For another moment" in one.value]

    assert other_moments() == []
    pairs.make_pairs(workspace, whole.id, 1, None, "interim")
    [said] = other_moments()
    assert "Looking back on the relationship" in said
    assert "Looking at the relationship midway" not in said
