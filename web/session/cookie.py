"""The cookies of a phone in a session: who it is, and the language that was chosen."""

from starlette.requests import Request
from starlette.responses import Response

from settings import Settings
from web.session.addresses import PHONE

MAX_AGE = 60 * 60 * 24 * 31  # seconds: as long as the result can be read


def token_of(request: Request, settings: Settings) -> str:
    """Return the token of the person whose phone this is, empty when it is nobody's."""
    return request.cookies.get(_name("session", settings), "")


def language_of(request: Request, settings: Settings) -> str:
    """Return the language that was chosen on this phone, empty if none was."""
    return request.cookies.get(_name("session_language", settings), "")


def remember(response: Response, settings: Settings, token: str, language: str) -> None:
    """Have a phone remember who it is in the session that it joined last."""
    for name, value in (("session", token), ("session_language", language)):
        response.set_cookie(
            _name(name, settings),
            value,
            max_age=MAX_AGE,
            path=PHONE,
            secure=_is_secure(settings),
            httponly=True,
            samesite="lax",
        )


def forget(response: Response, settings: Settings) -> None:
    """Have a phone forget who it was."""
    response.delete_cookie(
        _name("session", settings),
        path=PHONE,
        secure=_is_secure(settings),
        httponly=True,
        samesite="lax",
    )


def _is_secure(settings: Settings) -> bool:
    return settings.public_address.startswith("https://")


def _name(name: str, settings: Settings) -> str:
    # browsers take a name with this beginning over an encrypted line only
    return f"{'__Secure-' if _is_secure(settings) else ''}ms_{name}"
