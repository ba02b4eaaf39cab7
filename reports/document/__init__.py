"""A report as sections of blocks, the same for every format."""
