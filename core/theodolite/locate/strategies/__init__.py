"""Strategies: named ways from a photograph to ranked points, all of one signature."""
