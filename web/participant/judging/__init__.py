"""The pages of a respondent who judges: one card a page, and what is missing."""
