"""The light pages on which a respondent answers, below their own secret address."""
