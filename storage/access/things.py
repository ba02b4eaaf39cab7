"""What a call on a repository speaks of: known by the names of its parameters, and by the classes of objects."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.portfolio.share_files import ShareFile
from assessment.project_profiles import ProjectProfile
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession
from assessment.session.notes import SessionNote
from assessment.session.store import WholeSession
from assessment.store import RespondentAnswer

Key = tuple[str, str]  # kind of thing, id

# what says nothing about whose it is
NEUTRAL = frozenset(
    {
        *("criterion", "answer", "choices", "content_hash", "snapshot", "most", "holder", "daily"),
        *("is_anonymous", "threshold", "changes", "while_open", "bucket", "search", "start"),
        *("token_hash", "code_hash", "roles"),
        # of a session that stands beside it among the arguments
        *("entry", "shown", "hands"),
    }
)
# where the name of a parameter says less than the noun
_KINDS = {("session_agreements", "agreement"): "session_agreement"}


# what an object is, and what it says it belongs to: kind of thing, and the field with its id
_SAYS: Mapping[type, tuple[Key, ...]] = {
    Project: (("project", "id"),),
    Assessment: (("assessment", "id"), ("project", "project")),
    Agreement: (("agreement", "id"), ("project", "project"), ("assessment", "assessment")),
    Respondent: (("respondent", "id"), ("assessment", "assessment")),
    Invitation: (("invitation", "id"), ("assessment", "assessment")),
    Pair: (("pair", "id"), ("assessment", "assessment")),
    GroupSession: (("session", "id"), ("project", "project")),
    ProjectProfile: (("profile", "id"), ("project", "project")),
    SessionAgreement: (("session_agreement", "id"), ("session", "session")),
    SessionNote: (("session_note", "id"), ("session", "session")),
    AgreedValue: (("session", "session"),),
    ShareFile: (("share_file", "id"), ("project", "project")),
}


# what it may say beside that
_MAY_SAY: Mapping[type, tuple[Key, ...]] = {
    Assessment: (("assessment", "previous"),),
    Respondent: (("invitation", "invitation"), ("pair", "pair")),
    GroupSession: (("assessment", "assessment"),),
    ProjectProfile: (("session", "session"),),
    SessionAgreement: (("agreement", "agreement"),),
    SessionNote: (("session_note", "merged_into"),),
}


# a session on no project: of the organisation as a whole
ON_NO_PROJECT: Key = ("organisation", "")


def _keys_of_object(thing: object) -> Iterator[Key]:
    if isinstance(thing, RespondentAnswer):
        thing = thing.respondent
    if isinstance(thing, WholeSession):
        thing = thing.session
    if type(thing) not in _SAYS:
        raise LookupError(f"{type(thing).__name__} is not known here.")
    for kind, field in _SAYS[type(thing)]:
        is_alone = isinstance(thing, GroupSession) and (field, thing.project) == ("project", None)
        yield ON_NO_PROJECT if is_alone else (kind, getattr(thing, field) or "")
    for kind, field in _MAY_SAY.get(type(thing), ()):
        if said := getattr(thing, field):
            yield kind, said


def keys(noun: str, name: str, value: Any) -> Iterator[Key]:
    """Return the things that an argument speaks of. Raises LookupError for an unknown parameter."""
    if name in NEUTRAL or (value is None and name == "agreed"):
        return
    if (noun, name, value) == ("sessions", "project_id", None):
        yield ON_NO_PROJECT
    elif name.endswith("_id"):
        kind = name.removesuffix("_id")
        yield _KINDS.get((noun, kind), kind), value or ""
    elif name.endswith("_ids"):
        yield from ((name.removesuffix("_ids"), one) for one in value)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _keys_of_object(one)
    else:
        yield from _keys_of_object(value)
