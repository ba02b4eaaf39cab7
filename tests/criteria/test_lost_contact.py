"""A mentee who has no contact any more and knows nobody: every question has one answer that fits.

What fits was chosen by walking through the pages on a phone. Whoever changes one of these texts walks again.
"""

import pytest

from assessment.catalogue.model import Catalogue

NOT_FOR_ME = "Dit geldt niet voor mij"  # where all is about contact that is not there
# how it was: a mentor came twice, then nothing more was heard; a form was filled in before
FITS = {
    "MC-05": "Ze vroegen het mij, maar het past niet.",
    "MC-19": "Ze vroegen het mij pas later.",
    "MC-36": "Ik vind het prima, of twijfel.",
    "MC-37": "Daar praatten we niet over.",
    "MC-41": "Ik voel me nog niet op mijn gemak.",
    "MC-42": "Ik let op wat ik zeg.",
    "MC-44": "Ik vertrouw er nog niet op.",
    "MC-45": NOT_FOR_ME,
    "MC-49": "Mijn mentor luistert zonder oordeel.",
    "MC-51": NOT_FOR_ME,
    "MC-62": "Ik weet niemand.",
    "MC-63": "Niemand vertelde mij daarover.",
    "MC-75": "Ik denk het wel.",
    "MC-60": "Ik heb er niets aan.",
    "MC-71": "Ik ben niet dichterbij gekomen.",
    "MC-22": "Mijn wensen telden een beetje mee.",
    "MC-33": "Niemand vraagt mij dat.",
    "MC-38": "Wij hebben niets afgesproken.",
    "MC-39": "We zien elkaar niet, of het gaat niet door.",
    "MC-40": "Daar hadden we het niet over.",
    "MC-46": "Dat deden we niet.",
    "MC-47": "Ik kreeg geen afscheid.",
    "MC-52": NOT_FOR_ME,
    "MC-59": "Een deel gaat over wat ik wil.",
}
# a question that takes for granted that the contact goes on, or that there was a goodbye
ASSUMES = ("je mentor er is", "afscheid fijn", "goodbye nice", "your mentor stays")


def test_every_question_of_a_mentee_was_walked_and_has_the_answer_that_fits(
    catalogue: Catalogue,
) -> None:
    asked = catalogue.asked["mentee"]

    assert set(FITS) == set(asked)
    for name, fits in FITS.items():
        criterion = catalogue.by_id[name]
        [wording] = catalogue.wordings(criterion, ["mentee"])
        levels = [text.in_language("nl") for text in wording.texts]
        assert levels.count(fits) == (fits != NOT_FOR_ME), name


def test_who_knows_nobody_reads_where_to_turn(catalogue: Catalogue) -> None:
    [wording] = catalogue.wordings(catalogue.by_id["MC-62"], ["mentee"])

    assert wording.texts[0].in_language("nl") == FITS["MC-62"]
    assert "mentee" in catalogue.by_id["MC-62"].rubric_for
    assert catalogue.by_id["MC-62"].rubric_for["mentee"][0].care


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_takes_the_contact_for_granted_and_the_first_page_says_what_to_do(
    catalogue: Catalogue, language: str
) -> None:
    questions = " ".join(
        catalogue.by_id[name].question_for("mentee").in_language(language) for name in FITS
    )
    label = {"nl": "Dit geldt niet voor mij", "en": "This does not apply to me"}[language]

    assert [words for words in ASSUMES if words in questions] == []
    for role in ("mentor", "mentee"):
        told = catalogue.role(role).beforehand
        assert told is not None
        assert label in told.in_language(language)
