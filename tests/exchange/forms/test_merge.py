"""Forms put together: every voice stays, differences stay open, nothing is averaged."""

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import SheetError
from exchange.forms.merge import Merged, merge
from exchange.forms.model import FilledForm
from tests.support.files.forms import LEVEL, a_draft, filled, made, read, two_criteria

CATALOGUE = two_criteria()


def a_form(role: str = "coordinator", **answers: object) -> FilledForm:
    """A form with typed answers, `C_1=3` or `C_1={"comment": ...}`."""
    respondent = "" if role == "coordinator" else role
    cells = {
        name.replace("_", "-"): said if isinstance(said, dict) else {"answer": said}
        for name, said in answers.items()
    }
    return read(filled(made(a_draft(CATALOGUE, role=role, respondent=respondent)), cells))


def merged(*forms: FilledForm) -> Merged:
    return merge([(f"{n}.xlsx", form) for n, form in enumerate(forms, 1)], CATALOGUE)


def again(found: Merged) -> FilledForm:
    """The merged form as it is read again."""
    return read(made(found.draft))


def test_every_voice_keeps_its_level_and_words() -> None:
    one = a_form(C_1={"answer": 3, "comment": "ja", "evidence": "map"})
    other = a_form("facilitator", C_1={"answer": 1, "comment": "nee"})
    found = merged(one, other)

    assert [(respondent.name, respondent.role) for respondent in found.draft.respondents] == [
        ("1", "coordinator"),
        ("2", "facilitator"),
    ]
    assert found.draft.respondents[0].answers == {"C-1": one.answers["C-1"]}
    assert found.draft.respondents[1].answers == {"C-1": other.answers["C-1"]}
    assert found.files == (("1.xlsx", "1"), ("2.xlsx", "2"))


def test_what_differs_is_a_conflict_and_stays_open_with_the_words_of_all() -> None:
    found = merged(
        a_form(C_1={"answer": 3, "comment": "ja"}), a_form(C_1={"answer": 1, "comment": "nee"})
    )
    (conflict,) = found.conflicts

    assert conflict.criterion == "C-1"
    assert {name: answer.level for name, answer in conflict.answers.items()} == {"1": 3, "2": 1}
    assert found.draft.answers["C-1"] == Answer("C-1", comment="ja\n\nnee")


def test_what_all_say_is_agreed() -> None:
    found = merged(a_form(C_1={"answer": 3, "comment": "ja"}), a_form(C_1=3), a_form(C_2=1))

    assert found.conflicts == ()
    assert found.draft.answers["C-1"] == Answer("C-1", LEVEL, 3, comment="ja")
    assert found.draft.answers["C-2"] == Answer("C-2", LEVEL, 1)


def test_another_reason_is_another_answer() -> None:
    said = {"answer": "Does not apply", "reason_text": "geen"}
    found = merged(a_form(C_1={**said, "reason": "A partner does this"}), a_form(C_1=said))

    assert [c.criterion for c in found.conflicts] == ["C-1"]
    assert found.draft.answers["C-1"] == Answer("C-1")


def test_one_reason_is_agreed_with_its_words() -> None:
    said = {"answer": "Does not apply", "reason": "A partner does this", "reason_text": "school"}
    found = merged(a_form(C_1=said), a_form(C_1=said))

    assert found.draft.answers["C-1"] == Answer(
        "C-1", AnswerState.NOT_APPLICABLE, None, Reason.DONE_BY_PARTNER, "school"
    )


def test_the_merged_form_is_filled_in_and_read_as_any_other() -> None:
    found = merged(a_form(C_1=3), a_form(C_1=1))
    form = read(filled(made(found.draft), {"C-1": {"answer": 2}}))

    assert form.answers["C-1"].level == 2
    assert form.respondents == found.draft.respondents
    assert form.head.assessment == "A1"


def test_a_merged_form_can_be_merged_again_without_losing_or_doubling_a_voice() -> None:
    first = merged(a_form(C_1=3), a_form(C_1=1))
    decided = read(filled(made(first.draft), {"C-1": {"answer": 2, "comment": "samen"}}))
    second = merged(decided, again(first), a_form(C_1=4))

    assert [respondent.answers["C-1"].level for respondent in second.draft.respondents] == [3, 1, 4]
    assert second.draft.answers["C-1"] == Answer("C-1", LEVEL, 2, comment="samen")
    assert [c.criterion for c in second.conflicts] == ["C-1"]


def test_two_that_say_the_same_are_two_voices() -> None:
    assert len(merged(a_form(C_1=3), a_form(C_1=3)).draft.respondents) == 2


def test_words_that_do_not_fit_a_cell_together_stay_with_their_voices() -> None:
    found = merged(a_form(C_1={"comment": "a" * 30_000}), a_form(C_1={"comment": "b" * 30_000}))

    assert found.draft.answers["C-1"].comment == ""
    assert [len(v.answers["C-1"].comment) for v in found.draft.respondents] == [30_000, 30_000]


def test_forms_with_other_questions_bring_them_all() -> None:
    one = a_form(C_1=3)
    less = FilledForm(
        one.head, {"C-2": one.questions["C-2"]}, {"C-2": Answer("C-2", LEVEL, 1)}, {"C-2": "Q!E8"}
    )

    assert set(merged(less, one).draft.answers) == {"C-1", "C-2"}


def refusal(*forms: FilledForm) -> str:
    with pytest.raises(SheetError) as caught:
        merged(*forms)
    return str(caught.value)


def other(**head: object) -> FilledForm:
    return read(made(a_draft(CATALOGUE, **head)))


def test_forms_that_do_not_belong_together_are_refused() -> None:
    assert "2.xlsx: made for another assessment" in refusal(a_form(), other(assessment="A9"))
    assert "2.xlsx: made with another version" in refusal(a_form(), other(hash="older"))
    assert "give 2 to 200 files" in refusal(a_form())
    assert "give 2 to 200 files" in refusal()


def test_anonymous_voices_are_never_shown_beside_each_other() -> None:
    hidden = other(role="mentee", respondent="s", is_anonymous=True)

    assert "2.xlsx: the answers of an anonymous respondent" in refusal(a_form(), hidden)
