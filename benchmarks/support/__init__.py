"""What benchmarks share: people who answer, servers, filled databases, and what breaks."""
