"""How long a questionnaire is: its questions, and the time that they take."""

from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Profile

MINUTES_PER_CRITERION = 3  # reading, thinking, choosing; a team that talks takes longer


@dataclass(frozen=True)
class Length:
    """A number of questions, and how many minutes they take one person."""

    questions: int

    @property
    def minutes(self) -> int:
        """The expected time of one person, in minutes."""
        return self.questions * MINUTES_PER_CRITERION


def length_of(catalogue: Catalogue, profile: Profile) -> Length:
    """Return how long a questionnaire is."""
    return Length(len(catalogue.criteria if profile.criteria == "all" else profile.criteria))
