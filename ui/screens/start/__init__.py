"""The start of a project, and of each assessment of it."""
