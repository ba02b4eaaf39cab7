"""A pair: apart first, then side by side, and together about what leaves it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, InvitationClosed, NotFound, StaleWrite
from assessment.services import assessments, invitations, pairs, responding
from assessment.services.context import Workspace
from assessment.services.pairs import PairView
from assessment.services.responding import RespondentSession
from tests.support.builders import an_answer
from tests.support.invitations import own

MINE = {"MC-41": 4, "MC-44": 0, "MC-45": 3, "MC-46": 1}
THEIRS = {"MC-41": 3, "MC-44": 4, "MC-45": 3, "MC-52": 2}


class Pair:
    """The two links of a pair, as both use them."""

    def __init__(self, workspace: Workspace, assessment: Assessment) -> None:
        self.workspace = workspace
        [links] = pairs.make_pairs(workspace, assessment.id, 1, None)
        self.tokens = tuple(own(workspace, link.token) for link in (links.first, links.second))

    def sessions(self) -> tuple[RespondentSession, RespondentSession]:
        mentor, mentee = (responding.find(self.workspace, token) for token in self.tokens)
        assert isinstance(mentor, RespondentSession)
        assert isinstance(mentee, RespondentSession)
        return mentor, mentee

    def meet(self) -> None:
        """Both answer and are done."""
        for session, levels in zip(self.sessions(), (MINE, THEIRS), strict=True):
            for criterion, level in levels.items():
                responding.write(self.workspace, session, an_answer(criterion, level))
            responding.finish(self.workspace, session)

    def view(self, place: int = 0) -> PairView:
        view = pairs.pair_view(self.workspace, self.sessions()[place])
        assert view is not None
        return view


@pytest.fixture
def pair(with_pairs: Workspace, assessment_of_pairs: Assessment) -> Pair:
    return Pair(with_pairs, assessment_of_pairs)


def test_nothing_of_the_other_is_seen_until_both_are_done(pair: Pair) -> None:
    mentor, mentee = pair.sessions()
    responding.write(pair.workspace, mentor, an_answer("MC-41", 4))
    responding.write(pair.workspace, mentee, an_answer("MC-41", 1))
    responding.finish(pair.workspace, mentor)

    for place in (0, 1):
        view = pair.view(place)
        assert (view.both_finished, view.lines, view.differences, view.strong) == (
            False,
            (),
            (),
            (),
        )


def test_when_both_are_done_each_sees_what_both_answered(pair: Pair) -> None:
    pair.meet()

    mentor, mentee = pair.view(0), pair.view(1)

    assert [line.criterion.id for line in mentor.lines] == [
        "MC-41",
        "MC-44",
        "MC-45",
        "MC-46",
        "MC-52",
    ]
    assert [(line.mine.level, line.theirs.level) for line in mentor.lines] == [
        (4, 3),
        (0, 4),
        (3, 3),
        (1, None),
        (None, None),
    ]
    assert [(line.mine.level, line.theirs.level) for line in mentee.lines] == [
        (3, 4),
        (4, 0),
        (3, 3),
        (None, None),
        (2, None),
    ]
    assert [line.shows_theirs for line in mentor.lines] == [True, True, True, True, False]


SAID = st.sampled_from([None, *AnswerState])  # None: no answer, but perhaps a note


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(SAID, SAID, st.integers(0, 4)), min_size=5, max_size=5))
def test_nobody_reads_an_answer_to_a_question_on_which_they_say_nothing(
    with_pairs: Workspace,
    assessment_of_pairs: Assessment,
    said: list[tuple[AnswerState | None, AnswerState | None, int]],
) -> None:
    pair = Pair(with_pairs, assessment_of_pairs)
    asked = [criterion.id for criterion in pair.sessions()[0].criteria]
    for place, session in enumerate(pair.sessions()):
        for criterion, states in zip(asked, said, strict=False):
            state = states[place]
            answer = an_answer(
                criterion,
                states[2] if state is AnswerState.LEVEL else None,
                state=state,
                comment=f"van {session.respondent.role}",
            )
            responding.write(with_pairs, session, answer)
        responding.finish(with_pairs, session)

    for place in (0, 1):
        view = pair.view(place)
        for line, states in zip(view.lines, said, strict=False):
            gives = states[place] not in (None, AnswerState.DECLINED)
            nothing = Answer(line.criterion.id)
            assert line.shows_theirs == gives
            assert line.mine.comment
            assert (line.theirs == nothing) == (not gives)
            assert gives or line.criterion.id not in (*view.differences, *view.strong)


def test_who_finishes_with_nothing_reads_nothing(pair: Pair) -> None:
    mentor, mentee = pair.sessions()
    responding.write(pair.workspace, mentor, an_answer("MC-41", 4, comment="Alleen voor ons"))
    for session in (mentor, mentee):
        responding.finish(pair.workspace, session)

    assert {line.theirs for line in pair.view(1).lines} == {
        Answer(line.criterion.id) for line in pair.view(1).lines
    }
    assert pair.view(0).lines[0].mine.comment == "Alleen voor ons"


def test_the_talk_starts_with_the_largest_differences_and_what_both_rate_high(pair: Pair) -> None:
    pair.meet()

    assert pair.view().differences == ("MC-44", "MC-41")
    assert pair.view().strong == ("MC-45",)  # MC-41 starts the talk as a difference already


def test_at_most_three_of_each_start_the_talk(pair: Pair) -> None:
    for session, levels in zip(pair.sessions(), ((3, 3, 3, 3, 3), (4, 4, 4, 4, 4)), strict=True):
        for criterion, level in zip(
            ("MC-41", "MC-44", "MC-45", "MC-46", "MC-52"), levels, strict=True
        ):
            responding.write(pair.workspace, session, an_answer(criterion, level))
        responding.finish(pair.workspace, session)

    view = pair.view()
    assert (len(view.differences), len(view.strong)) == (3, 2)


def test_who_sits_alone_has_no_pair(workspace: Workspace, assessment: Assessment) -> None:
    [link] = invitations.open_invitation(
        workspace, assessment.id, "mentee", "short", 1, None, personal=1
    ).links
    session = responding.find(workspace, own(workspace, link.token))
    assert isinstance(session, RespondentSession)

    assert pairs.pair_view(workspace, session) is None
    with pytest.raises(NotFound):
        pairs.set_shares(workspace, session, True)  # noqa: FBT003
    with pytest.raises(NotFound):
        pairs.write_agreement(workspace, session, "alleen", 1)


def test_a_pair_writes_one_agreement(pair: Pair) -> None:
    pair.meet()
    version = pair.view().pair.version

    saved = pairs.write_agreement(pair.workspace, pair.sessions()[0], " elke week ", version)

    assert pair.view(1).pair == saved
    assert saved.agreement == "elke week"
    with pytest.raises(StaleWrite) as stale:
        pairs.write_agreement(pair.workspace, pair.sessions()[1], "elke maand", version)
    assert stale.value.current == saved


@pytest.mark.parametrize("text", ["x" * 2001, "\0"])
def test_an_agreement_that_cannot_be_kept_is_refused(pair: Pair, text: str) -> None:
    pair.meet()

    with pytest.raises(InvalidInput):
        pairs.write_agreement(pair.workspace, pair.sessions()[0], text, 1)


def test_there_is_no_agreement_before_both_are_done(pair: Pair) -> None:
    with pytest.raises(NotFound):
        pairs.write_agreement(pair.workspace, pair.sessions()[0], "te vroeg", 1)


def test_each_sees_who_shares_and_may_withdraw(pair: Pair) -> None:
    mentor, mentee = pair.sessions()
    pairs.set_shares(pair.workspace, mentor, True)  # noqa: FBT003
    assert (pair.view(0).i_share, pair.view(0).other_shares) == (True, False)
    assert (pair.view(1).i_share, pair.view(1).other_shares) == (False, True)

    pairs.set_shares(pair.workspace, mentor, False)  # noqa: FBT003
    assert pair.view(1).other_shares is False

    pairs.set_shares(pair.workspace, mentee, True)  # noqa: FBT003
    responding.erase(pair.workspace, mentee)
    assert pair.view(1).i_share is False


def test_after_closing_a_pair_cannot_withdraw(pair: Pair, assessment_of_pairs: Assessment) -> None:
    mentor, _ = pair.sessions()
    pairs.set_shares(pair.workspace, mentor, True)  # noqa: FBT003
    assessments.close_assessment(pair.workspace, assessment_of_pairs.id)

    with pytest.raises(InvitationClosed):
        pairs.set_shares(pair.workspace, mentor, False)  # noqa: FBT003


def test_who_erases_takes_the_other_side_along_from_the_view(pair: Pair) -> None:
    pair.meet()

    responding.erase(pair.workspace, pair.sessions()[1])

    assert pair.view(0).both_finished is False
    assert pair.view(0).lines == ()


def test_a_state_is_no_difference(pair: Pair) -> None:
    mentor, mentee = pair.sessions()
    responding.write(pair.workspace, mentor, an_answer("MC-41", state=AnswerState.DECLINED))
    responding.write(pair.workspace, mentee, an_answer("MC-41", 0))
    for session in (mentor, mentee):
        responding.finish(pair.workspace, session)

    assert (pair.view().differences, pair.view().strong) == ((), ())


def test_all_pairs_of_an_assessment_answer_the_same_questions(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    name = assessment_of_pairs.id
    with pytest.raises(NotFound):
        pairs.make_pairs(with_pairs, name, 1, None, "short")
    [pair] = with_pairs.catalogue.pair_profiles
    profiles = [*with_pairs.catalogue.profiles, pair.model_copy(update={"id": "again"})]
    changed = {**with_pairs.catalogue.model_dump(), "profiles": profiles}
    both = replace(with_pairs, current_catalogue=Catalogue.model_validate(changed))
    assert [profile.id for profile in both.catalogue.pair_profiles] == ["pair", "again"]
    begun = assessments.start_assessment(
        both, assessment_of_pairs.project, name="2027", profile="full", ambition="floor"
    )
    pairs.make_pairs(both, begun.id, 1, None, "again")

    pairs.make_pairs(both, begun.id, 1, None)
    assert {i.profile for i in both.store.invitations.all(begun.id)} == {"again"}
    with pytest.raises(InvalidInput, match="answer other questions"):
        pairs.make_pairs(both, begun.id, 1, None, "pair")
