"""The criteria as PO files for translators, and back into the YAML files."""
