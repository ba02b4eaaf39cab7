"""Where the links lead is said, with what to do when phones cannot get there."""

import pytest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, shown
from ui import session


def test_an_address_of_this_machine_alone_is_said_with_what_to_do(
    open_page: OpenPage, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "http://localhost:8601. That works on this computer only" in shown(
        open_page("invitations", assessment=assessment.id)
    )
    monkeypatch.setenv("MENTORSPIEGEL_PUBLIC_URL", "https://mentoring.example/")
    session.settings.cache_clear()
    app = open_page("invitations", assessment=assessment.id)
    assert "this computer only" not in shown(app)
    assert "Links start with https://mentoring.example." in [c.value for c in app.caption]
