"""The files that a message of a page hands to its browser: to download, to show, or a place to upload to.

Only where Streamlit itself names one. The same words in a text are what somebody typed: they open nothing.
"""

from collections.abc import Iterator

from google.protobuf.message import DecodeError, Message  # type: ignore[import-untyped]
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PLACES = ("/media/", "/_stcore/upload_file/")
_NAMING = frozenset(
    {
        *(("DownloadButton", "url"), ("DeferredFileResponsePayload", "url")),
        *(("FileURLs", "upload_url"), ("FileURLs", "delete_url")),
        *(("Image", "url"), ("Audio", "url"), ("Video", "url"), ("Favicon", "url")),
    }
)


def files_named(body: bytes) -> list[str]:
    """Return the paths of the files that a message to a browser names."""
    if not any(place.encode() in body for place in PLACES):
        return []
    message = ForwardMsg()
    try:
        message.ParseFromString(body)
    except DecodeError:
        return []
    return [path for path in _named(message) if path.startswith(PLACES)]


def _named(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if (message.DESCRIPTOR.name, field.name) in _NAMING:
            yield value.partition("?")[0]
        elif isinstance(value, Message):
            yield from _named(value)
        elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
            for one in value:
                yield from _named(one)
