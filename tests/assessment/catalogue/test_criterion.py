"""What a criterion holds, and in which words it is asked."""

from tests.support.catalogues import a_criterion, text


def test_a_role_is_asked_in_its_own_words_if_there_are_any() -> None:
    criterion = a_criterion(question=text("formal"), ask={"mentee": text("plain")})

    assert criterion.question_for("mentee") == text("plain")
    assert criterion.question_for("mentor") == text("formal")
