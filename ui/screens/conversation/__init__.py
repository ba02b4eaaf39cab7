"""What the catalogue has to talk about; nothing of it is scored or kept."""
