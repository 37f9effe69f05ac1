"""Encryption at rest: what of a case lies on the disk, and how it is read again (docs/guide/encryption.md).

``case.key`` holds the key of the case, wrapped under the passphrase (header.py). From that key come one key
each for the database (SQLCipher, database.py), for originals and derived files (authenticated encryption,
chunks.py) and for their names (HMAC, keys.py). Decoders that need a path get one in memory (lent.py).
"""
