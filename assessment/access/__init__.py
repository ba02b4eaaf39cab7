"""Who may do what in the software: accounts, memberships, and the table of acts. Pure."""
