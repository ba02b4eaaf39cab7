"""What the server logs: masked addresses, as text or as JSON."""
