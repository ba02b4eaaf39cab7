"""What is measured. Run by hand: machines differ, so ratios within one run are what counts."""
