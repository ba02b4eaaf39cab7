"""Providers with which one signs in (OpenID Connect), through Authlib.

Who somebody is: issuer and subject of the signed ID token. An e-mail address of a provider is never believed.
The library is loaded with the first provider that is asked: it takes 13 MB, and few servers have one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assessment.access.accounts import Identity
from assessment.errors import SignInRefused
from settings import ProviderSettings

WITHIN = 5.0  # seconds for a provider to answer


@dataclass(frozen=True)
class Begun:
    """What a browser takes along to a provider, and has to bring back."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True)
class Provider:
    """One provider, as the settings name it."""

    given: ProviderSettings

    @property
    def name(self) -> str:
        """How it is called on the page."""
        return self.given.name

    @cached_property
    def _app(self) -> Any:
        from authlib.integrations.base_client import BaseApp
        from authlib.integrations.base_client.sync_app import OAuth2Mixin
        from authlib.integrations.base_client.sync_openid import OpenIDMixin
        from authlib.integrations.httpx_client import OAuth2Client

        class App(OAuth2Mixin, OpenIDMixin, BaseApp):  # type: ignore[misc]
            client_cls = OAuth2Client

        well_known = f"{self.given.issuer.rstrip('/')}/.well-known/openid-configuration"
        return App(
            framework=None,
            name=self.given.id,
            client_id=self.given.client_id,
            client_secret=self.given.client_secret.get_secret_value(),
            server_metadata_url=well_known,
            client_kwargs={
                "scope": "openid",
                "code_challenge_method": "S256",
                "timeout": WITHIN,
                "follow_redirects": False,
            },
        )

    def begin(self, callback: str) -> Begun:
        """Return where somebody signs in. Raises SignInRefused when the provider does not answer."""
        made = self._asked(lambda: self._app.create_authorization_url(callback))
        return Begun(made["url"], made["state"], made["nonce"], made["code_verifier"])

    def finish(self, callback: str, code: str, begun: Begun) -> Identity:
        """Return who came back; the account is not known yet. Raises SignInRefused."""

        def ask() -> Mapping[str, Any]:
            token = self._app.fetch_access_token(
                redirect_uri=callback, code=code, code_verifier=begun.verifier
            )
            claims: Mapping[str, Any] = self._app.parse_id_token(token, nonce=begun.nonce) or {}
            return claims

        claims = self._asked(ask)
        issuer, subject = claims.get("iss"), claims.get("sub")
        if issuer != self.given.issuer or not isinstance(subject, str) or not subject:
            raise SignInRefused
        return Identity(self.given.issuer, subject, "")

    @staticmethod
    def _asked(ask: Any) -> Any:
        import httpx2
        from authlib.common.errors import AuthlibBaseError
        from authlib.integrations.base_client import OAuthError
        from joserfc.errors import JoseError

        try:
            return ask()
        except (
            AuthlibBaseError,
            OAuthError,
            JoseError,
            httpx2.HTTPError,
            ValueError,
            KeyError,
            RuntimeError,
        ):
            raise SignInRefused from None


def providers_of(given: tuple[ProviderSettings, ...]) -> Mapping[str, Provider]:
    """Return the providers of the settings by id."""
    return {one.id: Provider(one) for one in given}
