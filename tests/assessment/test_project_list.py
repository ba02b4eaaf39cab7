"""The next step of a project, and which agreements are due."""

from datetime import date, timedelta

import pytest

from assessment.project_list import NextStep, ProjectLine
from tests.support.builders import NOW, a_project, an_agreement, an_assessment

OPEN, CLOSED = an_assessment(), an_assessment(closed_at=NOW - timedelta(days=12))
LONG_AGO = an_assessment(closed_at=NOW - timedelta(days=300))
LATE = (an_agreement(due=NOW.date()),)
LATER = (an_agreement(due=date(2027, 3, 1)), an_agreement("X2"))


def a_line(**fields: object) -> ProjectLine:
    return ProjectLine(a_project(), NOW, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        (a_line(), NextStep.START),
        (a_line(newest=OPEN, asked=20), NextStep.BEGIN),
        (a_line(newest=OPEN, asked=20, answered=19, agreements=LATE), NextStep.GO_ON),
        (a_line(newest=OPEN, asked=20, answered=20), NextStep.CLOSE),
        (a_line(newest=CLOSED), NextStep.AGREE),
        (a_line(newest=CLOSED, agreements=LATER, agreed=2), NextStep.READ),
        (a_line(newest=CLOSED, agreements=LATE, agreed=1), NextStep.LOOK_BACK),
        (a_line(newest=LONG_AGO, agreements=LATER, agreed=2), NextStep.START_AGAIN),
        (a_line(newest=LONG_AGO, agreements=LATE, agreed=2), NextStep.LOOK_BACK),
    ],
)
def test_the_next_step_follows_from_where_the_newest_assessment_is(
    line: ProjectLine, step: NextStep
) -> None:
    assert line.next_step(NOW) is step


def test_an_agreement_is_due_from_its_day_on() -> None:
    line = a_line(agreements=(*LATE, *LATER))

    assert [line.due(NOW.date() + timedelta(days=n)) for n in (-1, 0, 365)] == [0, 1, 2]
