"""How scores arise, and what is kept where."""
