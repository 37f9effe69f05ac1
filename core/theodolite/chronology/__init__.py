"""When a photograph was taken, as a finding of its own, apart from where.

Pure. Each clue that says something about time gives an interval; intervals intersect, and what cannot all be
true is named.
"""

from theodolite.chronology.parse import parse_span
from theodolite.chronology.spans import Window, local_span, utc_span, windows
from theodolite.chronology.when import WhenFinding, when
from theodolite.chronology.words import shown

__all__ = [
    "WhenFinding",
    "Window",
    "local_span",
    "parse_span",
    "shown",
    "utc_span",
    "when",
    "windows",
]
