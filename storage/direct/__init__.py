"""What happens on every tap, in SQL on the driver itself: the same rows, locks and errors for less work."""
