"""The cover of a report: its context, as far as known."""

from dataclasses import replace

from reports.document.build import build
from tests.support.builders import an_assessment
from tests.support.files.documents import facts
from tests.support.material import (
    the_catalogue,
    the_material,
    the_project,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_the_cover_gives_the_context() -> None:
    assert (WHOLE.title, WHOLE.subtitle) == ("Maatjes", "Najaar 2026")
    assert facts(WHOLE) == {
        "Assessment": "Najaar 2026 (closed on 20 November 2026)",
        "Who answered": "Coordinator 1 · Mentors 7 · Mentees 6",
        "Made on": "20 November 2026",
        "Kind of project": "At school or in higher education",
        "For whom": "Students in their first year",
        "Is it for people under eighteen?": "Some are",
        "How far is the programme?": "Running for some years",
        "People in a year": "40",
        "Place or region": "A town",
        "Running since": "2020",
        "Criteria": "8 criteria from ‘words’, version 1",
        "How high we aim": "words",
        "Fingerprint of the criteria": the_catalogue().content_hash[:16],
    }


def test_what_is_not_known_is_left_out_of_the_cover() -> None:
    bare = the_project(
        kind=None, target_group="", minors=None, stage=None, size=None, region="", start_year=None
    )
    outcome = an_outcome({"C-1": {"coordinator": "3"}})
    nameless = replace(
        outcome, assessment=an_assessment(name="", ambition="gone"), participation={}
    )

    found = facts(build(the_material(nameless, project=bare)))

    assert list(found) == ["Assessment", "Made on", "Criteria", "Fingerprint of the criteria"]
    assert found["Assessment"] == "open: this is the picture so far"
