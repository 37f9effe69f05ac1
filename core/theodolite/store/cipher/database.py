"""The case database through SQLCipher: every page of it, of its write-ahead file and of its journals is
encrypted (AES-256) and authenticated (HMAC-SHA-512); temporary tables stay in memory."""

from __future__ import annotations

from typing import Any

from theodolite.store.cipher.keys import CaseKeys


def connect(address: str, keys: CaseKeys) -> Any:
    """A connection like those of ``sqlite3`` to the database at a ``file:`` address, with its key set.

    A key that does not fit shows with the first statement that reads, as DatabaseError of ``sqlcipher3``.
    """
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(address, uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # our errors say it; standard error does not
        connection.execute(f"PRAGMA key=\"x'{keys.database.hex()}'\"")  # raw: no second derivation
        connection.execute("PRAGMA cipher_compatibility=4")  # the format of today, whatever comes later
        connection.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def damaged_pages(connection: Any) -> list[str]:
    """What SQLCipher finds when it authenticates every page of the database file; [] when all are genuine.

    It reads the file itself, which a program that is writing may be changing: what is damaged is so twice.
    """
    found = _checked(connection)
    return [text for text in _checked(connection) if text in found] if found else []


def _checked(connection: Any) -> list[str]:
    return [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
