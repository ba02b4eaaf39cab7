"""Of what a page may ask over its socket."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.support.web.messages import clicking, wanting
from web.server.asked import asked, no_such_file, wanted_file


def asking(**fields: object) -> dict[str, object]:
    return {"type": "websocket.receive", "bytes": BackMsg(**fields).SerializeToString()}


def test_what_our_pages_ask_is_passed_on() -> None:
    run = BackMsg()
    run.rerun_script.query_string = "lang=nl"
    file = BackMsg()
    file.backend_operation_request.deferred_file.file_id = "x"
    upload = BackMsg()
    upload.file_urls_request.request_id = "x"

    for message in (run, file, upload):
        assert asked({"bytes": message.SerializeToString()}) == message
    assert asked(asking(app_heartbeat=True))
    assert asked(asking(stop_script=True))


@pytest.mark.parametrize(
    "kind",
    [
        *("clear_cache", "set_run_on_save", "load_git_info"),
        *("debug_disconnect_websocket", "debug_shutdown_runtime"),
    ],
)
def test_what_concerns_everybody_is_not(kind: str) -> None:
    assert asked(asking(**{kind: True})) is None


def test_nothing_is_installed_and_no_rubbish_read() -> None:
    install = BackMsg()
    install.backend_operation_request.install_skills.SetInParent()

    for body in (install.SerializeToString(), b"\xff\xff", b"", None):
        assert asked({"bytes": body}) is None
    assert asked({"text": "hello"}) is None


def test_a_file_that_is_not_there_is_told_to_who_asked_for_it() -> None:
    wants, clicks = asked({"bytes": wanting("abc")}), asked({"bytes": clicking()})
    assert wants is not None
    assert clicks is not None

    assert (wanted_file(wants), wanted_file(clicks)) == ("abc", None)
    told = ForwardMsg.FromString(no_such_file(wants)).backend_operation_response
    assert (told.request_id, bool(told.error_msg)) == ("request of abc", True)
