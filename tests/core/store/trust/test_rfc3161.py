"""Answers of a time-stamping authority: every way in which one can be wrong, and OpenSSL's own answers."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from tests.core.store.trust.authority import ANY_PURPOSE, Authority, certify, shifted

from theodolite.domain import LogRecord
from theodolite.errors import InputError
from theodolite.store.trust import rfc3161, stamps
from theodolite.store.trust.signatures import message

HEAD = hashlib.sha256(b"a head").hexdigest()
LOG = (LogRecord(1, "2026-01-01T00:00:00.000Z", "P1", "case created", "{}", "0" * 64, HEAD),)
DIGEST = hashlib.sha256(message(HEAD)).digest()


@pytest.fixture(scope="module")
def tsa() -> Authority:
    return Authority()


def test_confirmed_against_the_root_with_everything_else_in_the_token(tsa: Authority) -> None:
    stamp = stamps.read(tsa.answer(DIGEST), LOG, [tsa.root.pem])
    assert (stamp.kind, stamp.state, stamp.head) == ("rfc3161", "confirmed", HEAD)
    assert stamp.stamped_utc == "2026-03-01T12:00:00Z"
    assert "CN=Test Root" in stamp.text and "revoked is not checked" in stamp.text


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("sha256", bytes.fromhex(HEAD)),
        ("sha256", hashlib.sha256(HEAD.encode()).digest()),
        ("sha512", hashlib.sha512(f"{HEAD}\n".encode()).digest()),
        ("sha384", hashlib.sha384(message(HEAD)).digest()),
    ],
)
def test_every_form_of_a_head_is_known_again(tsa: Authority, name: str, digest: bytes) -> None:
    bare = tsa.answer(digest, hash_name=name, bare=True)
    assert stamps.read(bare, LOG, [tsa.root.der]).state == "confirmed"


def test_without_a_certificate_of_the_authority_it_is_pending_and_says_what_to_give(tsa: Authority) -> None:
    stamp = stamps.read(tsa.answer(DIGEST), LOG)
    assert stamp.state == "pending" and "give the certificate" in stamp.text
    other = stamps.read(tsa.answer(DIGEST), LOG, [certify("Somebody", ca=True).pem])
    assert other.state == "pending" and "does not lead to any" in other.text
    nothing_inside = tsa.answer(DIGEST, inside=[])
    assert stamps.read(nothing_inside, LOG, [tsa.root.pem]).state == "pending"
    assert stamps.read(nothing_inside, LOG, [tsa.signer.pem]).state == "confirmed"


def test_an_impostor_with_the_names_of_the_root_is_not_trusted(tsa: Authority) -> None:
    impostor = Authority(root=certify("Test Root", ca=True))
    stamp = stamps.read(impostor.answer(DIGEST), LOG, [tsa.root.pem])
    assert stamp.state == "pending"


def test_several_certificates_in_the_token_and_the_named_one_counts(tsa: Authority) -> None:
    others = [certify(f"Other {n}", tsa.middle, purposes=ANY_PURPOSE) for n in range(3)]
    stamp = stamps.read(
        tsa.answer(DIGEST, inside=[*others, tsa.root, tsa.middle, tsa.signer]), LOG, [tsa.root.pem]
    )
    assert stamp.state == "confirmed"
    assert "Test Stamper" in stamp.text


def test_a_certificate_that_has_expired_since_counts_as_it_did_then(tsa: Authority) -> None:
    brief = certify("Brief", tsa.middle, purposes=ANY_PURPOSE, end=shifted(1))
    answer = tsa.answer(DIGEST, signer=brief, inside=[brief, tsa.middle])
    assert stamps.read(answer, LOG, [tsa.root.pem]).state == "confirmed"
    old_root = certify("Old Root", ca=True, end=shifted(2))
    old = certify("Old", old_root, purposes=ANY_PURPOSE, end=shifted(3))
    answer = tsa.answer(DIGEST, signer=old, inside=[old], at=shifted(2).replace(hour=11))
    assert stamps.read(answer, LOG, [old_root.pem]).state == "confirmed"


WRONG: dict[str, tuple[Callable[[Authority], bytes], str]] = {
    "expired before": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(s := certify("Late", tsa.middle, purposes=ANY_PURPOSE, end=shifted(-1))),
            inside=[s, tsa.middle],
        ),
        "did not hold at the time",
    ),
    "not yet valid": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(s := certify("Early", tsa.middle, purposes=ANY_PURPOSE, start=shifted(1))),
            inside=[s, tsa.middle],
        ),
        "did not hold at the time",
    ),
    "no purpose": (
        lambda tsa: tsa.answer(DIGEST, signer=(s := certify("Any", tsa.middle)), inside=[s, tsa.middle]),
        "does not say that it is for time stamping",
    ),
    "another purpose": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(s := certify("Web", tsa.middle, purposes=x509.ExtendedKeyUsage([Purpose.SERVER_AUTH]))),
            inside=[s, tsa.middle],
        ),
        "not for time stamping alone",
    ),
    "one purpose more": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(
                s := certify(
                    "Both",
                    tsa.middle,
                    purposes=x509.ExtendedKeyUsage([Purpose.TIME_STAMPING, Purpose.CODE_SIGNING]),
                )
            ),
            inside=[s, tsa.middle],
        ),
        "not for time stamping alone",
    ),
    "purpose not critical": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(s := certify("Loose", tsa.middle, purposes=ANY_PURPOSE, critical=False)),
            inside=[s, tsa.middle],
        ),
        "critical",
    ),
    "issued by no authority": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(s := certify("Below", tsa.signer, purposes=ANY_PURPOSE)),
            inside=[s, tsa.signer, tsa.middle],
        ),
        "is no certificate authority's",
    ),
    "intermediate expired": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(
                s := certify(
                    "Under", m := certify("Gone", tsa.root, ca=True, end=shifted(-5)), purposes=ANY_PURPOSE
                )
            ),
            inside=[s, m],
        ),
        "not at the time that is stated",
    ),
    "too many below": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(
                s := certify(
                    "Deep",
                    m := certify("Second", f := certify("First", tsa.root, ca=True, length=0), ca=True),
                    purposes=ANY_PURPOSE,
                )
            ),
            inside=[s, m, f],
        ),
        "allows fewer certificates",
    ),
    "unknown critical extension": (
        lambda tsa: tsa.answer(
            DIGEST,
            signer=(
                s := certify(
                    "Odd",
                    tsa.middle,
                    purposes=ANY_PURPOSE,
                    extra=x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00"),
                )
            ),
            inside=[s, tsa.middle],
        ),
        "not understood",
    ),
    "content changed": (lambda tsa: tsa.answer(DIGEST, change=True), "not what was signed"),
    "no message digest": (
        lambda tsa: tsa.answer(DIGEST, attributes=("content_type", "signing_certificate_v2")),
        "not what was signed",
    ),
    "no content type": (
        lambda tsa: tsa.answer(DIGEST, attributes=("message_digest", "signing_certificate_v2")),
        "what kind of content",
    ),
    "no signing certificate": (
        lambda tsa: tsa.answer(DIGEST, attributes=("content_type", "message_digest")),
        "whose certificate",
    ),
    "another certificate named": (
        lambda tsa: tsa.answer(DIGEST, named=tsa.middle),
        "two different certificates",
    ),
    "broken hash": (lambda tsa: tsa.answer(DIGEST, digest_name="sha1"), "SHA1, which is broken"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_invalid_and_named(tsa: Authority, wrong: str) -> None:
    make, words = WRONG[wrong]
    stamp = stamps.read(make(tsa), LOG, [tsa.root.pem])
    assert (stamp.state, stamp.head) == ("invalid", HEAD)
    assert words in stamp.text


def test_a_stamp_of_something_else_is_refused(tsa: Authority) -> None:
    with pytest.raises(InputError, match="no head of this case"):
        stamps.read(tsa.answer(hashlib.sha256(b"another case").digest()), LOG, [tsa.root.pem])
    with pytest.raises(InputError, match="no head of this case"):  # right text, broken hash
        stamps.read(tsa.answer(hashlib.sha1(message(HEAD)).digest(), hash_name="sha1"), LOG, [tsa.root.pem])


@pytest.mark.parametrize("data", [b"", b"0", b"0\x80", b"\x30\x03\x02\x01\x00", b"%PDF-1.7", b"0" * 4096])
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        stamps.read(data, LOG)


def test_a_refusal_by_the_authority_is_said(tsa: Authority) -> None:
    with pytest.raises(InputError, match="did not grant"):
        stamps.read(bytes.fromhex("30053003020102"), LOG)  # PKIStatus rejection, no token
    with pytest.raises(InputError, match="did not grant"):
        stamps.read(tsa.answer(DIGEST, status="revocation_notification"), LOG, [tsa.root.pem])


def test_no_changed_byte_is_confirmed(tsa: Authority, seed: int, repeat: int) -> None:
    """But for bytes that nothing signs: the status text around the token and certificates beside the path."""
    luck, good = random.Random(seed), tsa.answer(DIGEST, inside=[tsa.signer, tsa.middle], bare=True)
    worth = stamps.read(good, LOG, [tsa.root.pem])
    for _ in range(repeat):
        data = bytearray(good)
        for _ in range(luck.randint(1, 3)):
            data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)
        try:
            stamp = stamps.read(bytes(data), LOG, [tsa.root.pem])
        except InputError:
            continue
        if stamp.state == "confirmed":
            assert (stamp.head, stamp.stamped_utc) == (worth.head, worth.stamped_utc)


def test_openssl_answers_our_request_and_we_confirm_its_answer(tmp_path: Path) -> None:
    """Another implementation at the other end: OpenSSL reads our request and its answer is checked here."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    (tmp_path / "head.tsq").write_bytes(stamps.request(HEAD).query)
    (tmp_path / "serial").write_text("01\n")
    (tmp_path / "tsa.cnf").write_text(OPENSSL)

    def openssl(*words: str) -> str:
        run = subprocess.run(["openssl", *words], cwd=tmp_path, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return run.stdout

    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30")
    openssl(*("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=CA"))
    openssl(
        *("req", "-x509", *curve, "-keyout", "tsa.key", "-out", "tsa.pem", "-subj", "/CN=TSA"),
        *("-CA", "ca.pem", "-CAkey", "ca.key", "-config", "tsa.cnf", "-extensions", "stamper"),
    )
    openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "head.tsq", "-out", "head.tsr")
    openssl("ts", "-verify", "-queryfile", "head.tsq", "-in", "head.tsr", "-CAfile", "ca.pem")
    answer = (tmp_path / "head.tsr").read_bytes()
    stamp = stamps.read(answer, LOG, [(tmp_path / "ca.pem").read_bytes()])
    assert (stamp.state, stamp.head) == ("confirmed", HEAD), stamp.text
    assert HEAD not in openssl(
        "ts", "-query", "-in", "head.tsq", "-text"
    )  # the digest of the text, not the head
    assert rfc3161.request(DIGEST) == stamps.request(HEAD).query


OPENSSL = """
[req]
distinguished_name = none
[none]
[stamper]
basicConstraints = critical, CA:false
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = one
[one]
dir = .
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
