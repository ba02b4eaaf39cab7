"""Where a question stands."""

from assessment.catalogue.model import Catalogue
from web.participant.position import Position, page_of, position_of


def test_it_is_counted_among_all(catalogue: Catalogue) -> None:
    criteria = catalogue.criteria
    for number, criterion in enumerate(criteria, 1):
        position = position_of(criteria, criterion.id)

        assert position is not None
        assert (position.number, position.total) == (number, len(criteria))


def test_pages_follow_each_other_from_the_explanation_to_the_look_back(
    catalogue: Catalogue,
) -> None:
    criteria = catalogue.criteria[:3]
    one, two, three = (page_of(criterion.id) for criterion in criteria)
    positions = [position_of(criteria, criterion.id) for criterion in criteria]

    assert [(p.before, p.page, p.after) for p in positions if p] == [
        ("about", one, two),
        (one, two, three),
        (two, three, "review"),
    ]


def test_a_single_question_stands_alone(catalogue: Catalogue) -> None:
    (criterion,) = catalogue.criteria[:1]

    assert position_of((criterion,), criterion.id) == Position(
        criterion.id, 1, 1, "about", "review"
    )


def test_what_is_not_asked_stands_nowhere(catalogue: Catalogue) -> None:
    first, second = catalogue.criteria[:2]

    assert position_of((first,), second.id) is None
    assert position_of((first,), "") is None
    assert position_of((), first.id) is None
