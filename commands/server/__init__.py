"""The command that runs the server: its ports, its key, and the servers themselves."""
