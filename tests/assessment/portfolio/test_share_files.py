"""What is noted of a share file: who has what until when, and nothing of what is in it."""

import pytest

from assessment.errors import InvalidInput
from assessment.portfolio.share_files import checked_share_file, share_file_of
from tests.support.portfolio.shares import a_portfolio, a_share, a_share_file, a_snapshot


def test_what_is_noted_of_a_file_says_who_has_what_until_when() -> None:
    portfolio, snapshot = a_portfolio(), a_snapshot(explanation="Dit staat in het bestand.")
    noted = share_file_of(portfolio, a_share(project="P1"), snapshot)

    assert (noted.portfolio_name, noted.readers) == (portfolio.name, portfolio.charter.readers)
    assert noted.keep_until == portfolio.charter.keep_until
    assert (noted.project, noted.alias, noted.openness) == ("P1", "Project S1", "voices")
    assert "bestand" not in str(noted)
    assert noted.asked_back_at is None


def test_what_is_noted_is_kept_as_one_can_see_it() -> None:
    noted = a_share_file(alias=" Samen\u200b ", readers=" Twee adviseurs\n")

    checked = checked_share_file(noted)

    assert (checked.alias, checked.readers) == ("Samen", "Twee adviseurs")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"consented_by": ""}, "missing"),
        ({"readers": " "}, "missing"),
        ({"readers": "x" * 10_001}, "too_long"),
        ({"readers": "\0"}, "characters"),
        ({"alias": "x" * 201}, "too_long"),
    ],
)
def test_what_nobody_could_have_noted_is_refused(fields: dict[str, str], rule: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_share_file(a_share_file(**fields))

    assert refused.value.rule == rule
