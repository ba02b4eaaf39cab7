"""The page that everybody in the room sees."""
