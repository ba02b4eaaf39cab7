"""The sheet of voices: what each group said, as far as it may be shown."""

from tests.support.files.workbooks import about, opened, rows
from tests.support.material import the_outcome


def test_every_shown_voice_stands_there_with_its_counts() -> None:
    outcome = the_outcome()
    found = rows(opened(), "Groups")
    shown = [v for r in outcome.result.criteria.values() for v in r.voices.values()]

    assert [row["Mean"] for row in found] == [about(voice.mean) for voice in shown]
    assert [row["Level 2"] for row in found] == [v.levels[2] for v in shown]


def test_a_group_that_is_too_small_is_not_there() -> None:
    found = [
        row for row in rows(opened(), "Groups") if row["No."] == "C-4" and row["Group"] == "Mentees"
    ]

    assert found == []
