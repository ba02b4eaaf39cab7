"""The catalogue as data: its model, what a newer version changes, how easily it reads."""
