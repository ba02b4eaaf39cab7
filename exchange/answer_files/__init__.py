"""Files of answers in: read by columns, checked, counted."""
