"""Geocells: partitions of the globe and the classifier over them (PlaNet, CPlaNet, ISNs, PIGEON)."""
