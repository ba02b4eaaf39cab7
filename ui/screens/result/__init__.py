"""The result of an assessment, part by part."""
