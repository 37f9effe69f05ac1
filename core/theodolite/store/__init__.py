"""The case on disk: database, vault, audit log (docs/decisions/0010)."""

from theodolite.store.case_store import CaseStore
from theodolite.store.check import verify_case
from theodolite.store.cipher.header import is_encrypted
from theodolite.store.rebuild import rebuild
from theodolite.store.schema import FILE_NAME
from theodolite.store.vault import Stored

__all__ = ["FILE_NAME", "CaseStore", "Stored", "is_encrypted", "rebuild", "verify_case"]
