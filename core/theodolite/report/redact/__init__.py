"""What a copy leaves out: regions of pictures, words read in them, the exact place. The case keeps all."""

from theodolite.report.redact.copies import copy
from theodolite.report.redact.listing import Redaction, regions
from theodolite.report.redact.precision import cell, coarse, coarse_log
from theodolite.report.redact.words import covered, covered_log, covered_words

__all__ = [
    "Redaction",
    "cell",
    "coarse",
    "coarse_log",
    "copy",
    "covered",
    "covered_log",
    "covered_words",
    "regions",
]
