"""One small module a clue source: pure functions from plain inputs to :class:`theodolite.domain.Clue`.

Start with :mod:`theodolite.clues.extract`, which runs all of them on one exhibit in the vision worker.
"""
