"""What a page may ask of the screens over its socket; all else that Streamlit would do is dropped.

Anybody who signed in can send any message by hand: to empty the caches of everybody, to read the name of a git
repository, to install something on the server. Our pages ask for none of these.
"""

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_KINDS = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"})
_OPERATION = "backend_operation_request"
_FILE = "deferred_file"  # the one operation: a file is made when somebody asks for it


def asked(message: Message) -> BackMsg | None:
    """Return what a browser asks, None for what no page of ours asks."""
    found = BackMsg()
    try:
        found.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return None
    kind = found.WhichOneof("type")
    if kind == _OPERATION:
        return found if found.backend_operation_request.WhichOneof("payload") == _FILE else None
    return found if kind in _KINDS else None


def wanted_file(asking: BackMsg) -> str | None:
    """Return the id of the file that is asked for, None for whatever else is asked."""
    if asking.WhichOneof("type") != _OPERATION:
        return None
    return str(asking.backend_operation_request.deferred_file.file_id)


def no_such_file(asking: BackMsg) -> bytes:
    """Return what Streamlit answers to who asks for a file that never was."""
    answer = ForwardMsg()
    answer.metadata.SetInParent()  # its page looks there first
    answer.backend_operation_response.request_id = asking.backend_operation_request.request_id
    answer.backend_operation_response.error_msg = "Failed to generate file for download"
    return bytes(answer.SerializeToString())
