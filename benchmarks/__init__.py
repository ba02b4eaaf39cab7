"""What is measured. Run by hand: machines differ, so ratios within one run are what counts."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
