"""Light pages of a group session: phones, the control of who leads it, and the screen for everybody."""
