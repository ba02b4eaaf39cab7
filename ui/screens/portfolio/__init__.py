"""A funder's portfolio: its charter, who shared, and what may be read into it."""
