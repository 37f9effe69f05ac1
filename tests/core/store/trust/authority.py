"""A time-stamping authority for tests: certificates and answers, right or wrong in one chosen way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from cryptography.x509.oid import NameOID

START, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ANY_PURPOSE = x509.ExtendedKeyUsage([Purpose.TIME_STAMPING])


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass
class Holder:
    """A key and its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


def certify(
    subject: str,
    issuer: Holder | None = None,
    *,
    ca: bool = False,
    purposes: x509.ExtendedKeyUsage | None = None,
    critical: bool = True,
    start: datetime = START,
    end: datetime = END,
    extra: x509.ExtensionType | None = None,
    length: int | None = None,
) -> Holder:
    """A certificate for a fresh key, by ``issuer`` or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(issuer.certificate.subject if issuer else name(subject))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=length if ca else None), critical=True)
    )
    if purposes is not None:
        builder = builder.add_extension(purposes, critical=critical)
    if extra is not None:
        builder = builder.add_extension(extra, critical=True)
    return Holder(key, builder.sign(issuer.key if issuer else key, hashes.SHA256()))


@dataclass
class Authority:
    """Root, intermediate and signer; ``answer`` makes what the authority sends back."""

    root: Holder = field(default_factory=lambda: certify("Test Root", ca=True))
    middle: Holder = field(init=False)
    signer: Holder = field(init=False)

    def __post_init__(self) -> None:
        self.middle = certify("Test Intermediate", self.root, ca=True)
        self.signer = certify("Test Stamper", self.middle, purposes=ANY_PURPOSE)

    def answer(
        self,
        digest: bytes,
        *,
        signer: Holder | None = None,
        inside: list[Holder] | None = None,
        at: datetime = NOW,
        hash_name: str = "sha256",
        named: Holder | None = None,
        change: bool = False,
        status: str = "granted",
        attributes: tuple[str, ...] = ("content_type", "message_digest", "signing_certificate_v2"),
        digest_name: str = "sha256",
        bare: bool = False,
    ) -> bytes:
        """DER of a TimeStampResp (``bare``: the token alone) over ``digest``, which is a ``hash_name``."""
        by = signer or self.signer
        content = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": "1.2.3.4.5",
                "message_imprint": {"hash_algorithm": {"algorithm": hash_name}, "hashed_message": digest},
                "serial_number": 7,
                "gen_time": at,
            }
        ).dump()
        own = {
            "content_type": ["tst_info"],
            "message_digest": [hashlib.new(digest_name, content).digest()],
            "signing_certificate_v2": [_named(named or by)],
        }
        signed = cms.CMSAttributes([{"type": one, "values": own[one]} for one in attributes])
        algorithm = {"sha256": hashes.SHA256(), "sha1": hashes.SHA1()}[digest_name]
        signature = by.key.sign(signed.dump(), ec.ECDSA(algorithm))
        whole = asn1.Certificate.load(by.der)
        info: dict[str, Any] = {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": whole.issuer, "serial_number": whole.serial_number}
                    )
                }
            ),
            "digest_algorithm": {"algorithm": digest_name},
            "signed_attrs": signed,
            "signature_algorithm": {"algorithm": f"{digest_name}_ecdsa"},
            "signature": signature,
        }
        if change:
            content = content.replace(
                b"\x02\x01\x07", b"\x02\x01\x08"
            )  # another serial number than was signed
        held = [by, self.middle] if inside is None else inside
        token = cms.ContentInfo(
            {
                "content_type": "signed_data",
                "content": cms.SignedData(
                    {
                        "version": "v3",
                        "digest_algorithms": [{"algorithm": digest_name}],
                        "encap_content_info": {
                            "content_type": "tst_info",
                            "content": core.ParsableOctetString(content),
                        },
                        "certificates": [asn1.Certificate.load(one.der) for one in held],
                        "signer_infos": [info],
                    }
                ),
            }
        )
        if bare:
            return bytes(token.dump())
        return bytes(tsp.TimeStampResp({"status": {"status": status}, "time_stamp_token": token}).dump())


def _named(holder: Holder) -> Any:
    return tsp.SigningCertificateV2(
        {
            "certs": [
                {
                    "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                    "cert_hash": hashlib.sha256(holder.der).digest(),
                }
            ]
        }
    )


def shifted(days: int) -> datetime:
    return NOW + timedelta(days=days)
