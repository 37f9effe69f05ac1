"""Answers of time-stamping authorities (RFC 3161 with RFC 5816), checked without a network.

Checked: the answer was granted; what is stamped; the one signature, over exactly these signed attributes
(RFC 5652, section 5.4), by the certificate that the attributes name (RFC 2634, RFC 5035); that this
certificate is for time stamping and nothing else, critically so (RFC 3161, section 2.3); and that it led to
a certificate given by a person at the time that is stated, not today.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from theodolite.errors import InputError
from theodolite.store.trust import chain
from theodolite.store.trust.answers import Answer, State

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

#: Hashes that an imprint or a signature may use; others are broken or unknown here.
HASHES = ("sha256", "sha384", "sha512")
_TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
_FAULTS: tuple[type[Exception], ...] = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
    AttributeError,
)


class _Unsound(Exception):
    """The token contradicts itself or the standard; the text says in what."""


@dataclass(frozen=True, slots=True)
class _Token:
    """The parts of a token that are checked. ``content``: DER of the TSTInfo; ``signer``: its SignerInfo."""

    content: bytes
    info: Any
    signer: Any
    certificates: tuple[Certificate, ...]


def request(digest: bytes) -> bytes:
    """A TimeStampReq (DER) for this SHA-256 digest, which asks for the certificates too (section 2.4.1)."""
    from asn1crypto import algos, tsp

    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": digest}
    asked = tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "cert_req": True})
    return bytes(asked.dump())


def looks_so(data: bytes) -> bool:
    """Whether these bytes may be such an answer: a DER sequence."""
    return data[:1] == b"\x30"


def check(data: bytes, head_of: Callable[[str, bytes], str], anchors: Sequence[Certificate]) -> Answer:
    """What the answer in ``data`` is worth. ``head_of(hash name, digest)``: the head of the log that is
    stamped, '' for none.

    Raises InputError for bytes that are no answer, a refusal, or a stamp of something else.
    """
    try:
        token = _read(data)
        moment: datetime = token.info["gen_time"].native
        imprint = token.info["message_imprint"]
        name, digest = imprint["hash_algorithm"]["algorithm"].native, imprint["hashed_message"].native
    except _FAULTS as error:
        raise InputError(f"This is no answer of a time-stamping authority (RFC 3161): {error}.") from error
    head = head_of(name, digest)
    if not head:
        raise InputError(
            f"This time stamp is over {name.upper()} {digest.hex()}, which is no head of this case's log. "
            "Stamp the file that 'theodolite stamp request' writes."
        )
    stated = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        signer = _signed_by(token, anchors)
        if signer is None:
            text = "the certificate that signed it is neither in the file nor given: give it and import again"
            return Answer("pending", head, stated, text)
        state, text = _trusted(signer, token.certificates, anchors, moment)
    except _Unsound as error:
        state, text = "invalid", str(error)
    except _FAULTS + chain.faults() as error:
        state, text = "invalid", f"the token cannot be read to its end ({error})"
    return Answer(state, head, stated, text)


@cache
def _answer_type() -> Any:
    """TimeStampResp (section 2.4.2); the library's own wants a token also where a request was refused."""
    from asn1crypto import cms, core, tsp

    fields = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]
    return type("TimeStampAnswer", (core.Sequence,), {"_fields": fields})


def _read(data: bytes) -> _Token:
    from asn1crypto import cms, tsp

    status = "granted"
    try:
        answer = _answer_type().load(data, strict=True)
        status = answer["status"]["status"].native
        token = answer["time_stamp_token"]
    except ValueError:
        token = cms.ContentInfo.load(data, strict=True)  # the token alone, as some programs keep it
    if status not in ("granted", "granted_with_mods"):
        raise ValueError(f"the authority did not grant it ({status})")
    if token["content_type"].native != "signed_data":
        raise ValueError("its content is not signed")
    signed = token["content"]
    wrapped = signed["encap_content_info"]
    if wrapped["content_type"].native != "tst_info" or len(signed["signer_infos"]) != 1:
        raise ValueError("it does not hold one signed TSTInfo")
    content = bytes(wrapped["content"])
    info = tsp.TSTInfo.load(content, strict=True)
    if info["version"].native != "v1":
        raise ValueError("its version is unknown")
    inside = signed["certificates"]
    certificates = chain.readable(one.chosen.dump() for one in inside or () if one.name == "certificate")
    return _Token(content, info, signed["signer_infos"][0], certificates)


