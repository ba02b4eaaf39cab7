"""Shares and portfolios in files: out of one program and into another."""
