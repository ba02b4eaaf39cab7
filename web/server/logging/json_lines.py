"""The log as one JSON object per line, for programs that collect logs. Secrets are masked as in text."""

import json
import logging
from datetime import UTC, datetime

from web.server.logging.addresses import MaskAddresses

OWN_HANDLERS = ("uvicorn", "streamlit")  # packages that would write text


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON: when, how bad, who, what, and where it broke."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:  # the mask wrote it
            said["error"] = record.exc_text
        return json.dumps(said, ensure_ascii=False)


def log_json_lines() -> None:
    """Write the log as JSON from now on, also what libraries write by themselves."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    handler.addFilter(MaskAddresses())
    logging.getLogger().handlers = [handler]
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        if name.partition(".")[0] in OWN_HANDLERS:
            logger.handlers = []
            logger.propagate = True
