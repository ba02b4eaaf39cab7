"""What a funder reads of projects that chose to share: pages, pictures and papers. Pure."""
