"""The files that a message of a page hands to its browser: to download, to show, to have made, or a place to upload to.

Only where Streamlit itself names one. The same words in a text are what somebody typed: they open nothing.
"""

from collections.abc import Iterator

from google.protobuf.message import DecodeError, Message  # type: ignore[import-untyped]
from streamlit.proto.DownloadButton_pb2 import DownloadButton
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

DOWNLOADS = "/media/"
PLACES = (DOWNLOADS, "/_stcore/upload_file/")
ON_DEMAND = "on demand: "  # before the id of a file that is made when somebody asks for it
_DEFERRED = "deferred_file_id"
_DEFERRED_TAG = DownloadButton.DESCRIPTOR.fields_by_name[_DEFERRED].number << 3 | 2
_SIGNS = (
    *(place.encode() for place in PLACES),
    bytes((_DEFERRED_TAG, 32)),  # how the field begins in a message: its id has 32 digits
)
_NAMING = frozenset(
    {
        *(("DownloadButton", "url"), ("DeferredFileResponsePayload", "url")),
        *(("FileURLs", "upload_url"), ("FileURLs", "delete_url")),
        *(("Image", "url"), ("Audio", "url"), ("Video", "url"), ("Favicon", "url")),
    }
)


def files_named(body: bytes) -> list[str]:
    """Return the paths of the files that a message to a browser names, and the ids of those to have made."""
    if not any(sign in body for sign in _SIGNS):  # as most messages do
        return []
    message = ForwardMsg()
    try:
        message.ParseFromString(body)
    except DecodeError:
        return []
    return [name for name in _named(message) if name.startswith((*PLACES, ON_DEMAND))]


def _named(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if (message.DESCRIPTOR.name, field.name) in _NAMING:
            yield value.partition("?")[0]
        elif field.name == _DEFERRED:
            yield ON_DEMAND + value
        elif isinstance(value, Message):
            yield from _named(value)
        elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
            for one in value:
                yield from _named(one)
