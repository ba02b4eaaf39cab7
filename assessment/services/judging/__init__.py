"""What people do when they judge criteria at home, and what may be read of it after closing."""
