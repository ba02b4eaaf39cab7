"""Printed letters with personal links, pair links and open links."""
