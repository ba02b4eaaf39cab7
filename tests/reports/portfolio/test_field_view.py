"""The field: what a pool shows."""

from assessment.portfolio.band import Band
from locales import translator
from reports.identity import LIGHT
from reports.portfolio.field_view import field


def test_the_middle_half_is_shown_where_there_is_one() -> None:
    t = translator("en")
    shown = field({"MC-01": Band(5, 2.0), "MC-02": Band(9, 2.5, 1.5, 3.0)}, None, t)

    assert shown.table.rows == (
        ("MC-01", "2.0 of 5 projects"),
        ("MC-02", "2.5 of 9 projects, 1.5 – 3.0"),
    )
    assert shown.draw is not None
    assert shown.draw(LIGHT).count("<circle") == 4
    assert field({}, None, t).draw is None
