"""The key for who starts the screens without `serve`, which tells it itself."""

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from runtime import screen_key

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def tell_key(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Log the key while the screens start, in a terminal only: other logs live longer than that."""
    key = screen_key()
    if not key.is_told:
        where = f"add /?key={key.text} to the address"
        elsewhere = "a terminal shows it here; elsewhere start with: python cli.py serve"
        _LOG.warning("The screens ask for a key: %s", where if sys.stderr.isatty() else elsewhere)
    yield {}
