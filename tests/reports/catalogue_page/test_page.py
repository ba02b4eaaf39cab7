"""The catalogue as a page: whole, and texts stay texts."""

import pytest

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
from assessment.catalogue.model import Profile, Text
from reports.catalogue_page.page import overview_page
from tests.support.catalogues import a_catalogue, a_criterion, text


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
    title=words("The limit"),
    introduction=words("Look."),
    professions=(
        Profession(id="coach", title=words("Coach")),
        Profession(id="baker", title=words("Baker")),
    ),
    aspects=(
        Aspect(
            id="aim", title=words("Aim"), mentor=words("wide"), others={"coach": words("narrow")}
        ),
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


def test_a_bare_catalogue_is_a_short_page() -> None:
    page = overview_page(a_catalogue(), "en")

    assert "### C-1 · words" in page
    assert "from the sources" in page
    assert "Evidence" not in page
    assert "Theses to talk about" not in page


WHOLE = a_catalogue(
    a_criterion(
        origin="standards",
        evidence="one_source",
        supported_by=("EEP4",),
        why=text("because"),
        look_for=(text("paper"), text("habit")),
        not_applicable=text("not yet"),
    ),
    "C-2",
    theses=(THESIS,),
    tensions=(TENSION,),
    boundaries=BOUNDARIES,
    relationship=Relationship(
        title=words("Phases"),
        introduction=words("It changes."),
        phases=(PHASE,),
        timeline=TIMELINE,
    ),
    profiles=(
        Profile(
            id="short",
            title=words("Short"),
            description=words("Some."),
            criteria=("C-1",),
            requirement={"C-1": "growth"},
        ),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "| Short | Some. | 1 | C-1: growth |",
        "because",
        "- paper\n- habit",
        "- Where this comes from: from the standards of the field",
        "- Standards: EEP4",
        "- Evidence: Named by one standard. Only one standard of the field asks for this.",
        "- Both can be defended: Often or seldom",
        "### T-1 · All is well",
        "- so\n- and so",
        "### TN-1 · Often or seldom",
        "|  | The mentor | Coach | Baker |",
        "| Aim | wide | narrow |  |",
        "| I chose. | Coach | Ask. |",
        "### Beginning",
        "| Week 1 | Calling. | Pair |  |",
        "[The limit](#the-limit)",
    ],
)
def test_everything_that_is_there_stands_on_the_page(line: str) -> None:
    assert line in overview_page(WHOLE, "en")


def test_a_contact_without_a_timeline_has_none() -> None:
    about = Relationship(title=words("Phases"), introduction=words("So."), phases=(PHASE,))

    assert "What it yields" not in overview_page(a_catalogue(relationship=about), "en")


def test_marks_of_markdown_stay_marks() -> None:
    page = overview_page(a_catalogue(a_criterion(title=text("a|b *c* <i>\nd"))), "en")

    assert "### C-1 · a\\|b \\*c\\* \\<i\\> d" in page


def test_a_language_that_the_interface_lacks_gets_english_headings() -> None:
    catalogue = a_catalogue(a_criterion(title=Text({"de": "Sicher", "en": "Safe"})))

    page = overview_page(catalogue, "de")

    assert "### C-1 · Sicher" in page
    assert "## Questionnaires" in page
