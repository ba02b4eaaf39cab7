"""The whole catalogue as one page of Markdown, to read and to review."""
