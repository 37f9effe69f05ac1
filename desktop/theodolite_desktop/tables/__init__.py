"""Item models: thin adapters over plain tuples. ``data()`` never throws."""
