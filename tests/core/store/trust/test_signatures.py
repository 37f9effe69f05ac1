"""Signatures over a head: by the key, over this log, by the person; and the verifier without a library."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from theodolite.codec import to_plain
from theodolite.domain import Person
from theodolite.store.trust import signatures
from theodolite.store.trust.keys import ExaminerKey
from theodolite.store.verifying.signed import is_signed, signature_problems

HEADS = {n: hashlib.sha256(bytes([n])).hexdigest() for n in range(1, 5)}


def examiner(seed: bytes) -> ExaminerKey:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    return ExaminerKey("Ada", private.public_key().public_bytes_raw().hex(), seed)


KEY = examiner(bytes(32))
ADA = Person("P1", "ada", key=KEY.public)


def test_a_signature_counts_for_its_key_its_head_and_its_person() -> None:
    made = replace(signatures.sign(HEADS[3], 3, "P1", KEY, "V2"), id="G1")
    assert (made.about, made.sequence, made.key) == ("V2", 3, KEY.public)
    good = signatures.check(made, HEADS, [ADA])
    assert good.good and good.known and "records 1 to 3" in good.text
    stranger = signatures.check(made, HEADS, [replace(ADA, key="")])
    assert stranger.good and not stranger.known and "another key, or none" in stranger.text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"head": HEADS[2]}, "does not fit"),
        ({"sequence": 2}, "another hash"),
        ({"sequence": 9}, "no record 9"),
        ({"key": examiner(b"1" * 32).public}, "does not fit"),
        ({"signature": "00" * 64}, "does not fit"),
        ({"signature": "zz"}, "does not fit"),
        ({"key": "00"}, "does not fit"),
        ({"head": "\u00e9"}, "does not fit"),
    ],
)
def test_whatever_is_changed_is_named(change: dict[str, object], words: str) -> None:
    made = replace(signatures.sign(HEADS[3], 3, "P1", KEY), id="G1")
    bad = signatures.check(replace(made, **change), HEADS, [ADA])  # type: ignore[arg-type]
    assert not bad.good and words in bad.text


def test_a_log_that_was_rebuilt_does_not_carry_the_signature() -> None:
    made = replace(signatures.sign(HEADS[3], 3, "P1", KEY), id="G1")
    rebuilt = {n: hashlib.sha256(head.encode()).hexdigest() for n, head in HEADS.items()}
    assert not signatures.check(made, rebuilt, [ADA]).good


# RFC 8032, section 7.1: secret key, public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
        "4a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("public", "text", "signature"), VECTORS)
def test_the_library_free_verifier_accepts_the_vectors_of_the_standard(
    public: str, text: str, signature: str
) -> None:
    key, message, signed = bytes.fromhex(public), bytes.fromhex(text), bytes.fromhex(signature)
    assert is_signed(key, message, signed)
    assert not is_signed(key, message + b"x", signed)
    order = 2**252 + 27742317777372353535851937790883648493
    more = (int.from_bytes(signed[32:], "little") + order).to_bytes(32, "little")
    assert not is_signed(key, message, signed[:32] + more)  # the same number, not reduced


def test_the_library_free_verifier_says_what_the_library_says(seed: int, repeat: int) -> None:
    luck = random.Random(seed)
    for _ in range(max(1, repeat // 10)):
        private = Ed25519PrivateKey.from_private_bytes(luck.randbytes(32))
        message, key = luck.randbytes(luck.randrange(200)), private.public_key().public_bytes_raw()
        changed = bytearray(private.sign(message))
        assert is_signed(key, message, bytes(changed))
        changed[luck.randrange(64)] ^= 1 << luck.randrange(8)
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(bytes(changed), message)
            expected = True
        except InvalidSignature:
            expected = False
        assert is_signed(key, message, bytes(changed)) is expected


@pytest.mark.parametrize(
    ("key", "signature"), [(b"", bytes(64)), (bytes(32), b""), (b"\xff" * 32, b"\xff" * 64)]
)
def test_what_has_no_form_is_no_signature(key: bytes, signature: bytes) -> None:
    assert not is_signed(key, b"", signature)


def test_the_library_free_verifier_names_the_signature_that_is_wrong() -> None:
    made = to_plain(replace(signatures.sign(HEADS[3], 3, "P1", KEY), id="G1"))
    other = {**made, "id": "G2", "sequence": 2}
    forged = {**made, "id": "G3", "head": HEADS[4], "sequence": 4}
    rows = {("signature", one["id"]): one for one in (made, other, forged, {"id": "G4"})}
    found = list(signature_problems({**rows, ("person", "P1"): {}}, list(HEADS.values()), None))
    assert [text[:12] for text in found] == ["signature G2", "signature G3", "signature G4"]
    assert "record 2" in found[0] and "not by its key" in found[1] and "cannot be read" in found[2]
