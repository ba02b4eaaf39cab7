"""The keys: made once, shown once, replaced when they are lost."""

from assessment.services.context import Workspace
from assessment.services.session.entering import by_key
from assessment.session.states import SessionKey
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, made, press


def test_keys_are_shown_once_with_poster_and_sheet(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = a_prepared_session(workspace)
    app = press(open_page("session_script", session=one.id), "make_keys")
    control, helper, screen, join = (code.value for code in app.code)

    found = [
        by_key(workspace, address.rpartition("/")[2]).key for address in (control, helper, screen)
    ]
    assert found == [SessionKey.CONTROL, SessionKey.HELPER, SessionKey.SCREEN]
    assert "/s/" in join
    assert made(app, "poster").startswith(b"%PDF")
    assert made(app, "key_sheet").startswith(b"%PDF")

    press(app, "forget_keys")
    assert [code.value for code in app.code] == []
    assert any("cannot be shown again" in text.value for text in app.markdown)


def test_new_keys_put_the_old_ones_out_of_use(open_page: OpenPage, workspace: Workspace) -> None:
    one = a_prepared_session(workspace)
    app = press(open_page("session_script", session=one.id), "make_keys")
    old = app.code[0].value
    press(app, "forget_keys")
    press(app, f"new_keys:{one.id}:ask")
    press(app, f"new_keys:{one.id}:yes")

    assert app.code[0].value != old
