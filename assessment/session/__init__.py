"""Group sessions, pure: states, scripts, votes, hands, notes, agreed values, and what may be seen."""
