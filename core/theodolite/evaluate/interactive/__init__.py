"""A simulated investigator gives hints, right and wrong, and what they do to the ranking is measured.

``dialogue.converse`` is one conversation of five turns, ``study.study`` all of them over a dataset,
``numbers.summarise`` what they come to. docs/guide/interactive.md says in plain words what the numbers mean.
"""
