"""Voting in a session: ballots, votes, hands, and what comes of them once they are shown."""
