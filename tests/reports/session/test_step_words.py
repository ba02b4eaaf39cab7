"""Everything that can be chosen has words, in every language."""

import pytest

from assessment.session.script import StepKind
from assessment.session.states import TalkForm, Turn
from assessment.session.voting.ballots import LEVEL_OPTIONS, ballots
from locales import translator
from reports.session import step_words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_option_step_and_talk_has_words(language: str) -> None:
    t = translator(language)
    for kind in StepKind:
        names = step_words.option_names(kind, t)
        for ballot in (ballot for turn in Turn for ballot in ballots(kind, turn)):
            options = () if ballot.options == LEVEL_OPTIONS else ballot.options
            assert [names[option] for option in (*options, *ballot.others)]
    assert set(step_words.step_names(t)) == set(StepKind)
    assert set(step_words.talk_names(t)) == set(step_words.talk_lines(t)) == set(TalkForm)


def test_nobody_votes_where_there_is_nothing_to_choose() -> None:
    assert step_words.first_ballot(StepKind.AGREE) is None
