"""A report as PDF, DOCX or HTML, and what those need."""
