"""Who took part, in words."""

from dataclasses import replace

from assessment.invitations import Invitation, Participation
from assessment.pairs import PairCount
from assessment.services.invitations import InvitationLine
from reports.wording import participation
from tests.support.outcomes import ENGLISH, catalogue_of


def an_invitation(role: str, *, in_pairs: bool = False) -> Invitation:
    return Invitation("R", "A1", role, "full", 12, in_pairs=in_pairs)


def test_every_round_says_who_took_part_and_pairs_are_counted_once() -> None:
    pairs = PairCount(made=6, took_part=4)
    lines = [
        InvitationLine(an_invitation("mentee"), Participation("mentee", 12, 7, 5), (), None),
        InvitationLine(an_invitation("partner"), Participation("partner", 1, 0, 0), (), None),
        InvitationLine(an_invitation("mentor", in_pairs=True), None, (), pairs),
        InvitationLine(an_invitation("mentee", in_pairs=True), None, (), pairs),
        InvitationLine(an_invitation("mentor"), None, (), None),
    ]
    assert participation.lines(lines, catalogue_of(C_1={}), ENGLISH) == [
        "Mentees, 12 places: 7 began, 5 done",
        "Partners, one place: 0 began, 0 done",
        "6 pairs: in 4 of them both are done",
    ]


def test_every_state_of_a_link_has_a_word() -> None:
    assert list(participation.link_words(ENGLISH)) == ["unused", "started", "finished", "revoked"]


def test_who_is_not_done_is_told_by_role_and_number() -> None:
    pairs = PairCount(made=6, took_part=5)
    lines = [
        InvitationLine(an_invitation("mentee"), Participation("mentee", 12, 7, 5), (), None),
        InvitationLine(an_invitation("partner"), Participation("partner", 2, 2, 2), (), None),
        InvitationLine(an_invitation("mentor"), Participation("mentor", 3, 3, 2), (), None),
        InvitationLine(an_invitation("mentor", in_pairs=True), None, (), pairs),
        InvitationLine(an_invitation("mentee", in_pairs=True), None, (), pairs),
        InvitationLine(an_invitation("mentee", in_pairs=True), None, (), PairCount(2, 2)),
    ]
    assert participation.not_done(lines, catalogue_of(C_1={}), ENGLISH) == [
        "Mentees: 2 are still busy, 5 did not begin",
        "Mentors: one is still busy",
        "Pairs: one is not done",
    ]


def test_who_was_asked_to_judge_is_told_apart() -> None:
    judges = replace(an_invitation("mentee"), to_judge=True)
    line = InvitationLine(judges, Participation("mentee", 12, 7, 5), (), None)

    assert participation.lines([line], catalogue_of(C_1={}), ENGLISH) == [
        "Mentees (who judge), 12 places: 7 began, 5 done"
    ]
