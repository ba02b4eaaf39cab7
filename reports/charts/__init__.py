"""The charts of a result: small SVG for screen and paper, plotly where one points at a figure."""
