"""Everything this software raises on purpose.

MentorspiegelError            never raised itself; catch it to catch all of these
├── FileProblems              a file that people write is not right: all its problems at once
│   ├── CatalogueError        the criteria folder
│   ├── AnswersFileError      an answers CSV
│   ├── BundleError           an exported project
│   └── SheetError            a spreadsheet: a filled-in form or an XLSForm
├── InvalidInput              one value is not allowed
├── NotFound                  no such project, assessment, criterion or respondent
├── StaleWrite                the row was changed since it was read
├── AssessmentClosed          answers of a closed assessment do not change
├── InvitationClosed          an invitation takes no answers (any more)
├── InvitationFull            an invitation has as many respondents as it may have
├── LinkUsed                  somebody began with this personal link: it opens nothing any more
├── SessionRefused            a group session does not take this now
├── TooOften                  more requests in one minute than a person makes
│   └── TooOftenToday         the same in one day
├── NotPermitted              the account may see this, but not do it
├── LastOne                   the last owner of an organisation, the last server admin, the last way in
├── SignInRefused             nobody is let in with this; which part is wrong is not told
├── LinkSpent                 a link to join or to choose new ways in worked already, or is too old
└── StorageError              the database cannot do what was asked
    ├── DatabaseUnavailable   cannot be reached, opened or written (full, locked, read-only)
    ├── DatabaseDamaged       the file is no readable database
    └── DatabaseNewer         written by a newer version of Mentorspiegel

Messages are complete English sentences that say where, what and what to do. Screens translate by
class and attributes, the command line prints `str(error)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


class MentorspiegelError(Exception):
    """Never raised itself. `except MentorspiegelError as error: show(str(error))`."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem in a file: where (from line 1; 0 for no line), what, and what to do."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return f"{':'.join(place)}: {self.message}"


@dataclass(frozen=True, order=True)
class SheetProblem(Problem):
    """One problem in a spreadsheet; screens translate `template` and fill in `values`."""

    template: str = ""
    values: tuple[tuple[str, str | int], ...] = ()


def fault(place: str, template: str, /, **values: str | int) -> SheetProblem:
    """Return a problem at a place such as "form.xlsx: Questions!E7", with the template filled in."""
    filled = template.format(**values)
    return SheetProblem(place, 0, 0, filled, template, tuple(values.items()))


class FileProblems(MentorspiegelError):
    """A file cannot be used. `problems` holds all there are, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CatalogueError(FileProblems):
    """The criteria folder cannot be used."""


class AnswersFileError(FileProblems):
    """An answers CSV cannot be used; nothing of it was taken over."""


class BundleError(FileProblems):
    """An exported project cannot be read back; nothing of it was taken over."""


class SheetError(FileProblems):
    """A spreadsheet cannot be read; nothing of it was taken over. Problems name sheet and cell."""


def refused(place: str, template: str, /, **values: str | int) -> SheetError:
    """Return the error of a spreadsheet with one problem."""
    return SheetError([fault(place, template, **values)])


class InvalidInput(MentorspiegelError):
    """One value is not allowed. `field` and `rule` let a screen tell it in its own language."""

    def __init__(self, field: str, rule: str, message: str) -> None:
        self.field = field
        self.rule = rule
        super().__init__(message)


class NotFound(MentorspiegelError):
    """There is no such thing (any more)."""

    def __init__(self, kind: str, identifier: str) -> None:
        self.kind = kind
        self.identifier = identifier
        super().__init__(f"There is no {kind} '{identifier}'. It may have been erased.")


class StaleWrite(MentorspiegelError, Generic[Row]):
    """The row was changed since it was read; nothing was written. `current` is what stands there."""

    def __init__(self, current: Row) -> None:
        self.current = current
        super().__init__("This was changed in another window meanwhile. Nothing was overwritten.")


class AssessmentClosed(MentorspiegelError):
    """The assessment is closed. Reopen it first."""

    def __init__(self, assessment: str) -> None:
        self.assessment = assessment
        super().__init__(f"Assessment '{assessment}' is closed. Reopen it to change answers.")


class InvitationClosed(MentorspiegelError):
    """The invitation or its assessment is closed, its last day has passed, or levels were shown."""

    def __init__(self, invitation_id: str) -> None:
        self.invitation = invitation_id
        super().__init__("This invitation takes no answers any more. Nothing was changed.")


class InvitationFull(MentorspiegelError):
    """The invitation has as many respondents as it may have."""

    def __init__(self, invitation_id: str) -> None:
        self.invitation = invitation_id
        super().__init__("All places of this invitation are taken. Ask the project for more.")


class LinkUsed(MentorspiegelError):
    """Somebody began with this personal link: neither it nor a new one may open their answers."""

    def __init__(self, respondent: str) -> None:
        self.respondent = respondent
        super().__init__(
            "Somebody began with this letter: it opens nothing any more, and a new one would open "
            "their answers. They go on at their own address. Add a link for somebody else."
        )


class SessionRefused(MentorspiegelError):
    """A group session does not take this now. `reason` lets a page tell why, and what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The session does not take this now ({reason}). Nothing was changed.")


class TooOften(MentorspiegelError):
    """A rate limit was reached: more requests in one minute than a person makes."""

    def __init__(self, bucket: str) -> None:
        self.bucket = bucket
        super().__init__("Too much came in within one minute. Wait a minute and try again.")


class TooOftenToday(TooOften):
    """A limit of a whole day was reached: more wrong codes than a person types."""


class NotPermitted(MentorspiegelError):
    """An account may see something, but may not do this with it."""

    def __init__(self, act: str) -> None:
        self.act = act
        super().__init__("Your membership does not allow this. Ask an owner of the organisation.")


class LastOne(MentorspiegelError):
    """Without this one nobody could go on: the last owner, server admin or way in. Nothing changed."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"This is the last {kind}. Add another one first.")


class SignInRefused(MentorspiegelError):
    """Nobody is let in with this. It never says whether the account or its proof was wrong."""

    def __init__(self) -> None:
        super().__init__("That did not work. Check what you typed and try again.")


class LinkSpent(MentorspiegelError):
    """A link to join, or to choose new ways in, worked already, is too old, or was withdrawn."""

    def __init__(self) -> None:
        super().__init__("This link works no more. Ask who gave it to you for a new one.")


class StorageError(MentorspiegelError):
    """The database cannot do what was asked. Nothing was overwritten."""


class DatabaseUnavailable(StorageError):
    """The database cannot be reached, opened or written."""


class DatabaseDamaged(StorageError):
    """The database file is damaged or is no database."""


class DatabaseNewer(StorageError):
    """The database was written by a newer version of Mentorspiegel."""
