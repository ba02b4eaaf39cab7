"""What holds for one kind of entry alone: profiles, roles, scripts."""
