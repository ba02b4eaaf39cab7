"""The page on which one types a code."""

from tests.support.session.pages import NewVisitor, Visitor


def test_it_says_what_is_wrong_and_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.opens("/join").presses("Ga verder", code="K7M4Q")

    assert visitor.status == 422
    assert visitor.shows("Dat is geen hele code.")
    assert visitor.form_of("Ga verder").fields["code"] == "K7M4Q"


def test_a_code_without_a_session_is_said_in_the_same_way(visitor: Visitor) -> None:
    visitor.opens("/join").presses("Ga verder", code="K7M4QX")

    assert (visitor.status, visitor.page.heading) == (404, "Doe mee aan de sessie")
    assert visitor.shows("Bij deze code hoort geen sessie die open is.")


def test_it_speaks_the_language_that_is_chosen(new_visitor: NewVisitor) -> None:
    assert new_visitor().opens("/join?lang=en").page.heading == "Join the session"
    assert new_visitor(language="en").opens("/join").page.language == "en"
