"""A session in preparation: script, papers, keys, and letting people in."""
