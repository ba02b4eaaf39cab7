"""What every light page answers when there is no page, in the language of the browser."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from assessment.errors import StorageError, TooOften
from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from web.participant import messages

_LOG = logging.getLogger(__name__)


class Refusals:
    """Answers what was refused, has to wait, or failed."""

    def __init__(self, default_language: Callable[[], str]) -> None:
        self._default_language = default_language

    def handlers(self) -> dict[Any, Any]:  # as Starlette has them
        """Return who answers which exception."""
        return {
            HTTPException: self._refused,
            ClientDisconnect: self._left,
            TooOften: self._too_often,
            StorageError: self._unavailable,
            Exception: self._failed,
        }

    def translator_of(self, request: Request) -> Translator:
        """Return the words of the language that the browser asks for."""
        accepted = request.headers.get("accept-language", "")
        return translator(best_language(accepted, tuple(LANGUAGES), self._default_language()))

    async def _refused(self, request: Request, refused: HTTPException) -> Response:
        return self._refusal(request, refused.status_code, refused.headers)

    async def _left(self, _request: Request, _gone: ClientDisconnect) -> None:
        """Answer nothing: nobody waits any more."""

    async def _too_often(self, request: Request, _error: TooOften) -> Response:
        return self._refusal(request, 429)

    async def _unavailable(self, request: Request, _error: StorageError) -> Response:
        return self._refusal(request, 503)

    async def _failed(self, request: Request, error: Exception) -> Response:
        _LOG.error("a light page failed", exc_info=error)
        return self._refusal(request, 500)

    def _refusal(
        self, request: Request, status: int, headers: Mapping[str, str] | None = None
    ) -> Response:
        t = self.translator_of(request)
        return messages.respond(request, t, messages.refusal(t, status), headers=headers)
