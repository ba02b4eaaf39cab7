"""The charts of a result: with plotly for the screen, as SVG for paper."""
