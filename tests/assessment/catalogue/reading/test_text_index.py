"""Every text of a folder has a lasting name and a place."""

from assessment.catalogue.reading.text_index import text_places
from tests.support.criteria_folder import CriteriaFolder

SOME = {
    "C-1.title": ("perspectives/client.yaml", 2),
    "C-1.ask.mentee": ("perspectives/client.yaml", 5),
    "C-1.rubric.4": ("perspectives/client.yaml", 17),
    "catalogue/description": ("catalogue.yaml", 4),
    "catalogue/roles.mentor.plural": ("catalogue.yaml", 15),
    "scales/practice.levels.0.label": ("scales.yaml", 4),
    "theses/T-1.outcome": ("theses.yaml", 8),
    "profiles/short/title": ("profiles/short.yaml", 2),
    "tensions/TN-1.handling": ("tensions.yaml", 5),
    "boundaries/aspects.aim.others.coach": ("boundaries.yaml", 11),
    "boundaries/signals.BS-1.action": ("boundaries.yaml", 16),
    "relationship/phases.start.question": ("relationship.yaml", 8),
    "relationship/timeline.steps.1.who": ("relationship.yaml", 21),
    "factors/F-1.text": ("factors.yaml", 4),
    "help/1.when": ("help.yaml", 10),
}


def test_texts_are_named_by_ids_and_found_by_line(rich_folder: CriteriaFolder) -> None:
    found = {p.context: (p.located.file, p.line("en")) for p in text_places(rich_folder.path)}

    assert {name: found.get(name) for name in SOME} == SOME


def test_no_two_texts_share_a_name(rich_folder: CriteriaFolder) -> None:
    names = [place.context for place in text_places(rich_folder.path)]

    assert len(names) == len(set(names)) > 70


def test_a_text_comes_with_its_words(rich_folder: CriteriaFolder) -> None:
    first = next(p for p in text_places(rich_folder.path) if p.context == "C-1.title")

    assert first.words == {"nl": "Veilig", "en": "Safe"}
