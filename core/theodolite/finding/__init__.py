"""Finding in a case: everything that is written in it, in its own script and in Latin letters.

``passages`` says what is searched, ``words`` how words are compared, ``index`` finds. All of it is pure and
keeps nothing on disk; ``latin`` alone asks a library, in a worker. Rejected, withdrawn and switched-off
records are found like all others.
"""

from theodolite.finding.index import Found, Hit, Index
from theodolite.finding.passages import KINDS, Passage

__all__ = ["KINDS", "Found", "Hit", "Index", "Passage"]
