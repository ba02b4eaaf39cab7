"""What others said: nothing while open, groups after closing, and then for good."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvitationClosed
from assessment.respondents import Respondent
from assessment.services import assessments, invitations, responding
from assessment.services.context import Workspace
from assessment.services.outcome import Comments, Outcome, outcome_of
from assessment.services.responding import RespondentSession
from assessment.store import RespondentAnswer
from tests.support.builders import NOW, an_answer
from tests.support.database import add_respondents
from tests.support.invitations import own, session


class Crowd:
    """People who answer in one assessment through personal links."""

    def __init__(self, workspace: Workspace, assessment: Assessment) -> None:
        self.workspace = workspace
        self.id = assessment.id

    def say(self, role: str, levels: str, comment: str = "") -> list[str]:
        """Let one person per level answer MC-41; return their tokens."""
        issued = invitations.open_invitation(
            self.workspace, self.id, role, "short", len(levels), None, personal=len(levels)
        )
        tokens = [own(self.workspace, link.token) for link in issued.links]
        for token, level in zip(tokens, levels, strict=True):
            said = an_answer("MC-41", int(level), comment=comment and f"{comment} {level}")
            responding.write(self.workspace, self.session(token), said)
        return tokens

    def session(self, token: str) -> RespondentSession:
        return session(self.workspace, token)

    def close(self) -> Assessment:
        return assessments.close_assessment(self.workspace, self.id)

    def reopen(self) -> Assessment:
        return assessments.reopen_assessment(self.workspace, self.id)

    def outcome(self) -> Outcome:
        return outcome_of(self.workspace, self.workspace.store.assessments.get(self.id))

    def comments(self) -> Comments:
        return self.outcome().comments


@pytest.fixture
def crowd(workspace: Workspace, assessment: Assessment) -> Crowd:
    return Crowd(workspace, assessment)


def test_comments_come_after_closing_and_without_the_order_of_giving(crowd: Crowd) -> None:
    crowd.say("mentee", "42031", comment="want")
    assert crowd.comments() == {}

    crowd.close()

    assert crowd.comments() == {
        "MC-41": {"mentee": ("want 0", "want 1", "want 2", "want 3", "want 4")}
    }


def test_comments_of_hidden_and_pooled_groups_stay_away(crowd: Crowd) -> None:
    crowd.say("mentee", "3333", comment="te weinig")
    crowd.say("mentor", "22", comment="ook te weinig")

    crowd.close()

    assert "other_voices" in crowd.outcome().result.criteria["MC-41"].voices
    assert crowd.comments() == {}


def test_of_the_organisation_only_who_answers_beside_its_own_voice_is_quoted(crowd: Crowd) -> None:
    own = crowd.workspace.own_respondent(crowd.workspace.store.assessments.get(crowd.id)).id
    crowd.workspace.store.answers.save(own, an_answer("MC-41", comment="van de coördinator"))
    voice = Respondent("facilitator", crowd.id, "facilitator")
    add_respondents(crowd.workspace.store, [voice])
    crowd.workspace.store.answers.add(
        [RespondentAnswer(voice, an_answer("MC-41", comment="van de organisatie"))]
    )

    crowd.close()

    assert crowd.comments() == {"MC-41": {"facilitator": ("van de organisatie",)}}


def test_once_shown_others_can_answer_no_more(crowd: Crowd) -> None:
    tokens = crowd.say("mentee", "33333")
    crowd.close()
    assert assessments.is_final_for_others(
        crowd.workspace, crowd.workspace.store.assessments.get(crowd.id)
    )

    reopened = crowd.reopen()

    assert (reopened.is_closed, reopened.accepts_respondents) == (False, False)
    assert crowd.session(tokens[0]).why_not == "closed"
    session = replace(crowd.session(tokens[0]), why_not=None)  # as a page that was left open
    for change in (
        lambda: responding.write(crowd.workspace, session, an_answer("MC-41", 0, version=1)),
        lambda: responding.erase(crowd.workspace, session),
        lambda: responding.finish(crowd.workspace, session),
        lambda: crowd.say("mentor", "1"),
    ):
        with pytest.raises(InvitationClosed):
            change()


def test_closing_notes_at_once_whether_others_were_shown(crowd: Crowd) -> None:
    crowd.say("mentee", "3333")
    assert crowd.close().published_at is None
    crowd.reopen()
    crowd.say("mentee", "3")

    closed = crowd.close()

    assert closed.published_at == closed.closed_at
    assert closed == crowd.workspace.store.assessments.get(crowd.id) == crowd.close()


def test_one_that_was_closed_before_that_was_noted_is_final_all_the_same(crowd: Crowd) -> None:
    crowd.say("mentee", "33333")
    closed = crowd.workspace.store.assessments.save(replace(crowd.close(), published_at=None))
    assert assessments.is_final_for_others(crowd.workspace, closed)

    assert crowd.reopen().published_at == closed.closed_at


def test_once_shown_it_stays_final_however_often_it_is_reopened(crowd: Crowd) -> None:
    crowd.say("mentee", "33333")
    first = crowd.close()
    crowd.reopen()
    crowd.close()

    again = crowd.reopen()

    assert again.published_at == first.closed_at
    assert assessments.is_final_for_others(crowd.workspace, again)


def test_while_nothing_was_shown_others_go_on_after_reopening(crowd: Crowd) -> None:
    [token] = crowd.say("mentee", "3")
    crowd.close()
    closed = crowd.workspace.store.assessments.get(crowd.id)
    assert not assessments.is_final_for_others(crowd.workspace, closed)

    crowd.reopen()

    responding.write(crowd.workspace, crowd.session(token), an_answer("MC-41", 0, version=1))
    crowd.say("mentee", "1234")
    assert crowd.session(token).takes_answers


def test_an_open_assessment_is_not_final(crowd: Crowd, assessment: Assessment) -> None:
    crowd.say("mentee", "33333")

    assert not assessments.is_final_for_others(crowd.workspace, assessment)


def test_the_own_answers_can_change_after_reopening(crowd: Crowd) -> None:
    crowd.say("mentee", "33333")
    crowd.close()
    reopened = crowd.reopen()
    own = crowd.workspace.own_respondent(reopened)

    crowd.workspace.store.answers.save(own.id, an_answer("MC-41", 1))

    assert list(crowd.outcome().result.criteria["MC-41"].voices) == ["coordinator"]
    crowd.close()
    assert crowd.outcome().result.criteria["MC-41"].score == 2


def test_a_closed_assessment_keeps_its_number(crowd: Crowd) -> None:
    crowd.say("mentee", "3333")
    assert crowd.close().threshold == 5

    crowd.workspace = replace(crowd.workspace, threshold=9)

    assert crowd.outcome().threshold == 5
    assert "mentee" not in crowd.outcome().result.criteria["MC-41"].voices


def test_no_setting_shows_people_in_a_smaller_group_than_they_were_promised(crowd: Crowd) -> None:
    """The attack of the review: answered under 5, and then the setting becomes 3."""
    crowd.say("mentee", "333")
    crowd.workspace = replace(crowd.workspace, threshold=3)

    assert crowd.close().threshold == 5
    assert "mentee" not in crowd.outcome().result.criteria["MC-41"].voices


def test_what_was_promised_with_a_link_only_rises(crowd: Crowd) -> None:
    crowd.workspace = replace(crowd.workspace, threshold=7)
    crowd.say("mentee", "3333")
    assert crowd.workspace.store.assessments.get(crowd.id).threshold == 7

    crowd.workspace = replace(crowd.workspace, threshold=5)
    crowd.say("mentee", "22")  # six together, with links made under 5

    assert crowd.close().threshold == 7
    assert "mentee" not in crowd.outcome().result.criteria["MC-41"].voices
    crowd.reopen()
    crowd.workspace = replace(crowd.workspace, threshold=8)
    assert crowd.close().threshold == 8


def test_a_result_that_an_earlier_release_showed_from_three_stays_as_it_was(crowd: Crowd) -> None:
    crowd.say("mentee", "333")
    crowd.say("mentor", "22")
    store = crowd.workspace.store
    closed = replace(store.assessments.get(crowd.id), closed_at=NOW, published_at=NOW)

    seen = outcome_of(crowd.workspace, replace(closed, threshold=3)).result.criteria["MC-41"]

    # from five they would be a pool, and less the mentees that is what the two mentors said
    assert list(seen.voices) == ["mentee"]
