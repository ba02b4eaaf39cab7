"""What a result says, in sentences and labels of one language."""
