"""What was counted, per assessment."""

from pathlib import Path

from exchange.answer_files.read import count_answers
from tests.support.catalogues import a_catalogue, csv_file


def test_participation_counts_who_answered_by_role(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        {"respondent": "k"},
        {"respondent": "m", "role": "mentee"},
        {"respondent": "m", "role": "mentee", "criterion": "C-2"},
        {"respondent": "n", "role": "mentor", "state": "", "level": "", "comment": "a note"},
        {"respondent": "m", "role": "mentor", "assessment": "A2"},
    )

    tally = count_answers(path, a_catalogue("C-1", "C-2"), lambda _: None)

    assert tally.participation("A1") == {"coordinator": 1, "mentee": 1}
    assert tally.participation("A2") == {"mentor": 1}


def test_a_file_without_rows_has_no_tables(tmp_path: Path) -> None:
    tally = count_answers(csv_file(tmp_path), a_catalogue(), lambda _: None)

    assert list(tally.tables()) == []
