"""Theses, tensions, boundaries and phases to make a catalogue with."""

from assessment.catalogue.conversation import (
    Aspect,
    Boundaries,
    Profession,
    Relationship,
    RelationshipPhase,
    Signal,
    Tension,
    Thesis,
    Timeline,
    TimelineStep,
)
from assessment.catalogue.model import Text


def words(english: str) -> Text:
    return Text({"en": english})


THESIS = Thesis(
    id="T-1",
    statement=words("All is well"),
    carried_by=words("all"),
    speaks_for=(words("so"), words("and so")),
    speaks_against=(),
    talking_points=(words("Is it?"),),
    criteria=("C-1",),
    outcome=words("a list"),
)
TENSION = Tension(
    id="TN-1",
    title=words("Often or seldom"),
    one_side=words("Often."),
    other_side=words("Seldom."),
    handling=words("Choose."),
    criteria=("C-1",),
)
BOUNDARIES = Boundaries(
    role="mentor",
    title=words("The limit"),
    introduction=words("Look."),
    professions=(
        Profession(id="coach", title=words("Coach")),
        Profession(id="baker", title=words("Baker")),
    ),
    aspects=(
        Aspect(id="aim", title=words("Aim"), own=words("wide"), others={"coach": words("narrow")}),
    ),
    signals=(
        Signal(
            id="S-1",
            profession="coach",
            signal=words("I chose."),
            action=words("Ask."),
            criteria=("C-1",),
        ),
    ),
)
PHASE = RelationshipPhase(
    id="start",
    title=words("Beginning"),
    happens=words("Meeting."),
    leads=words("Both."),
    question=words("Who are you?"),
    criteria=("C-1",),
)
TIMELINE = Timeline(
    title=words("Example"),
    note=words("No rule."),
    steps=(TimelineStep(moment=words("Week 1"), step=words("Calling."), who=words("Pair")),),
)
RELATIONSHIP = Relationship(
    title=words("Phases"), introduction=words("It changes."), phases=(PHASE,), timeline=TIMELINE
)
