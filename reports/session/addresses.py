"""The addresses of a session as they stand on paper and are copied."""

from dataclasses import dataclass

from assessment.session.keys import SessionKeys


@dataclass(frozen=True)
class SessionAddresses:
    """Where the pages of a session are. Whoever has one of the first three may do what it opens."""

    control: str
    helper: str
    screen: str
    join: str  # what the QR code leads to
    code: str  # to type at `typed`
    typed: str  # as people say it: without what a browser adds by itself


def addresses(keys: SessionKeys, base: str) -> SessionAddresses:
    """Return the addresses that keys open, with what participants reach as `base`."""
    root = base.rstrip("/")
    return SessionAddresses(
        control=f"{root}/control/{keys.control}",
        helper=f"{root}/control/{keys.helper}",
        screen=f"{root}/screen/{keys.screen}",
        join=f"{root}/s/{keys.join_token}",
        code=keys.code,
        typed=f"{root.removeprefix('https://')}/join",
    )
