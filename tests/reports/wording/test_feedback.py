"""The feedback in words: short, plain, and nothing of groups that are not shown."""

from assessment.services.feedback import Feedback, GroupCount
from reports.wording import feedback
from tests.support.outcomes import DUTCH, ENGLISH, catalogue_of

KNOWN = catalogue_of(C_1={}, C_2={})


def told(contact: str = "", **fields: object) -> dict[str, feedback.Passage]:
    values = {"groups": (), "goes_well": (), "talk_about": (), "agreements": (), "threshold": 5}
    made = Feedback(**{**values, **fields})  # type: ignore[arg-type]
    return {p.title: p for p in feedback.passages(made, KNOWN, contact, ENGLISH)}


def test_everything_that_is_told_has_a_part_of_its_own() -> None:
    parts = told(
        "the coordinator, 010 123 45 67",
        groups=(GroupCount("mentee", 12), GroupCount("mentor", 7)),
        goes_well=("C-1",),
        talk_about=("C-2",),
        said={"C-1": {"mentee": 3.2, "mentor": 4.0}, "C-2": {"mentee": 1.0}},
        agreements=("Call every week",),
    )
    assert list(parts) == [
        "Who took part",
        "This goes well",
        "We are going to talk about this",
        "What we agreed",
        "Whom can you turn to?",
    ]
    assert parts["Who took part"].items == ("12 mentees", "7 mentors")
    assert "at least 5 people" in parts["Who took part"].sentences[1]
    assert parts["This goes well"].items == ("Criterion C-1. Mentees: 3.2. Mentors: 4.0.",)
    assert parts["We are going to talk about this"].items == ("Criterion C-2. Mentees: 1.0.",)
    assert "from 0 (lowest) to 4 (highest)" in parts["This goes well"].sentences[0]
    assert parts["We are going to talk about this"].sentences == ()  # it is said once
    alone = told(talk_about=("C-2",), said={"C-2": {"mentee": 1.0}})
    assert alone["We are going to talk about this"].sentences == parts["This goes well"].sentences
    assert parts["What we agreed"].items == ("Call every week",)
    assert parts["Whom can you turn to?"].items == ("the coordinator, 010 123 45 67",)


def test_what_there_is_nothing_to_tell_of_is_left_out() -> None:
    parts = told()
    assert list(parts) == ["Who took part", "What we agreed"]
    assert "Too few people of one group" in parts["Who took part"].sentences[1]
    assert "nothing yet" in parts["What we agreed"].sentences[0]


def test_many_and_long_agreements_are_shortened() -> None:
    parts = told(agreements=("word " * 100, *(f"A{n}" for n in range(5))))
    agreed = parts["What we agreed"]
    assert (len(agreed.items), agreed.sentences) == (5, ("And one more.",))
    assert agreed.items[0].endswith("…")
    assert max(map(len, agreed.items)) <= feedback.LONGEST
    assert told(agreements=("a",) * 9)["What we agreed"].sentences == ("And 4 more.",)


def test_it_has_a_title_in_every_language() -> None:
    assert feedback.title(ENGLISH) == "What came of your answers"
    assert feedback.title(DUTCH) == feedback.title(ENGLISH)  # without translations
