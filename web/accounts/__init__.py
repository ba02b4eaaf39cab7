"""Light pages of accounts: signing in, joining, ways in, one's own account."""
