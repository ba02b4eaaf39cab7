"""What a catalogue may hold for a talk: theses, tensions, factors, boundaries, a relationship."""

from typing import Literal

from pydantic import Field

from assessment.catalogue.base import Part, Text, is_nothing


class Thesis(Part):
    """A provocation to vote on, talk about and vote on again."""

    id: str
    statement: Text
    carried_by: Text
    speaks_for: tuple[Text, ...]
    speaks_against: tuple[Text, ...]
    talking_points: tuple[Text, ...]
    criteria: tuple[str, ...]
    outcome: Text
    sources: tuple[str, ...] = ()


class Tension(Part):
    """Two views of the sources that do not agree; both can be defended."""

    id: str
    title: Text
    one_side: Text
    other_side: Text
    handling: Text
    criteria: tuple[str, ...]
    sources: tuple[str, ...] = ()
    studies: tuple[str, ...] = Field(default=(), exclude_if=is_nothing)


class Factor(Part):
    """What makes a project succeed or fail, according to the sources."""

    id: str
    kind: Literal["success", "failure"]
    title: Text
    text: Text
    criteria: tuple[str, ...]
    sources: tuple[str, ...] = ()


class Profession(Part):
    """A profession whose work is not that of the role, such as a therapist."""

    id: str
    title: Text


class Aspect(Part):
    """One difference between a role and the professions, as far as something is known of each.

    Every file has `own`; older catalogues called it `mentor`, and keep their hash.
    """

    id: str
    title: Text
    own: Text | None = Field(default=None, exclude_if=is_nothing)
    mentor: Text | None = Field(default=None, exclude_if=is_nothing)
    others: dict[str, Text]


class Signal(Part):
    """A sentence in which somebody may recognise doing the work of a profession, and what helps."""

    id: str
    profession: str
    signal: Text
    action: Text
    criteria: tuple[str, ...]


class Boundaries(Part):
    """Where a role ends: a comparison, and a self-check of which nothing is kept.

    Every file names the `role`; older catalogues did not.
    """

    role: str = Field(default="", exclude_if=is_nothing)
    title: Text
    introduction: Text
    professions: tuple[Profession, ...]
    aspects: tuple[Aspect, ...]
    signals: tuple[Signal, ...]
    sources: tuple[str, ...] = ()


class RelationshipPhase(Part):
    """A phase of the contact between two people, with a question to reflect on."""

    id: str
    title: Text
    happens: Text
    leads: Text
    question: Text
    criteria: tuple[str, ...]
    sources: tuple[str, ...] = ()


class TimelineStep(Part):
    """One step of an example: when, what, by whom, and what it yields."""

    moment: Text
    step: Text
    who: Text
    product: Text | None = None


class Timeline(Part):
    """An example of how one project planned the contact. It is no rule."""

    title: Text
    note: Text
    steps: tuple[TimelineStep, ...]
    sources: tuple[str, ...] = ()


class Relationship(Part):
    """How the contact between two people changes on the way."""

    title: Text
    introduction: Text
    phases: tuple[RelationshipPhase, ...]
    timeline: Timeline | None = None
