"""TODO reports/catalogue_page."""
