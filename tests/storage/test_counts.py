"""The count table of the database equals counting the answers one by one."""

from collections import Counter
from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers import STATES
from assessment.respondents import Respondent
from assessment.scoring.counts import answer_bin
from assessment.store import Store
from tests.support.builders import a_respondent, an_answer, an_assessment, begin, respondent_answers
from tests.support.database import spoken_answers

VOICES = ("coordinator", "mentor", "mentor")
ANSWERS = st.builds(
    an_answer,
    criterion=st.sampled_from(("MC-01", "MC-02")),
    state=st.sampled_from((None, *STATES)),
    level=st.integers(0, 4),
)
_numbers = count(2)


def voices_of_new_assessment(store: Store) -> list[Respondent]:
    assessment = f"A{next(_numbers)}"
    respondents = [
        a_respondent(f"{assessment}-{number}", assessment=assessment, role=role)
        for number, role in enumerate(VOICES)
    ]
    store.assessments.add(an_assessment(assessment), [], respondents)
    return respondents


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(given_answers=st.lists(st.tuples(st.integers(0, len(VOICES) - 1), ANSWERS), max_size=12))
def test_counts_equal_a_recount(store: Store, given_answers) -> None:
    if not store.projects.all():
        begin(store)
    respondents = voices_of_new_assessment(store)
    for place, answer in given_answers:
        respondent = respondents[place].id
        version = store.answers.get(respondent, answer.criterion).version
        store.answers.save(respondent, replace(answer, version=version))
    assessment = respondents[0].assessment

    recount = Counter(
        (
            assessment,
            said.answer.criterion,
            said.respondent.role,
            answer_bin(said.answer.state, said.answer.level),
        )
        for said in spoken_answers(store, assessment)
        if said.answer.is_answered
    )

    assert {row[:4]: row[4] for row in store.answers.counts([assessment])} == recount


def test_counts_cover_the_assessments_asked_for(store: Store) -> None:
    begin(store)
    store.assessments.add(an_assessment("A2"), [], [a_respondent("R2", assessment="A2")])
    store.answers.add(respondent_answers(a_respondent(), an_answer(level=4)))
    store.answers.add(respondent_answers(a_respondent("R2", assessment="A2"), an_answer(level=0)))

    assert store.answers.counts(["A1"]) == [("A1", "MC-01", "coordinator", 4, 1)]
    assert len(store.answers.counts(["A1", "A2"])) == 2
    assert store.answers.counts([]) == []
