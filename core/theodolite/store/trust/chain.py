"""From a certificate to one that a person trusts, as it stood at a given moment (RFC 5280, section 6.1).

Revocation is not asked for: nothing here opens a connection.
"""

from __future__ import annotations

import contextlib
import itertools
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from theodolite.errors import InputError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, ExtensionType

E = TypeVar("E", bound="ExtensionType")

LONGEST = 6
MOST_CERTIFICATES = 64
#: Critical extensions that are looked at here, or that limit nothing but policies and names of hosts.
_UNDERSTOOD = frozenset(
    {
        "2.5.29.15",  # key usage
        "2.5.29.19",  # basic constraints
        "2.5.29.37",  # extended key usage
        "2.5.29.17",  # subject alternative name
        "2.5.29.32",  # certificate policies
    }
)
_BROKEN = frozenset({"md5", "sha1"})


@dataclass(frozen=True, slots=True)
class Path:
    """What came of the search: the certificates from leaf to anchor, or why there are none.

    ``reached``: an anchor was reached by signatures, but a rule was broken on the way.
    """

    certificates: tuple[Certificate, ...] = ()
    problem: str = ""
    reached: bool = False


@cache
def faults() -> tuple[type[Exception], ...]:
    """What ``cryptography`` raises for certificates that break the standard or are signed by another."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.utils import CryptographyDeprecationWarning

    special = (
        CryptographyDeprecationWarning,
        x509.InvalidVersion,
        x509.DuplicateExtension,
        x509.UnsupportedGeneralNameType,
    )
    return (ValueError, TypeError, OverflowError, InvalidSignature, UnsupportedAlgorithm, *special)


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """What the library only warns of (serial numbers that are not positive) is a fault here."""
    from cryptography.utils import CryptographyDeprecationWarning

    with warnings.catch_warnings():
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        yield


def readable(ders: Iterable[bytes]) -> tuple[Certificate, ...]:
    """Those of these certificates (DER) that can be read, at most as many as are looked at."""
    from cryptography import x509

    found = []
    for der in itertools.islice(ders, MOST_CERTIFICATES):
        with contextlib.suppress(*faults()), _strictly():
            found.append(x509.load_der_x509_certificate(der))
    return tuple(found)


def read(data: bytes) -> tuple[Certificate, ...]:
    """The certificates of a PEM file (any number) or a DER file (one); InputError for anything else."""
    from cryptography import x509

    try:
        with _strictly():
            if b"-----BEGIN" in data:
                found = tuple(x509.load_pem_x509_certificates(data))
            else:
                found = (x509.load_der_x509_certificate(data),)
    except faults() as error:
        raise InputError(f"There is no certificate in PEM or DER in this file ({error}).") from error
    if len(found) > MOST_CERTIFICATES:
        raise InputError(f"At most {MOST_CERTIFICATES} certificates are read from one file.")
    return found


def find(
    leaf: Certificate, pool: Iterable[Certificate], anchors: Sequence[Certificate], at: datetime
) -> Path:
    """The way from ``leaf`` over certificates of ``pool`` to one of ``anchors``, as all stood ``at`` then."""
    if leaf in anchors:
        return _judged((leaf,), at)
    broken: Path | None = None
    between = tuple(dict.fromkeys(pool))[:MOST_CERTIFICATES]
    waiting: list[tuple[Certificate, ...]] = [(leaf,)]
    tried = 0
    while waiting and tried < MOST_CERTIFICATES * LONGEST:
        path, tried = waiting.pop(), tried + 1
        for issuer in anchors:
            if issuer not in path and _issued(path[-1], issuer):
                found = _judged((*path, issuer), at)
                if not found.problem:
                    return found
                broken = broken or found
        if len(path) < LONGEST:
            waiting += [(*path, one) for one in between if one not in path and _issued(path[-1], one)]
    return broken or Path(problem="it does not lead to any of the certificates given")


def _issued(child: Certificate, issuer: Certificate) -> bool:
    try:
        if child.issuer != issuer.subject:
            return False
        child.verify_directly_issued_by(issuer)
    except faults():
        return False
    return True


def _judged(path: tuple[Certificate, ...], at: datetime) -> Path:
    """``path`` if every rule holds for it; else it reached an anchor, but with a problem."""
    for depth, certificate in enumerate(path):
        try:
            problem = _problem(certificate, depth, last=depth == len(path) - 1, at=at)
        except faults() as error:  # an extension that cannot be parsed
            problem = f"cannot be read ({error})"
        if problem:
            return Path(problem=f"the certificate of {subject(certificate)} {problem}", reached=True)
    return Path(certificates=path)


def _problem(certificate: Certificate, depth: int, *, last: bool, at: datetime) -> str:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        return (
            f"held from {certificate.not_valid_before_utc:%Y-%m-%d} to "
            f"{certificate.not_valid_after_utc:%Y-%m-%d}, not at the time that is stated"
        )
    strange = [
        one.oid.dotted_string
        for one in certificate.extensions
        if one.critical and one.oid.dotted_string not in _UNDERSTOOD
    ]
    if strange:
        return f"has a critical extension that is not understood here ({strange[0]})"
    used = certificate.signature_hash_algorithm
    if not last and used is not None and used.name in _BROKEN:
        return f"is signed with {used.name.upper()}, which is broken"
    key = certificate.public_key()
    if isinstance(key, RSAPublicKey) and key.key_size < 2048:
        return f"has an RSA key of only {key.key_size} bits"
    if depth == 0:
        return ""
    constraints = _extension(certificate, x509.BasicConstraints)
    if constraints is None or not constraints.ca:
        return "is no certificate authority's"
    if constraints.path_length is not None and constraints.path_length < depth - 1:
        return "allows fewer certificates below it"
    usage = _extension(certificate, x509.KeyUsage)
    if usage is not None and not usage.key_cert_sign:
        return "may not sign certificates"
    return ""


def _extension(certificate: Certificate, kind: type[E]) -> E | None:
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def subject(certificate: Certificate) -> str:
    """Who a certificate is for, in one line."""
    return certificate.subject.rfc4514_string()


def fingerprint(certificate: Certificate) -> str:
    """SHA-256 of the certificate, by which a person knows it again."""
    from cryptography.hazmat.primitives.hashes import SHA256

    return certificate.fingerprint(SHA256()).hex()
