"""Messages of a page to its browser."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


def naming(path: str) -> bytes:
    """Return the message with which a file is handed over."""
    message = ForwardMsg()
    message.backend_operation_response.deferred_file.url = path
    return message.SerializeToString()


def saying(text: str) -> bytes:
    """Return the message with which a text is put on the screen."""
    message = ForwardMsg()
    message.delta.new_element.markdown.body = text
    message.delta.new_element.text_input.value = text
    return message.SerializeToString()
