"""What stakeholders judged: what applies, what is a minimum, what is missing."""
