"""No secret of an address and nobody's network in any log, and nothing that a terminal would act on.

That holds however the program was started.
"""

import logging
import re

from assessment.catalogue.reading.text_file import printable

# the token of a participant, code and keys of a session, links to an account and to stop reminders, what a provider sends back, where
# somebody goes on after signing in, and the key of the screens
SECRET = re.compile(
    r"((?:/|%2F)(?:a|s|control|screen|account(?:/|%2F)(?:join|stop))(?:/|%2F)|[?&](?:key|code|state|next)=)[^/\s?&\"']+",
    re.IGNORECASE,
)
MASKED = "***"
MASK = rf"\1{MASKED}"
_SENDER = '%s - "'  # how a line of uvicorn begins that says who asked for what
# those of uvicorn that name addresses (`uvicorn app:app` keeps an access log unless told otherwise), and those
# that tell of errors, of which a message may quote what somebody sent
LOGGERS = (
    *("uvicorn.access", "uvicorn.error", "uvicorn.asgi"),
    *("web.server.refusals", "web.accounts.routes", "streamlit.error_util"),
)


class MaskAddresses(logging.Filter):
    """Replaces, before it is logged, the secret in an address, who asked, and what moves a terminal."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask one record; it is logged all the same."""
        record.msg = _masked(str(record.msg))
        if isinstance(record.args, tuple) and record.msg.startswith(_SENDER):
            record.args = (MASKED, *record.args[1:])
        if isinstance(record.args, tuple):
            record.args = tuple(
                _masked(value) if isinstance(value, str) else value for value in record.args
            )
        if record.exc_info and not record.exc_text:
            record.exc_text = _masked(logging.Formatter().formatException(record.exc_info))
        return True


def _masked(text: str) -> str:
    return "\n".join(printable(SECRET.sub(MASK, line)) for line in text.split("\n"))


def mask_addresses() -> None:
    """Mask what the server logs from now on; calling it twice does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(present, MaskAddresses) for present in logger.filters):
            logger.addFilter(MaskAddresses())
