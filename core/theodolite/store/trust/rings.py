"""The operating system's keyring: secrets by name, where this machine has one that protects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.errors import InputError, KeyringMissing

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "theodolite examiner key"
#: keyring's own scale: below 1 a backend is not recommended (none at all, or secrets in plain files).
LEAST_PRIORITY = 1
NEXT = "Keep the key in a file under a passphrase instead."


def available() -> bool:
    """Whether a key can be kept in a keyring here."""
    try:
        _ring()
    except KeyringMissing:
        return False
    return True


def put(name: str, secret: str) -> None:
    """Keep ``secret``; KeyringMissing where there is no keyring, or a person does not unlock it."""
    from keyring.errors import KeyringError

    ring = _ring()
    try:
        ring.set_password(SERVICE, name, secret)
        kept = ring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError, OSError) as error:
        raise KeyringMissing(
            f"The keyring of this machine could not keep the key ({error}). {NEXT}"
        ) from error
    if kept != secret:
        raise KeyringMissing(f"The keyring of this machine does not give back what it was told. {NEXT}")


def get(name: str) -> str:
    """The secret kept under ``name``; InputError when the keyring has none."""
    from keyring.errors import KeyringError

    try:
        secret = _ring().get_password(SERVICE, name)
    except (KeyringError, RuntimeError, OSError) as error:
        raise KeyringMissing(f"The keyring of this machine could not be opened ({error}).") from error
    if secret is None:
        raise InputError(
            "The keyring of this machine does not hold this key. It belongs to another machine or user: "
            "make a key here, or sign there."
        )
    return secret


def remove(name: str) -> None:
    """Forget a secret; harmless when it is not there."""
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        _ring().delete_password(SERVICE, name)
    except PasswordDeleteError:
        return
    except (KeyringError, RuntimeError, OSError) as error:
        raise KeyringMissing(f"The keyring of this machine could not be opened ({error}).") from error


def _ring() -> KeyringBackend:
    import keyring

    ring = keyring.get_keyring()
    if ring.priority < LEAST_PRIORITY:
        raise KeyringMissing(f"This machine has no keyring that protects secrets. {NEXT}")
    return ring
