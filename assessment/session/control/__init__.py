"""Running a session: commands, what refuses them, the log, and the clock."""
