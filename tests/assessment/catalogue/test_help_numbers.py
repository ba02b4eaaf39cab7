"""Numbers to call, by country."""

from assessment.catalogue.help_numbers import by_country
from tests.support.catalogues import a_number, text


def test_numbers_stand_under_their_country_in_the_order_of_the_file() -> None:
    numbers = [
        a_number("1", country=text("A")),
        a_number("2", country=text("B")),
        a_number("3", country=text("A")),
    ]

    found = by_country(numbers, "en")

    assert [(country, [n.number for n in inside]) for country, inside in found] == [
        ("A", ["1", "3"]),
        ("B", ["2"]),
    ]


def test_without_numbers_there_are_no_countries() -> None:
    assert by_country((), "nl") == ()
