"""What a letter says."""

import pytest

from reports.letters import sentences
from reports.letters.build import LinkKind
from tests.support.catalogues import a_number, text
from tests.support.letters import invitation, letter
from tests.support.outcomes import ENGLISH

BOTH = (sentences.whole, sentences.short)


def test_a_letter_says_what_it_is_how_long_it_takes_and_who_sees_what() -> None:
    words = " ".join(sentences.whole(invitation(), letter(), ENGLISH))
    assert "Maatjes looks honestly at its own quality." in words
    assert "There are 14 questions. They take about 6 minutes" in words
    assert "answers of mentees are only shown together, from 5 people" in words
    assert "Until 18 December 2026 you can change or erase your answers." in words
    assert "You do not give your name." in words


def test_a_small_letter_says_the_same_about_privacy() -> None:
    words = " ".join(sentences.short(invitation(), letter(), ENGLISH))
    assert "only shown together, from 5 people. No name is asked." in words
    assert "about 6 minutes" in words


@pytest.mark.parametrize("said", BOTH)
def test_it_names_whom_to_turn_to_and_a_line_of_ones_own(said) -> None:
    words = said(
        invitation(contact="de coördinator, 010 123 45 67."),
        letter(own_line="Tot 12 mei."),
        ENGLISH,
    )
    assert "Tot 12 mei." in words
    assert words[-1].endswith("You can turn to: de coördinator, 010 123 45 67.")
    without = said(invitation(), letter(), ENGLISH)
    assert "" not in without
    assert len(without) == len(words) - 2


def test_a_letter_says_whom_to_call_in_each_country() -> None:
    numbers = (
        a_number("0800-0432", name=text("Helpline")),
        a_number("112", name=text("Danger")),
        a_number("102", country=text("There"), name=text("Awel")),
    )
    words = sentences.whole(invitation(numbers=numbers), letter(), ENGLISH)

    assert words[-2:] == [
        "Does something not feel safe? You can also call, in Here: Helpline 0800-0432 and Danger 112.",
        "Does something not feel safe? You can also call, in There: Awel 102.",
    ]


def test_a_small_letter_says_where_the_numbers_are() -> None:
    words = sentences.short(invitation(numbers=(a_number(),)), letter(), ENGLISH)

    assert words[-1] == (
        "Does something not feel safe? At mentoring.example/a/help you read whom you can call."
    )


@pytest.mark.parametrize("said", BOTH)
def test_a_pair_reads_its_warning(said) -> None:
    warned = letter(3, kind=LinkKind.PAIR, warning=text("Call first."))

    assert "Call first." in said(invitation(), warned, ENGLISH)


def test_it_says_which_letter_it_is_and_where_its_code_is_typed() -> None:
    text = invitation()
    assert sentences.which(text, letter(), ENGLISH) == "Mentee · 1"
    assert sentences.which(text, letter(3, kind=LinkKind.PAIR), ENGLISH) == "Mentee · pair 3"
    assert sentences.which(text, letter(None, kind=LinkKind.GROUP), ENGLISH) == "Mentee"
    assert "go to mentoring.example/a and type" in sentences.way_in(letter(), ENGLISH)
    assert sentences.title(text, letter(), ENGLISH) == "How do you see Maatjes?"


def test_a_group_shares_one_link() -> None:
    words = " ".join(sentences.whole(invitation(), letter(None, kind=LinkKind.GROUP), ENGLISH))
    assert "each phone gets a questionnaire of its own" in words


@pytest.mark.parametrize("said", BOTH)
def test_a_pair_keeps_its_answers_unless_both_choose(said) -> None:
    words = " ".join(said(invitation(), letter(3, kind=LinkKind.PAIR), ENGLISH))
    assert "stay between the two of you, unless you both choose" in words
    assert "only shown together" not in words


def test_without_a_last_day_the_invitation_closes_some_day() -> None:
    words = " ".join(sentences.whole(invitation(), letter(until=None), ENGLISH))
    assert "Until the invitation closes" in words


@pytest.mark.parametrize("said", BOTH)
def test_only_a_link_for_one_person_stops_working_after_beginning(said) -> None:
    one, group = (
        " ".join(said(invitation(), letter(1, kind=kind), ENGLISH))
        for kind in (LinkKind.PERSON, LinkKind.GROUP)
    )
    assert "this letter no longer works" in one
    assert "this letter no longer works" not in group


def test_who_speaks_for_the_organisation_is_told_that_it_is_not_anonymous() -> None:
    words = " ".join(sentences.whole(invitation(), letter(role="facilitator"), ENGLISH))
    assert "this is not anonymous" in words
    assert "only shown together" not in words


def test_who_judges_reads_what_is_asked_and_is_anonymous_in_every_role() -> None:
    asked = letter(role="facilitator", to_judge=True)
    words = " ".join(sentences.whole(invitation(), asked, ENGLISH))

    assert sentences.title(invitation(), asked, ENGLISH) == "What counts for Maatjes?"
    assert "what applies here, and what is a minimum" in words
    assert "cards to judge" in words
    assert "not anonymous" not in words
