"""A folder per screen: its page fetches, draws and reacts, its other modules draw one part each."""
