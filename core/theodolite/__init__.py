"""Theodolite: offline image geolocation case work. The engine; no Qt anywhere below."""

__version__ = "0.1.0"
