"""People and memberships of the organisation that is open."""
