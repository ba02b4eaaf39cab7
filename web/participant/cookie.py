"""The one cookie that there is: at which address this device began in an invitation."""

from assessment.respondents import Respondent
from assessment.services import responding
from assessment.services.responding import RespondentSession
from web.participant.context import Here
from web.participant.request import Visit
from web.server.forms import PREFIX

KEPT_FOR = 60 * 60 * 24 * 30  # seconds
Header = tuple[str, str]


def name(link: str) -> str:
    """Return its name: by the id of the invitation for an open link, of the respondent for a letter."""
    return f"ms_{link[:12]}"


def own_address(here: Here, visit: Visit, link: str) -> str:
    """Return the address at which this device can go on, empty if it cannot."""
    token = visit.cookies.get(name(link), "")
    found = responding.find(here.workspace, token)
    is_of_here = isinstance(found, RespondentSession) and link in (
        found.invitation.id,
        found.respondent.id,
    )
    return f"{PREFIX}{token}" if is_of_here else ""


def keep(here: Here, link: str, token: str) -> Header:
    """Return the header that keeps it."""
    secure = "; Secure" if here.public_address.startswith("https://") else ""
    kept = f"Path={PREFIX}; Max-Age={KEPT_FOR}; HttpOnly; SameSite=Lax{secure}"
    return "set-cookie", f"{name(link)}={token}; {kept}"


def forget(respondent: Respondent) -> Header:
    """Return the header that takes it away."""
    link = respondent.id if respondent.number else str(respondent.invitation)
    return "set-cookie", f"{name(link)}=; Path={PREFIX}; Max-Age=0; HttpOnly; SameSite=Lax"
