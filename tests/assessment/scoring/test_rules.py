"""docs/scoring.md tells everybody the numbers that the program uses."""

from fractions import Fraction

import pytest

from assessment.scoring import rules
from tests.support.scoring.document import section

WORDS = {2: "two", 5: "five", 9: "nine", Fraction(1, 4): "a quarter", Fraction(1, 2): "half"}


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Gap and priority", f"rounded to {WORDS[rules.DECIMALS]} decimals"),
        ("Gap and priority", f"gap × {rules.MINIMAL_FACTOR} for a minimal criterion"),
        ("Gap and priority", f"*high* from {rules.HIGH_PRIORITY:g}"),
        ("Gap and priority", f"*medium* from {rules.MEDIUM_PRIORITY:g}"),
        ("Gap and priority", f"A score of {rules.HIGH_LEVEL} or more without a gap"),
        ("The score of a perspective", f"Below {rules.THIN_COVERAGE} the score"),
        ("Spread", f"fewer than {rules.FEWEST_FOR_WORD} levels were given"),
        ("Spread", f"levels 3–4 hold at least {WORDS[rules.CAMP_SHARE]}"),
        ("Spread", f"level 2 holds less than {WORDS[rules.MIDDLE_SHARE]} of the smaller"),
        ("Spread", f"| shared | the neighbour share is at least {float(rules.SHARED_SHARE):.2f}"),
        (
            "Spread",
            f"| mostly shared | the neighbour share is at least {float(rules.MOSTLY_SHARED_SHARE):.2f}",
        ),
        ("Privacy", f"shown for a criterion from {rules.THRESHOLD} levels given"),
        ("Privacy", "set higher, never lower"),
        ("Privacy", f"could be set down to {rules.FORMER_THRESHOLD}"),
        ("Voices that differ", f"from {rules.VOICE_GAP} it is pointed out"),
        ("What to discuss first", f"At most {WORDS[rules.DISCUSS_MOST]} criteria"),
        ("What to discuss first", f"at least {WORDS[rules.FEWEST_FOR_WORD]} levels were given"),
        ("Movement", f"listed from a change of {rules.SMALLEST_CHANGE}"),
        ("Movement", f"on which at least {WORDS[rules.FEWEST_VOICES]} voices are shown"),
    ],
)
def test_the_document_tells_the_number(heading: str, sentence: str) -> None:
    assert sentence in " ".join(section(heading).split())


def test_a_share_of_camps_is_the_same_at_both_ends() -> None:
    assert f"levels 0–1 hold at least {WORDS[rules.CAMP_SHARE]}" in section("Spread")
