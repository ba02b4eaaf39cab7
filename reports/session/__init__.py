"""Papers of a group session: what one needs before it, and its report after."""
