"""Files under custody: what they are, what they say, and their pixels, decoded in a sandbox."""

from theodolite.evidence.formats import sniff, sniff_file

__all__ = ["sniff", "sniff_file"]
