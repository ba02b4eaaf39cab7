"""What catalogue.yaml holds, and the profiles: who is asked, from which sides, what one aims at."""

from collections.abc import Collection
from typing import Literal

from pydantic import Field, StrictBool, StrictInt

from assessment.catalogue.base import Part, Text, is_nothing
from assessment.catalogue.criterion import TOP_LEVEL, Requirement

FIRST_YEAR, LAST_YEAR = 1900, 2100  # of a study
About = Literal["project", "relationship"]


class Role(Part):
    """Whose view an answer is. The roles of the organisation are not anonymous, the others are.

    Who rates in it reads `beforehand` on the first page, where there is one.
    """

    id: str
    title: Text
    plural: Text
    description: Text
    organisation: StrictBool = False
    asked_everything: StrictBool = False
    heard_first: StrictBool = Field(default=False, exclude_if=is_nothing)
    beforehand: Text | None = Field(default=None, exclude_if=is_nothing)


class Perspective(Part):
    """One way to look at quality."""

    id: str
    title: Text
    definition: Text
    question: Text


class Phase(Part):
    """A step of the process."""

    id: str
    title: Text
    question: Text


class Ambition(Part):
    """A preset of targets: the level for minimal and for growth criteria, None for no target."""

    id: str
    title: Text
    description: Text
    minimal: StrictInt | None = Field(ge=0, le=TOP_LEVEL)
    growth: StrictInt | None = Field(ge=0, le=TOP_LEVEL)


class Source(Part):
    """A document that rows of the inventory come from."""

    id: str
    title: Text
    description: Text


class Standard(Part):
    """A public standard of the field that supports a criterion."""

    id: str
    title: Text


class Study(Part):
    """A study of which criteria name what it found, and where others doubt it."""

    id: str
    authors: str
    year: StrictInt = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    title: str
    found: Text
    doubts: Text | None = None


class Profile(Part):
    """A ready choice of criteria; a project may change it per criterion.

    One about a single relationship need not hold the core, and no project chooses it for itself.
    """

    id: str
    title: Text
    description: Text
    warning: Text | None = Field(default=None, exclude_if=is_nothing)
    criteria: Literal["all"] | tuple[str, ...]
    requirement: dict[str, Requirement] = Field(default_factory=dict)
    about: About = Field(default="project", exclude_if=lambda about: about == "project")
    for_pair: StrictBool = Field(default=False, exclude_if=is_nothing)
    for_others: StrictBool = Field(default=False, exclude_if=is_nothing)

    def asked_of(
        self, criteria: frozenset[str], scope: Collection[str] | None = None
    ) -> frozenset[str]:
        """Return which of these criteria are asked when an assessment has those in `scope`.

        About a single relationship all of it is asked: two people look at it, whatever the organisation
        chose to look at itself.
        """
        chosen = criteria if self.criteria == "all" else criteria.intersection(self.criteria)
        if scope is None or self.about == "relationship":
            return chosen
        return chosen.intersection(scope)


class Header(Part):
    """What catalogue.yaml holds."""

    id: str
    version: str
    title: Text
    description: Text
    languages: tuple[str, ...]
    roles: tuple[Role, ...]
    perspectives: tuple[Perspective, ...]
    phases: tuple[Phase, ...]
    ambitions: tuple[Ambition, ...]
    sources: tuple[Source, ...] = ()
    standards: tuple[Standard, ...] = ()
    studies: tuple[Study, ...] = Field(default=(), exclude_if=is_nothing)
