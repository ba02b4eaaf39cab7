"""Everything that can be chosen has words, in every language."""

import pytest

from assessment.session.script import StepKind
from assessment.session.states import TalkForm, Turn
from assessment.session.voting.ballots import LEVEL_OPTIONS, ballots
from locales import translator
from web.session import wording


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_option_step_and_talk_has_words(language: str) -> None:
    t = translator(language)
    for kind in StepKind:
        names = wording.option_names(kind, t)
        for ballot in (ballot for turn in Turn for ballot in ballots(kind, turn)):
            options = () if ballot.options == LEVEL_OPTIONS else ballot.options
            assert [names[option] for option in (*options, *ballot.others)]
    assert set(wording.step_names(t)) == set(StepKind)
    assert set(wording.talk_names(t)) == set(wording.talk_lines(t)) == set(TalkForm)


def test_nobody_votes_where_there_is_nothing_to_choose() -> None:
    assert wording.first_ballot(StepKind.AGREE) is None
