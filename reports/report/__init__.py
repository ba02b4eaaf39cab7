"""A report as a neutral document: built once, written as PDF, DOCX or HTML."""
