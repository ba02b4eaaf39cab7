"""Where the pages of a session stand."""

JOIN = "/join"
PHONE, CONTROL, SCREEN = "/s/", "/control/", "/screen/"


def phone_address(code: str, page: str) -> str:
    """Return the address of a page of a phone, below a code or the token of a QR code."""
    return f"{PHONE}{code}/{page}".rstrip("/")


def control_address(key: str, page: str) -> str:
    """Return the address of a page of who leads a session."""
    return f"{CONTROL}{key}/{page}".rstrip("/")


def screen_address(key: str, page: str) -> str:
    """Return the address of a page of the screen."""
    return f"{SCREEN}{key}/{page}".rstrip("/")
