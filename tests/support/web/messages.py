"""Messages of a page to its browser, and back."""

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


def naming(path: str) -> bytes:
    """Return the message with which a file is handed over."""
    message = ForwardMsg()
    message.backend_operation_response.deferred_file.url = path
    return message.SerializeToString()


def offering(file_id: str) -> bytes:
    """Return the message with which a button is shown that has a file made."""
    message = ForwardMsg()
    message.delta.new_element.download_button.deferred_file_id = file_id
    return message.SerializeToString()


def wanting(file_id: str) -> bytes:
    """Return the message of a browser in which such a button was pressed."""
    message = BackMsg()
    message.backend_operation_request.request_id = f"request of {file_id}"
    message.backend_operation_request.deferred_file.file_id = file_id
    return bytes(message.SerializeToString())


def saying(text: str) -> bytes:
    """Return the message with which a text is put on the screen."""
    message = ForwardMsg()
    message.delta.new_element.markdown.body = text
    message.delta.new_element.text_input.value = text
    return message.SerializeToString()


def clicking() -> bytes:
    """Return the message of a browser in which somebody clicked."""
    message = BackMsg()
    message.rerun_script.query_string = "lang=nl"
    return bytes(message.SerializeToString())


def emptying() -> bytes:
    """Return a message that no page of ours sends: to empty the caches of everybody."""
    return bytes(BackMsg(clear_cache=True).SerializeToString())
