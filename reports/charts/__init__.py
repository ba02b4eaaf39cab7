"""The charts of a result as small SVG, the same for screen and paper."""
