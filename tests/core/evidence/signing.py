"""Small signed pictures for the tests: an authority of our own, and manifests that c2pa-rs writes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID
from PIL import Image


@dataclass(frozen=True)
class Authority:
    """A root certificate (PEM), and the chain and key of a signer below it."""

    root: str
    chain: str
    key: str


def authority(ocsp: str = "") -> Authority:
    """A fresh root and signer; ``ocsp``: the address its certificate names for revocation."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = _name("Test Root")
    root = (
        _certificate(issuer, issuer, root_key.public_key())
        .add_extension(x509.BasicConstraints(True, None), True)
        .add_extension(_usage(sign=False), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), False)
        .sign(root_key, hashes.SHA256())
    )
    leaf = (
        _certificate(issuer, _name("Test Signer"), key.public_key())
        .add_extension(x509.BasicConstraints(False, None), True)
        .add_extension(_usage(sign=True), True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), False)
    )
    if ocsp:
        where = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(ocsp)
        )
        leaf = leaf.add_extension(x509.AuthorityInformationAccess([where]), False)
    signed = leaf.sign(root_key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain = signed.public_bytes(pem) + root.public_bytes(pem)
    return Authority(root.public_bytes(pem).decode(), chain.decode(), secret.decode())


def jpeg(width: int = 64, height: int = 48) -> bytes:
    packed = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(packed, "JPEG")
    return packed.getvalue()


def signed(
    by: Authority,
    *,
    picture: bytes | None = None,
    assertions: list[dict[str, Any]] | None = None,
    remote: str = "",
    media_type: str = "image/jpeg",
) -> bytes:
    """``picture`` with a manifest; ``remote``: named at that address instead of embedded."""
    created = {"action": "c2pa.created", "digitalSourceType": _SOURCE + "digitalCapture"}
    actions = {"label": "c2pa.actions", "data": {"actions": [created]}}
    manifest = {
        "claim_generator_info": [{"name": "theodolite tests", "version": "1"}],
        "title": "made",
        "assertions": [actions, *(assertions or [])],
    }
    settings = c2pa.Settings.from_dict({"verify": {"verify_after_sign": False}, "version": 1})
    info = c2pa.C2paSignerInfo(b"es256", by.chain.encode(), by.key.encode(), None)
    target = io.BytesIO()
    with c2pa.Context(settings) as context, c2pa.Builder(manifest, context=context) as builder:
        if remote:
            builder.set_no_embed()
            builder.set_remote_url(remote)
        with c2pa.Signer.from_info(info) as signer:
            builder.sign(signer, media_type, io.BytesIO(picture or jpeg()), target)
    return target.getvalue()


_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "IT"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test Authority"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(issuer: x509.Name, subject: x509.Name, key: Any) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .issuer_name(issuer)
        .subject_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=300))
    )


def _usage(*, sign: bool) -> x509.KeyUsage:
    return x509.KeyUsage(sign, False, False, False, False, not sign, not sign, False, False)
