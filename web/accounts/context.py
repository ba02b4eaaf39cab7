"""What a page of accounts works with: the request, who asks, and the words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assessment.access.logins import UNFINISHED, Login
from assessment.errors import NotPermitted
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from locales import LANGUAGES, Translator
from settings import Settings
from web.accounts.passkeys import Site
from web.accounts.providers import Provider
from web.accounts.render import render
from web.server.gate import COOKIE

PREFIX = "/account/"
DEVICE_COOKIE = "__Host-ms_device"
DEVICE_FOR = 60 * 60 * 24 * 365  # seconds
LOGIN_FOR = 60 * 60 * 24 * 30  # seconds; the database says when it really ends
LABELS = ("Edg", "Firefox", "Chrome", "Safari")
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")


@dataclass(frozen=True)
class AccountContext:
    """One request for a page of accounts."""

    workspace: Workspace
    settings: Settings
    request: Request
    form: Mapping[str, str]
    t: Translator
    login: Login | None
    providers: Mapping[str, Provider]
    forget: Callable[[str], None]  # a token that has just been signed in or out

    @property
    def is_post(self) -> bool:
        """Return whether something is to be done, not shown."""
        return self.request.method == "POST"

    @property
    def token(self) -> str:
        """The token of the login, empty if there is none."""
        return self.request.cookies.get(COOKIE, "")

    @property
    def device(self) -> str:
        """The token by which this browser is known, empty if it is not."""
        return self.request.cookies.get(DEVICE_COOKIE, "")

    @property
    def label(self) -> str:
        """The kind of browser, in a few words, such as `Firefox, Windows`."""
        agent = self.request.headers.get("user-agent", "")
        names = [next((n for n in all_ if n in agent), "") for all_ in (LABELS, SYSTEMS)]
        return ", ".join(name.replace("Edg", "Edge") for name in names if name)

    @property
    def site(self) -> Site:
        """The site that passkeys are of: the public address, or this machine."""
        given = urlsplit(self.settings.public_url)
        if given.scheme == "https" and self.request.headers.get("host") == given.netloc:
            return Site(f"https://{given.netloc}")
        return Site(f"http://{self.request.headers.get('host', '')}")

    @property
    def whole_login(self) -> Login:
        """The login of who signed in. Raises NotPermitted for anybody else."""
        if self.login is None or not self.login.is_complete:
            raise NotPermitted("sign_in")
        return self.login

    @property
    def any_login(self) -> Login:
        """The login, also one that is not complete. Raises NotPermitted where there is none."""
        if self.login is None:
            raise NotPermitted("sign_in")
        return self.login

    @property
    def after(self) -> str:
        """Where somebody wanted to go before signing in: a page of ours, never another site."""
        wanted = self.form.get("next", "") or self.request.query_params.get("next", "")
        return wanted if is_own_page(wanted) else "/"

    def at(self, page: str) -> str:
        """Return the address of a page of accounts, in the language that was chosen."""
        return f"{PREFIX}{page}"

    def page(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Return a page."""
        known = {"at": self.at, "languages": tuple(LANGUAGES), "after": self.after}
        return HTMLResponse(render(template, self.t, {**known, **values}), status)

    def go_to(self, address: str) -> RedirectResponse:
        """Return the way to another page."""
        return RedirectResponse(address, 303)

    def signed_in(self, response: Response, opened: OpenedLogin) -> Response:
        """Give a browser the token of a login; who signed in wholly is known in it from now on."""
        self.forget(self.token)
        is_whole = opened.login.is_complete
        most = LOGIN_FOR if is_whole else int(UNFINISHED.total_seconds())
        _set(response, COOKIE, opened.token, most)
        if is_whole:
            device = sign_in.known_device(self.workspace, opened.login.account, self.device)
            _set(response, DEVICE_COOKIE, device, DEVICE_FOR)
        return response

    def signed_out(self, response: Response) -> Response:
        """Take the login from a browser, with what it keeps of our pages."""
        self.forget(self.token)
        response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="lax")
        response.headers["clear-site-data"] = '"cache", "storage"'
        return response


def _set(response: Response, name: str, token: str, seconds: int) -> None:
    response.set_cookie(
        name, token, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax"
    )


def is_own_page(address: str) -> bool:
    """Return whether an address is a path on this site, whatever a browser makes of it."""
    parsed = urlsplit(address)
    return (
        address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and not (parsed.scheme or parsed.netloc)
        and address.isprintable()
        and "\\" not in address
    )
