"""The first pages of the report: what was agreed, judged and chosen."""

from dataclasses import replace

from assessment.session.notes import NoteKind, SessionNote
from assessment.session.script import StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import PICKS
from assessment.session.voting.results import ItemResult, QuestionResult, VoteVoice
from assessment.session.voting.verdicts import Verdict
from locales import translator
from reports.session import front
from reports.session.build import build
from reports.session.material import SessionMaterial
from tests.support.files.documents import facts, section_text, titles

T = translator("en")


def test_the_first_pages_say_what_came_of_it(evening: SessionMaterial) -> None:
    made = build(evening)
    said = section_text(made, "What came of it")

    assert titles(made)[:5] == [
        "What came of it",
        "Agreements",
        "What was judged",
        "Theses",
        "Could people be honest?",
    ]
    assert "The room agreed on 3 items." in said
    assert "Level 2\n9 for it, 4 can live with it, 1 not yet" in said
    assert "Knowing beforehand what success is | 12 of the 12 chose 4: shared | – | Level 4" in said
    assert "Ask every mentee. | coordinator | 1 March 2027" in section_text(made, "Agreements")
    assert "Clear: minimal\nEvery mentee chooses" in section_text(made, "What was judged")
    assert "More than 60 %" not in section_text(made, "What was judged")  # of one item
    assert "Yes 10, Partly 2" in section_text(made, "Could people be honest?")
    assert facts(made)["In the room"] == "14 people"


def test_a_session_without_agreements_says_so(evening: SessionMaterial) -> None:
    bare = replace(evening, outcome=replace(evening.outcome, agreements=[], items=(), agreed={}))
    [agreements] = front.sections(bare, T)

    assert agreements.title == "Agreements"
    assert not bare.has_anything


def test_when_nearly_all_is_minimal_it_asks_what_may_wait(evening: SessionMaterial) -> None:
    [one] = [r for r in evening.outcome.items if r.kind is StepKind.JUDGE]
    many = [replace(one, item=f"X-{n}", verdict=Verdict.MINIMAL) for n in range(front.MANY)]
    made = replace(evening, outcome=replace(evening.outcome, items=(*many,)))

    said = section_text(build(made), "What was judged")
    assert "What may wait?" in said
    assert "X-1" in said  # that the catalogue does not know (any more)


def test_what_was_written_and_chosen_stands_with_how_often(evening: SessionMaterial) -> None:
    voice = VoteVoice("", 8, (5, 3, 0, 0, 0, 0, 0, 0), 0)
    second = {"choice": QuestionResult(PICKS, {"mentor": voice}, voice)}
    picked = ItemResult("missing", StepKind.MISSING, "N1", None, second)
    note = SessionNote("N1", "S1", "missing", "", "A place to cook", NoteKind.PROPOSAL)
    outcome = replace(evening.outcome, items=(picked,), notes=[note])

    said = section_text(build(replace(evening, outcome=outcome)), "Written and chosen")
    assert said == "What is missing?\nA place to cook (5)"
    assert picked.picks == 5
    assert Turn.SECOND
