"""All questions on one page, for who has the script: their texts, and the answers of one respondent."""
