"""A last look before an assessment is closed."""
