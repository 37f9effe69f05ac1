"""How exhibits of one case relate: copies, one camera, a series, the order of time, the speed of travel.

Pure: values in, values out. Everything is worded as a claim; nothing here is evidence of a place.
"""

from theodolite.relations.fingerprint import Fingerprint, fingerprint
from theodolite.relations.pairs import relations
from theodolite.relations.relation import Kind, Relation

__all__ = ["Fingerprint", "Kind", "Relation", "fingerprint", "relations"]
