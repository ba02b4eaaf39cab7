"""The outline of a snapshot: the little that an overview of thousands of shares needs of each.

It is written beside the snapshot when a share arrives, read and checked for all shares at once, and
emptied with it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter

from assessment.portfolio.snapshot import ID, Count, Id, Line, Openness, Snapshot, Version

# criteria with a space between: thousands of texts cost less memory than thousands of lists
Names = Annotated[str, Field(pattern=rf"^({ID}( {ID})*)?$")]


class Outline(NamedTuple):
    """What a project says about itself, which assessment it is, and what is met and open."""

    openness: Openness
    kind: Line
    target_group: Line
    minors: Line
    stage: Line
    size: Count | None
    region: Line
    catalogue: Id
    catalogue_version: Version
    closed_on: date
    core: Names
    minimal: Names  # that are not core
    met: Names
    open: Names

    @property
    def major(self) -> str:
        """The first number of the version of the catalogue."""
        return self.catalogue_version.partition(".")[0]


_ONE, _MANY = TypeAdapter(Outline), TypeAdapter(list[Outline])


def outline_of(snapshot: Snapshot) -> Outline:
    """Return the outline of a snapshot."""
    about, found = snapshot.assessment, snapshot.requirements
    return Outline(
        openness=snapshot.openness,
        **dict(snapshot.project),
        catalogue=about.catalogue,
        catalogue_version=about.catalogue_version,
        closed_on=about.closed_on,
        core=" ".join(one.criterion for one in found if one.is_core),
        minimal=" ".join(one.criterion for one in found if not one.is_core),
        met=" ".join(one.criterion for one in found if one.met is True),
        open=" ".join(one.criterion for one in found if one.met is False),
    )


def as_text(outline: Outline) -> str:
    """Return an outline as JSON."""
    return _ONE.dump_json(outline).decode()


def read_outlines(texts: Sequence[str]) -> list[Outline]:
    """Return the outlines in texts that `as_text` made, all of them checked in one go."""
    return _MANY.validate_json(f"[{','.join(texts)}]", strict=True)
