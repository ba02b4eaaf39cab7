"""The commands, one module per subject. `cli.py` gathers them."""
