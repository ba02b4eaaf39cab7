"""Settings: one table, read from environment variables that start with MENTORSPIEGEL_."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from assessment.scoring.rules import MAX_THRESHOLD, THRESHOLD

VERSION = "0.1.0"
LOGIN_COOKIE = "__Host-ms_login"
LOCAL_ADDRESSES = frozenset({"127.0.0.1", "localhost", "::1"})
HIGHEST_PORT = 65535
BETWEEN_PORTS = 100  # so that several programs, one port after another, are not in each other's way
_ROOT = Path(__file__).resolve().parent


class ProviderSettings(BaseModel):
    """A provider (OpenID Connect) with which accounts sign in."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]{1,30}$")
    name: str
    issuer: str = Field(pattern=r"^https?://[^\s]+$")
    client_id: str
    client_secret: SecretStr


class Settings(BaseSettings):
    """Every setting with its default; the defaults start a working tool on this machine."""

    model_config = SettingsConfigDict(
        env_prefix="MENTORSPIEGEL_", frozen=True, env_ignore_empty=True
    )

    data: Path = Field(Path("data"), description="folder for the database file and backups")
    database_url: str = Field(
        "",
        description="another database, such as postgresql+psycopg://...; empty: a file in `data`",
    )
    criteria: Path = Field(_ROOT / "criteria", description="folder with the criteria")
    catalogues: Path | None = Field(
        None, description="folder whose subfolders are more catalogues to choose from; empty: none"
    )
    language: str = Field(
        "", description="language of the screens: nl or en; empty: what the browser asks for"
    )
    port: int = Field(
        8501, ge=1, le=HIGHEST_PORT, description="port of the screens, on this machine only"
    )
    participants_port: int | None = Field(
        None,
        ge=1,
        le=HIGHEST_PORT,
        description="port of the participants' pages; empty: 100 above the port of the screens",
    )
    address: str = Field("127.0.0.1", description="address on which participants' pages listen")
    public_url: str = Field(
        "",
        pattern=r"^(https?://[^\s/?#@]+)?/*$",
        description="address that participants see in letters; empty: this machine's own",
    )
    providers: tuple[ProviderSettings, ...] = Field(
        (),
        description="providers to sign in with, as JSON: "
        '[{"id", "name", "issuer", "client_id", "client_secret"}]; empty: none',
    )
    mail_host: str = Field("", description="server that sends mail; empty: no mail is sent")
    mail_port: int = Field(587, ge=1, le=HIGHEST_PORT, description="port of that server")
    mail_user: str = Field("", description="name to sign in with there; empty: nobody signs in")
    mail_password: SecretStr = Field(SecretStr(""), description="password to sign in with there")
    mail_sender: str = Field(
        "",
        pattern=r"^([^\s@<>,;]+@[^\s@<>,;]+)?$",
        description="address of e-mail that mails come from; empty: that of mail_user",
    )
    mail_tls: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="how the line is encrypted: starttls, tls, or none"
    )
    backups: Path | None = Field(
        None,
        description="folder of nightly backups, of which server admins see the last; empty: none",
    )
    log: Literal["text", "json"] = Field(
        "text", description="how the log is written: text, or json: one object per line"
    )
    login_from: Literal["header", "cookie"] = Field(
        "header",
        description="how the screens hear who signed in: from the gate, or, should a release of Streamlit "
        "no longer pass that on, from the cookie",
    )
    threshold: int = Field(
        THRESHOLD,
        ge=THRESHOLD,
        le=MAX_THRESHOLD,
        description="answers from which an anonymous voice is shown",
    )

    @property
    def database(self) -> str:
        """The URL of the database in use."""
        return self.database_url or f"sqlite:///{(self.data / 'mentorspiegel.sqlite3').absolute()}"

    @property
    def first_language(self) -> str:
        """The language where no browser says which one it wants."""
        return self.language or "nl"

    @property
    def public_address(self) -> str:
        """Where participants reach this machine, without a slash at the end."""
        return self.public_url.rstrip("/") or f"http://localhost:{self.second_port}"

    @property
    def screens_address(self) -> str:
        """Where who signs in reaches the screens, without a slash at the end."""
        is_public = self.public_url.startswith("https://")
        return self.public_url.rstrip("/") if is_public else f"http://localhost:{self.port}"

    @property
    def sends_mail(self) -> bool:
        """Return whether there is a server to send mail with."""
        return bool(self.mail_host and self.mail_from)

    @property
    def mail_from(self) -> str:
        """The address of e-mail that mails come from."""
        return self.mail_sender or (self.mail_user if "@" in self.mail_user else "")

    @property
    def second_port(self) -> int:
        """The port of the participants' pages."""
        above = self.port + BETWEEN_PORTS
        return self.participants_port or (
            above if above <= HIGHEST_PORT else self.port - BETWEEN_PORTS
        )

    @property
    def listens_beyond(self) -> bool:
        """Return whether other machines can reach the participants' pages."""
        return self.address not in LOCAL_ADDRESSES
