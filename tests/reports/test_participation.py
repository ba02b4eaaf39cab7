"""Who took part, in words."""

from assessment.services.rounds import RoundLine
from assessment.voices import PairCount, Participation, Round
from reports import participation
from tests.reports.build import ENGLISH, catalogue_of


def a_round(role: str, *, in_pairs: bool = False) -> Round:
    return Round("R", "A1", role, "full", 12, in_pairs=in_pairs)


def test_every_round_says_who_took_part_and_pairs_are_counted_once() -> None:
    pairs = PairCount(made=6, took_part=4)
    lines = [
        RoundLine(a_round("mentee"), Participation("mentee", 12, 7, 5), (), None),
        RoundLine(a_round("partner"), Participation("partner", 1, 0, 0), (), None),
        RoundLine(a_round("mentor", in_pairs=True), None, (), pairs),
        RoundLine(a_round("mentee", in_pairs=True), None, (), pairs),
        RoundLine(a_round("mentor"), None, (), None),
    ]
    assert participation.lines(lines, catalogue_of(C_1={}), ENGLISH) == [
        "Mentees, 12 places: 7 began, 5 done",
        "Partners, one place: 0 began, 0 done",
        "6 pairs: in 4 of them both are done",
    ]


def test_every_state_of_a_link_has_a_word() -> None:
    assert list(participation.link_words(ENGLISH)) == ["unused", "started", "finished", "revoked"]
