"""The agreements of an assessment, and the form that makes one."""
