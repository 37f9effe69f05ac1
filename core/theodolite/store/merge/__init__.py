"""Two copies of one case become one again: rows unite, what both changed is listed, both logs stay."""
