"""Settings of a project and of one of its assessments."""
