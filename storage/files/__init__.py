"""What stands in the file of SQLite beside the rows."""
