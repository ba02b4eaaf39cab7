"""Screens without a browser: what the program sends a page over its socket, whatever that asks for."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import Message  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Origin, Subprotocol
from websockets.sync.client import ClientConnection, connect

BUTTONS = ("button", "download_button")
TYPED = "typed by hand"
TEXTS = frozenset({"body", "label", "text", "title", "page_title", "message", "options", "content"})


@dataclass
class Shown:
    """What came back for one run of a page."""

    messages: list[Any] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """All bytes that were sent, as text to search in."""
        sent = b"".join(message.SerializeToString() for message in self.messages)
        return sent.decode("utf-8", errors="replace")

    @property
    def texts(self) -> list[str]:
        """What somebody reads, in order."""
        deltas = [m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta"]
        return [text for element in deltas for text in _texts(element) if text]

    def deferred_files(self) -> list[str]:
        """The ids of the files that the buttons make."""
        deltas = [m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta"]
        found = [element.download_button.deferred_file_id for element in deltas]
        return [identifier for identifier in found if identifier]

    def widgets(self) -> dict[str, str]:
        """The id of everything that can be used, with what it is."""
        deltas = [m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta"]
        found = [(element.WhichOneof("type"), element) for element in deltas]
        used = [(kind, getattr(element, kind)) for kind, element in found if kind]
        return {part.id: kind for kind, part in used if getattr(part, "id", "").startswith("$$ID")}

    def buttons(self, part_of_key: str = "") -> list[str]:
        """The ids of the buttons whose key holds a text."""
        deltas = [m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta"]
        found = [element.button.id for element in deltas if element.WhichOneof("type") == "button"]
        return [name for name in found if part_of_key in name]


def _texts(message: Message) -> Iterator[str]:
    for descriptor, value in message.ListFields():
        values = [value] if isinstance(value, str | Message | bytes | int | float) else value
        for one in values:
            if isinstance(one, Message):
                yield from _texts(one)
            elif isinstance(one, str) and descriptor.name in TEXTS:
                yield one


class ScreenSocket:
    """The socket of one tab of somebody who signed in; one that `resumes` says it was open before."""

    def __init__(self, port: int, cookie: str, resumes: str = "") -> None:
        asked = ["streamlit", "token", resumes] if resumes else ["streamlit"]
        self._opened = ExitStack()
        self._line: ClientConnection = self._opened.enter_context(
            connect(
                f"ws://localhost:{port}/_stcore/stream",
                origin=Origin(f"http://localhost:{port}"),
                additional_headers={"Cookie": cookie},
                subprotocols=[Subprotocol(one) for one in asked],
                max_size=None,
            )
        )

        self.session = ""

    def open(self, page: str, query: str, pressed: str = "") -> Shown:
        """Ask for a page, as if its address was typed, or a button was pressed; return what is shown."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        if pressed:
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, widget.trigger_value = pressed, True
        return self.send(message)

    def use(self, page: str, query: str, widgets: dict[str, str]) -> Shown:
        """Send by hand that everything was used: buttons pressed, words typed elsewhere."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        for name, kind in widgets.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id = name
            if kind in BUTTONS:
                state.trigger_value = True
            else:
                state.string_value = TYPED
        return self.send(message)

    def send(self, message: Any) -> Shown:
        """Send any message and return what comes until a run has ended."""
        self._line.send(message.SerializeToString())
        shown = Shown()
        while True:
            got = ForwardMsg.FromString(self._line.recv(timeout=30))
            shown.messages.append(got)
            if got.WhichOneof("type") == "new_session":
                self.session = got.new_session.initialize.session_id
            ended = got.WhichOneof("type") == "script_finished"
            if ended and got.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return shown

    def say(self, message: Any) -> None:
        """Send any message, and wait for nothing."""
        self._line.send(message.SerializeToString())

    def choose(self, page: str, query: str, widget: str, words: str) -> Shown:
        """Send by hand that something was chosen, whether it is offered or not."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = widget, words
        return self.send(message)

    def file(self, identifier: str) -> str:
        """Ask for a file that is made on demand; return its address, empty if it is not there."""
        message = BackMsg()
        message.backend_operation_request.request_id = "1"
        message.backend_operation_request.session_id = self.session
        message.backend_operation_request.deferred_file.file_id = identifier
        self.say(message)
        while True:
            got = ForwardMsg.FromString(self._line.recv(timeout=10))
            if got.WhichOneof("type") == "backend_operation_response":
                return str(got.backend_operation_response.deferred_file.url)

    def place_to_upload(self, name: str) -> FileURLs:
        """Ask where a file can be put."""
        message = BackMsg()
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session
        self.say(message)
        while True:
            got = ForwardMsg.FromString(self._line.recv(timeout=10))
            if got.WhichOneof("type") == "file_urls_response":
                return got.file_urls_response.file_urls[0]

    def hand_in(self, page: str, query: str, widget: str, uploaded: FileURLs) -> Shown:
        """Say that a file that was put there belongs into a field."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        state = message.rerun_script.widget_states.widgets.add()
        state.id = widget
        file = state.file_uploader_state_value.uploaded_file_info.add()
        file.name, file.size, file.file_id = "form.xlsx", 1, uploaded.file_id
        file.file_urls.CopyFrom(uploaded)
        return self.send(message)

    def close(self) -> None:
        self._opened.close()
