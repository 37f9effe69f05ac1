"""Language models as packs."""
