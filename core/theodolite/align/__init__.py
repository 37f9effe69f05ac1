"""Geo-alignment: one space for photographs, positions and place names (G3, GeoCLIP)."""
