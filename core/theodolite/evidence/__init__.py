"""Files under custody: what they are, what they say, and their pixels, decoded in a sandbox."""

from theodolite.evidence.formats import sniff

__all__ = ["sniff"]