def _signed_by(token: _Token, anchors: Sequence[Certificate]) -> Certificate | None:
    """The certificate that signed, once all that it signed fits; None when it is not here."""
    signer = token.signer
    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"] or ()}
    hash_name = signer["digest_algorithm"]["algorithm"].native
    if hash_name not in HASHES:
        raise _Unsound(f"it is signed with {hash_name.upper()}, which is broken or unknown here")
    if "content_type" not in attributes or attributes["content_type"][0].native != "tst_info":
        raise _Unsound("its signature does not cover what kind of content it is")
    stated = attributes["message_digest"][0].native if "message_digest" in attributes else b""
    if not hmac.compare_digest(stated, hashlib.new(hash_name, token.content).digest()):
        raise _Unsound("its content is not what was signed")
    named = _named(attributes)
    found = [
        one
        for one in (*token.certificates, *anchors)
        if hashlib.new(named[0], _der(one)).digest() == named[1]
    ]
    if not found:
        return None
    if not _is_the_one(found[0], signer["sid"]):
        raise _Unsound("it names two different certificates as the signer's")
    _check_signature(found[0], signer, hash_name)
    return found[0]


def _named(attributes: dict[str, Any]) -> tuple[str, bytes]:
    """The hash of the signer's certificate as the signed attributes state it: (hash name, digest)."""
    if "signing_certificate_v2" in attributes:
        first = attributes["signing_certificate_v2"][0]["certs"][0]
        return first["hash_algorithm"]["algorithm"].native, first["cert_hash"].native
    if "signing_certificate" in attributes:
        return "sha1", attributes["signing_certificate"][0]["certs"][0]["cert_hash"].native
    raise _Unsound("its signature does not cover whose certificate signed it")


def _der(certificate: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _is_the_one(certificate: Certificate, identifier: Any) -> bool:
    """Whether the SignerIdentifier (RFC 5652, section 5.3) names this certificate."""
    from asn1crypto import x509 as asn1
    from cryptography import x509

    if identifier.name == "issuer_and_serial_number":
        whole = asn1.Certificate.load(_der(certificate))
        chosen = identifier.chosen
        return bool(
            whole.issuer == chosen["issuer"] and whole.serial_number == chosen["serial_number"].native
        )
    try:
        own = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    except x509.ExtensionNotFound:
        return False
    return bool(own.digest == identifier.chosen.native)


def _check_signature(certificate: Certificate, signer: Any, hash_name: str) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

    algorithm, signature = signer["signature_algorithm"], signer["signature"].native
    data = signer["signed_attrs"].untag().dump()
    own = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
    key, kind = certificate.public_key(), algorithm.signature_algo
    used = hash_name
    if (
        kind in ("rsassa_pkcs1v15", "ecdsa")
        and algorithm["algorithm"].native
        not in (
            "rsassa_pkcs1v15",
            "rsa",
        )
    ) or kind == "rsassa_pss":
        used = algorithm.hash_algo
    if kind != "ed25519" and used not in own:
        raise _Unsound(f"it is signed with {str(used).upper()}, which is broken or unknown here")
    try:
        if kind == "rsassa_pkcs1v15" and isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, data, padding.PKCS1v15(), own[used])
        elif kind == "rsassa_pss" and isinstance(key, rsa.RSAPublicKey):
            salt = int(algorithm["parameters"]["salt_length"].native)
            key.verify(signature, data, padding.PSS(padding.MGF1(own[used]), salt), own[used])
        elif kind == "ecdsa" and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, data, ec.ECDSA(own[used]))
        elif kind == "ed25519" and isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature, data)
        else:
            raise _Unsound(f"its signature is of a kind that is not checked here ({kind})")
    except InvalidSignature as error:
        raise _Unsound("its signature is not by the certificate that it names") from error


def _trusted(
    signer: Certificate, inside: Sequence[Certificate], anchors: Sequence[Certificate], moment: datetime
) -> tuple[State, str]:
    """What the signer's certificate is worth at ``moment``."""
    purpose = _purpose_problem(signer)
    who = chain.subject(signer)
    if purpose:
        raise _Unsound(f"the certificate of {who} {purpose}")
    if not signer.not_valid_before_utc <= moment <= signer.not_valid_after_utc:
        raise _Unsound(f"the certificate of {who} did not hold at the time that is stated")
    if not anchors:
        return "pending", f"signed by {who}; give the certificate of its authority to confirm it"
    path = chain.find(signer, inside, anchors, moment)
    if path.reached:
        raise _Unsound(path.problem)
    if path.problem:
        return "pending", f"signed by {who}; {path.problem}"
    anchor = path.certificates[-1]
    return "confirmed", (
        f"signed by {who}, as it held then; checked against {chain.subject(anchor)}, "
        f"SHA-256 {chain.fingerprint(anchor)}; whether a certificate was revoked is not checked here"
    )


def _purpose_problem(certificate: Certificate) -> str:
    from cryptography import x509

    try:
        purpose = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        return "does not say that it is for time stamping"
    if [one.dotted_string for one in purpose.value] != [_TIME_STAMPING]:
        return "is not for time stamping alone"
    if not purpose.critical:
        return "does not make it critical that it is for time stamping alone"
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return ""
    return "" if usage.digital_signature or usage.content_commitment else "is not for signatures"
