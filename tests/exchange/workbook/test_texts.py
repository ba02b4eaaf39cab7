"""The sheets of words: everything the organisation wrote, in full, and what every code means."""

from dataclasses import replace

from assessment.answers import Answer, AnswerState
from exchange.spreadsheets.write import pieces
from tests.support.catalogues import levels
from tests.support.files.workbooks import opened, rows
from tests.support.material import the_catalogue, the_material, the_outcome
from tests.support.outcomes import an_outcome, catalogue_of


def test_every_word_of_the_organisation_is_there() -> None:
    book = opened()
    answers = {row["No."]: row for row in rows(book, "Our answers")}

    assert answers["C-1"]["Comment"] == "We ask.\nAlways."
    assert answers["C-1"]["What shows it?"] == "The form"
    assert answers["C-5"]["That reason in your own words"] == "The town"
    assert answers["C-8"]["Marked for the talk"] == "yes"
    assert answers["C-8"]["Our answer"] == "not answered yet"
    choices = {row["No."]: row["Reason of our choice"] for row in rows(book, "Criteria")}
    assert choices["C-2"] == "We just began"
    assert choices["C-9"] == "Gone from the catalogue"
    assert "C-10" not in choices
    assert [row["What happened"] for row in rows(book, "Agreements")] == [
        None,
        "It stands in the plan",
    ]
    assert "Nobody asked." in [row["Comment"] for row in rows(book, "Comments")]


def test_a_criterion_without_an_answer_says_so() -> None:
    outcome = the_outcome()
    answers = {name: a for name, a in outcome.answers.items() if name != "C-6"}
    book = opened(the_material(replace(outcome, answers=answers)))

    assert [r["Our answer"] for r in rows(book, "Our answers") if r["No."] == "C-6"] == [
        "not answered yet"
    ]


def test_a_criterion_out_of_scope_without_an_answer_stays_away() -> None:
    outcome = the_outcome()
    answers = {name: a for name, a in outcome.answers.items() if name != "C-6"}
    results = {name: c for name, c in outcome.result.criteria.items() if name != "C-6"}
    left = replace(outcome, answers=answers, result=replace(outcome.result, criteria=results))

    assert "C-6" not in [r["No."] for r in rows(opened(the_material(left)), "Our answers")]


def test_a_very_long_text_goes_on_in_the_next_rows() -> None:
    words = "".join(f"{n} " for n in range(20_000))
    answer = Answer("C-1", AnswerState.LEVEL, 3, comment=words, evidence="map")
    outcome = the_outcome()
    material = the_material(replace(outcome, answers={**outcome.answers, "C-1": answer}))
    found = [row for row in rows(opened(material), "Our answers") if row["No."] == "C-1"]

    assert "".join(row["Comment"] for row in found) == words
    assert len(found) == len(pieces(words)) > 2
    assert [row["What shows it?"] for row in found[1:]] == [None] * (len(found) - 1)


def test_no_comments_and_no_agreements_make_no_trouble() -> None:
    book = opened(the_material(comments={}, agreements=[]))

    assert "Comments" not in book.sheetnames
    assert rows(book, "Agreements") == []


def test_the_codebook_holds_the_levels_in_the_words_of_each_role() -> None:
    own = {"also_asked": ("mentee",), "rubric_for": {"mentee": levels("I")}}
    catalogue = catalogue_of(C_1={"rubric": levels("They"), **own})
    outcome = an_outcome({"C-1": {"coordinator": "3"}}, catalogue)
    found = rows(opened(the_material(outcome, comments={})), "Codebook")

    meaning = next(row["Meaning"] for row in found if row["Code"] == "C-1")
    assert "Coordinator:\n0 · They 0\n" in meaning
    assert meaning.endswith("Mentee:\n0 · I 0\n1 · I 1\n2 · I 2\n3 · I 3\n4 · I 4")


def test_the_codebook_names_the_catalogue_and_every_level_of_every_criterion() -> None:
    catalogue = the_catalogue()
    found = rows(opened(), "Codebook")
    meanings = {row["Code"]: row["Meaning"] for row in found if row["What"].startswith("Criterion")}

    assert catalogue.content_hash in [row["Meaning"] for row in found]
    assert set(meanings) == set(catalogue.by_id)
    for criterion in catalogue.criteria:
        levels = [text.in_language("en") for text in catalogue.rubric(criterion, criterion.role)]
        seen = [f"{number} · {text}" for number, text in enumerate(levels)]
        assert meanings[criterion.id].splitlines()[-5:] == seen
