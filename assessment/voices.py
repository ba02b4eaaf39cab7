"""The voices of others: rounds, seats, pairs, and what they may write. Pure."""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import Literal

from assessment.answers import Answer, checked
from assessment.catalogue import Catalogue, Criterion
from assessment.errors import InvalidInput
from assessment.projects import Respondent

MOST_SEATS = 200  # of one round
MAX_COMMENT = 2_000  # characters of a comment of an anonymous voice
SECONDS_PER_QUESTION = 35  # reading five options and choosing one
MAX_AGREEMENT = 2_000  # characters of what a pair agreed
MAX_LANGUAGE = 20  # characters of the name of a language
BEGIN_AGAIN = timedelta(minutes=1)  # in which a letter can begin again, before any answer
PAIR_PROFILE = "pair"
PAIR_ROLES = ("mentor", "mentee")

WhyNot = Literal["closed", "expired"]
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True)
class Round:
    """The invitation of one role in one assessment. `version` counts the changes.

    It has at most `seats` respondents. On the day `until` it still takes answers. `open_hash` is
    the hash of the token of its open link.
    """

    id: str
    assessment: str
    role: str
    profile: str
    seats: int
    until: date | None = None
    open_hash: str | None = None
    in_pairs: bool = False
    closed_at: datetime | None = None  # by hand
    version: int = 0

    def why_not(self, *, takes_voices: bool, now: datetime) -> WhyNot | None:
        """Say why it takes no answers (any more), None if it does.

        `takes_voices` is what its assessment says. Days are those of this machine.
        """
        if self.closed_at is not None or not takes_voices:
            return "closed"
        if self.until is not None and now.astimezone().date() > self.until:
            return "expired"
        return None


@dataclass(frozen=True)
class Pair:
    """A mentor and a mentee who look at their answers together, and what they agreed."""

    id: str
    assessment: str
    agreement: str = ""
    version: int = 0


@dataclass(frozen=True)
class Participation:
    """How many people of one role may answer, began and are done."""

    role: str
    seats: int
    started: int
    finished: int

    @classmethod
    def of(cls, round_: Round, voices: Collection[Respondent]) -> "Participation":
        """Count who takes part in a round; `voices` are its respondents."""
        started = sum(1 for voice in voices if voice.started_at is not None)
        finished = sum(1 for voice in voices if voice.finished_at is not None)
        return cls(round_.role, round_.seats, started, finished)


@dataclass(frozen=True)
class PairCount:
    """How many pairs there are, and of how many both are done."""

    made: int
    took_part: int

    @classmethod
    def of(cls, voices: Iterable[Respondent]) -> "PairCount":
        """Count the pairs among the respondents of an assessment."""
        done: dict[str, list[bool]] = {}
        for voice in voices:
            if voice.pair is not None:
                done.setdefault(voice.pair, []).append(voice.finished_at is not None)
        return cls(len(done), sum(1 for both in done.values() if all(both)))


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(text: str) -> bool:
    """Say whether a text looks like a token: 24 bytes in the url-safe alphabet."""
    return _TOKEN.fullmatch(text) is not None


def questions(
    catalogue: Catalogue, role: str, profile: str, scope: Collection[str]
) -> tuple[Criterion, ...]:
    """Return what a round asks, in the catalogue's order: in scope, for the role, in the profile."""
    known = catalogue.profile(profile)
    if known is None:
        return ()
    wanted = scope if known.criteria == "all" else set(scope).intersection(known.criteria)
    wanted = catalogue.asked[role].intersection(wanted)
    return tuple(c for c in catalogue.criteria if c.id in wanted)


def checked_voice(answer: Answer) -> Answer:
    """Return what an anonymous voice may say: a state, a level and a comment, nothing else.

    Raises InvalidInput for a level that is off the scale and a comment that cannot be kept.
    """
    if len(answer.comment) > MAX_COMMENT:
        message = f"The comment is longer than {MAX_COMMENT:,} characters. Shorten it."
        raise InvalidInput("comment", "too_long", message)
    return checked(replace(answer, reason=None, reason_text="", evidence="", marked=False))


def checked_seats(seats: int) -> int:
    """Return a number of seats. Raises InvalidInput when a round cannot have so many."""
    if not 1 <= seats <= MOST_SEATS:
        text = f"An invitation is for 1 to {MOST_SEATS} people, not {seats}."
        raise InvalidInput("seats", "range", text)
    return seats


def checked_until(until: date | None, now: datetime) -> date | None:
    """Return a last day. Raises InvalidInput for one that has passed."""
    if until is not None and until < now.astimezone().date():
        raise InvalidInput("until", "past", "The last day has passed. Choose a later one.")
    return until


def minutes(number: int) -> int:
    """Return about how many minutes that number of questions takes on a phone."""
    return ceil(number * SECONDS_PER_QUESTION / 60)
