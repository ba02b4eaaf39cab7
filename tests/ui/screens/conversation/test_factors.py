"""What makes it work and what makes it fail, to talk about."""

from pathlib import Path

from tests.support.ui.screens import OpenPage, shown


def test_factors_stand_by_what_they_do_with_the_criteria_that_carry_them(
    own_factors: Path, open_page: OpenPage
) -> None:
    app = open_page("conversation")

    assert [h.value for h in app.header if "fail" in h.value] == [
        "What makes it work, and what makes it fail"
    ]
    assert [h.value for h in app.subheader if "makes it" in h.value] == ["What makes it fail"]
    page = shown(app)
    assert "Nobody carries it" in page
    assert "Then it stops." in page
    assert "MC-01 · " in page
