"""The log of acts of the organisation that is open."""
