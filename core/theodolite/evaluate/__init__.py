"""Whole runs against known truth: what labelled photographs say about the numbers of the posterior."""
