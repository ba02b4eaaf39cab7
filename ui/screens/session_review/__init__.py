"""A session looked back on: votes, what was agreed, taking over, the report."""
