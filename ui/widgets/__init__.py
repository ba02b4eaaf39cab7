"""What several screens are made of: fields that save at once, choices, confirmations, downloads, HTML."""
