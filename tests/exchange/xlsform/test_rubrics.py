"""Of which role the levels of a form are, and which are marked."""

from typing import Any

from exchange.xlsform import rubrics
from tests.support.catalogues import a_criterion


def levels(*marked: int) -> list[dict[str, Any]]:
    return [{"en": str(n), **({"care": True} if n in marked else {})} for n in range(5)]


def test_marked_levels_are_named_by_role_and_number() -> None:
    criterion = a_criterion(rubric=levels(0, 1), rubric_for={"mentee": levels(0)})

    assert rubrics.marked_levels(criterion) == "0 1 mentee.0"
    assert rubrics.marked_levels(a_criterion()) == ""


def test_marks_are_set_and_what_names_no_level_is_returned() -> None:
    criterion = {"rubric": levels(), "rubric_for": {"mentee": levels()}}

    unknown = list(rubrics.mark(criterion, "1 mentee.0 mentor.0 mentee.x 7"))

    assert unknown == ["mentor.0", "mentee.x", "7"]
    assert criterion == {"rubric": levels(1), "rubric_for": {"mentee": levels(0)}}


def test_what_people_edited_goes_where_the_role_reads() -> None:
    own = {"rubric": levels(), "rubric_for": {"mentee": levels()}}
    rubrics.take_edited(own, "mentee", [{"en": "I"}])
    rubrics.take_edited(own, "mentor", [{"en": "they"}])

    assert own == {"rubric": [{"en": "they"}], "rubric_for": {"mentee": [{"en": "I"}]}}
