"""The numbers that scoring rests on, under the headings of docs/scoring.md that explain them.

Changing one changes the results of every project; a test compares them with that page.
"""

from fractions import Fraction

# "Gap and priority"
DECIMALS = 9  # comparisons look at values rounded to this, so that float noise decides nothing
MINIMAL_FACTOR = 2  # a gap on a minimal criterion counts double in its priority
HIGH_PRIORITY, MEDIUM_PRIORITY = 3.0, 1.5  # from there; below MEDIUM_PRIORITY a gap is low
HIGH_LEVEL = 3  # a strength, and a level for which one should be able to point at something

# "The score of a perspective"
THIN_COVERAGE = 0.6  # below this a score is provisional

# "Spread": shares are fractions, so that whole numbers are compared and nothing is rounded
FEWEST_FOR_WORD = 5  # answers; fewer get no word
CAMP_SHARE = Fraction(1, 4)  # of the answers, from which the levels at one end are a camp
MIDDLE_SHARE = Fraction(1, 2)  # of the smaller camp, below which the middle level divides them
SHARED_SHARE = Fraction(3, 4)  # of the answers on two neighbouring levels
MOSTLY_SHARED_SHARE = Fraction(3, 5)

# "Privacy"
THRESHOLD = 5  # levels given, from which an anonymous voice is shown; a setting may raise it only
MAX_THRESHOLD = 1_000  # five times as many as one invitation asks
FORMER_THRESHOLD = 3  # from which an earlier release could show; what it showed so stays as it was

# "Voices that differ" and "What to discuss first"
VOICE_GAP = 1.0  # levels between the means of two voices, from which it is pointed out
DISCUSS_MOST = 5  # criteria

# "Movement"
SMALLEST_CHANGE = 0.1  # levels; one voice more or less does as much as a smaller change
FEWEST_VOICES = 2  # voices to lay beside each other on a criterion
