"""Group sessions: which there are, and a new one."""
