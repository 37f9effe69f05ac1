"""A case as a folder that a stranger can check and another examiner can open (BagIt, RFC 8493)."""

from theodolite.store.bundle.export import export
from theodolite.store.bundle.importing import read

__all__ = ["export", "read"]
