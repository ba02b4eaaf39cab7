"""The short code of a letter: the page on which one types it, and who types too many wrong ones."""
