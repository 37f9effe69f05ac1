"""Rows of a damaged log: what is missing in them is damage, never a mistake of the verifier."""

from __future__ import annotations

import pytest

from theodolite.store.verify import Ledger, _by_hash


@pytest.mark.parametrize("gone", ["sha256", "md5", "size"])
def test_an_exhibit_that_lost_a_field(gone: str) -> None:
    row = {"sha256": "ab" * 32, "md5": "cd" * 16, "size": 3}
    del row[gone]
    ledger = Ledger()
    ledger.rows["exhibit", "E1"] = row
    assert list(_by_hash(ledger).values()) == [["E1"]]
    assert ledger.bytes == {}
