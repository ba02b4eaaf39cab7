"""What the rest of the software asks of a catalogue that was read."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.model import Catalogue, Criterion
from assessment.catalogue.reading.loader import load_catalogue
from tests.assessment.catalogue.reading.conftest import CriteriaFolder


@pytest.fixture
def catalogue(folder: CriteriaFolder) -> Catalogue:
    return load_catalogue(folder.path)


@pytest.fixture
def safe(catalogue: Catalogue) -> Criterion:
    return catalogue.by_id["C-1"]


def test_a_text_is_given_in_a_language(safe: Criterion) -> None:
    assert safe.title.in_language("en") == "Safe"


def test_a_text_in_an_unknown_language_is_given_in_the_first(safe: Criterion) -> None:
    assert safe.title.in_language("fr") == "Veilig"


def test_a_role_is_asked_in_its_own_words(safe: Criterion) -> None:
    assert safe.question_for("mentee").in_language("en") == "Do you feel safe?"


def test_a_role_without_own_words_is_asked_the_question(safe: Criterion) -> None:
    assert safe.question_for("coordinator").in_language("en") == "Is it safe?"


def test_a_role_that_is_asked_everything_is_asked(catalogue: Catalogue) -> None:
    assert catalogue.is_asked(catalogue.by_id["C-2"], "coordinator")


def test_the_lead_role_is_asked(catalogue: Catalogue) -> None:
    assert catalogue.is_asked(catalogue.by_id["C-2"], "mentor")


def test_another_role_is_asked_when_the_criterion_names_it(catalogue: Catalogue) -> None:
    asked = [catalogue.is_asked(catalogue.by_id[name], "mentee") for name in ("C-1", "C-2")]

    assert asked == [True, False]


def test_the_rubric_is_the_criterions_own(catalogue: Catalogue, safe: Criterion) -> None:
    assert [text.in_language("en") for text in catalogue.rubric(safe)] == [
        "nought",
        "one",
        "two",
        "three",
        "four",
    ]


def test_without_a_rubric_the_meanings_of_the_scale_stand_in(catalogue: Catalogue) -> None:
    rubric = catalogue.rubric(catalogue.by_id["C-2"])

    assert rubric[0].in_language("en") == "This does not exist."


def test_parts_are_found_by_id(catalogue: Catalogue) -> None:
    profile, ambition = catalogue.profile("short"), catalogue.ambition("floor")

    assert profile is not None
    assert profile.title.in_language("en") == "Short"
    assert ambition is not None
    assert ambition.minimal == 3
    assert catalogue.role("mentee").plural.in_language("en") == "mentees"


def test_a_profile_or_ambition_may_not_exist(catalogue: Catalogue) -> None:
    assert (catalogue.profile("x"), catalogue.ambition("x")) == (None, None)


def test_roles_are_known_in_order(catalogue: Catalogue) -> None:
    assert catalogue.role_ids == ("coordinator", "mentor", "mentee")


def test_the_organisation_speaks_through_its_own_roles(catalogue: Catalogue) -> None:
    assert catalogue.organisation_roles == {"coordinator"}


def test_a_snapshot_makes_the_same_catalogue_again(catalogue: Catalogue) -> None:
    again = Catalogue.from_snapshot(catalogue.snapshot)

    assert again == catalogue
    assert again.content_hash == catalogue.content_hash


def test_another_word_is_another_hash(folder: CriteriaFolder, catalogue: Catalogue) -> None:
    folder.change("perspectives/client.yaml", "en: Safe", "en: Secure")

    assert load_catalogue(folder.path).content_hash != catalogue.content_hash


def test_a_comment_or_another_layout_is_no_other_hash(
    folder: CriteriaFolder, catalogue: Catalogue
) -> None:
    folder.change("perspectives/client.yaml", "{nl: Veilig, en: Safe}", "{en: 'Safe', nl: Veilig}")
    folder.change("perspectives/client.yaml", "  role:", "  # who\n  role:")

    assert load_catalogue(folder.path).content_hash == catalogue.content_hash


def test_a_catalogue_does_not_change(catalogue: Catalogue) -> None:
    with pytest.raises(ValidationError):
        catalogue.version = "2"  # type: ignore[misc]
