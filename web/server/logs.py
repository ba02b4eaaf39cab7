"""No secret of an address in any log, however the program was started."""

import logging
import re

# the token of a participant, and the key of the screens
SECRET = re.compile(r"(/a/|[?&]key=)[^/\s?&\"']+")
MASK = r"\1***"
# those of uvicorn that name addresses: `uvicorn app:app` keeps an access log unless told otherwise
LOGGERS = ("uvicorn.access", "uvicorn.error", "uvicorn.asgi")


class MaskAddresses(logging.Filter):
    """Replaces the secret in an address before it is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask one record; it is logged all the same."""
        record.msg = SECRET.sub(MASK, str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(
                SECRET.sub(MASK, value) if isinstance(value, str) else value
                for value in record.args
            )
        return True


def mask_addresses() -> None:
    """Mask what the server logs from now on; calling it twice does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(present, MaskAddresses) for present in logger.filters):
            logger.addFilter(MaskAddresses())
