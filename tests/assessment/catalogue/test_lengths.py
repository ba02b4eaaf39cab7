"""How long a questionnaire is."""

from assessment.catalogue.lengths import length_of
from assessment.catalogue.model import Catalogue


def test_a_questionnaire_is_as_long_as_its_questions(catalogue: Catalogue) -> None:
    lengths = {p.id: length_of(catalogue, p) for p in catalogue.audit_profiles}

    assert (lengths["short"].questions, lengths["short"].minutes) == (20, 60)
    assert lengths["full"].questions == len(catalogue.criteria)
