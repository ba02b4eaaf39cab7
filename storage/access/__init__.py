"""Who may come in: accounts, organisations, memberships and logins, apart from what people answer."""
