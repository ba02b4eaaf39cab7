"""What a server admin looks after: accounts and organisations, and no answers."""
