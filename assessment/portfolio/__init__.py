"""What a funder sees of projects that chose to share, and how much may be read into it. Pure."""
