"""Proofs of OpenTimestamps: a real one with the real block, promises, and headers that do not hold."""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Callable

import pytest
from opentimestamps.core.notary import (
    BitcoinBlockHeaderAttestation,
    LitecoinBlockHeaderAttestation,
    PendingAttestation,
)
from opentimestamps.core.op import OpAppend, OpPrepend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

from theodolite.domain import LogRecord
from theodolite.errors import InputError
from theodolite.store.trust import ots, stamps
from theodolite.store.trust.signatures import message

HEAD = hashlib.sha256(b"a head").hexdigest()
LOG = (LogRecord(1, "2026-01-01T00:00:00.000Z", "P1", "case created", "{}", "0" * 64, HEAD),)
# hello-world.txt.ots and incomplete.txt.ots, the examples of the OpenTimestamps client, and the header of
# block 358391 of Bitcoin.
REAL = base64.b64decode(
    "AE9wZW5UaW1lc3RhbXBzAABQcm9vZgC/ieLohOiSlAEIA7ogTlDRJuRnTABeBNguhMITZngK8fQ71Uo3gWtqs0AD8cgBAQAAAAHkgvnT"
    "Lsw7ple2nYmAEIV7VEV6kEl5gv9W+XxOxY5vmAEAAABrSDBFAiEAslOt0dHPkIRDOKR1oE/xP8nnvSQrB3Yt6gf1YIst42cCIACyaMqc"
    "M0KzdpzdBiiRMXzc74eqwxC2hV6dk4mOu+jsASECDY5NEH0rM5sAUO/dS0oJJFqgVgSPElOWN06moqsHCcb/////AmUz5gUAAAAAGXap"
    "FAvwV9QPu6Z0SGJRX1tVojEN5XcviKyghgEAAAAAABl2qRTwBoisAAAAAAgI8SCph/cWxTORPDFMeONdNYhMrJQ/pCysSdKyxp9AA/hf"
    "iAgI8SDexVs0h+Hj9yKkm1WneDIVhieF9KOss5KEYBn3HcZKnQgI8SCyyhj0heCAR44CXas9RktBbA4ey2Ypya786MghTQQkMggI8CAR"
    "sOkGYRlv9LCBPD7aFBurXpFgSDe996DJ3zfbDjoRmAgI8CDDS8GkoQk//RSMAWseZkdCkU6Tnvq+TT01ZRWRSybZ4ggI8CDD5ufDjGn2"
    "ryTCvjTrrEglft5h7AohuVNeREMne+MGRggI8SAHmL+GBuAAJOXV1UvwyWD2Kd+52taRV0VbbyZSwOjegQgI8CA/mtptYLqiRABrsKrV"
    "FEitL6+51LZIegmZz/JrkfD1NggI8SDHAwGelZqN0/rvdIm7MoukhVdHWOcJHwFGTrZYcsl1yAgI8CDL/v/1E/+EuRXj/tb515lnZjD4"
    "Nk6ipsdVf62UpbXXiAgI8SAL4jcJhZkTur1EYLvd+O0hPnyHc6Sx+s4w+Kz98JO3BQgIAAWIlg1z1xkBA/fvFQ=="
)
PROMISED = base64.b64decode(
    "AE9wZW5UaW1lc3RhbXBzAABQcm9vZgC/ieLohOiSlAEIBcT2FqjlMQ0Z2TjP12mGTX9MzcLKi0ebEK+DVksJevnwEOdUv5OAan66poDv"
    "e9ARS/QI8BC1c+iFDP2eY9HwQ/u2/CUOCPEEV8+lxPAIb7GsjU5OsOcAg9/jDS75DI4uLWh0dHBzOi8vYWxpY2UuYnRjLmNhbGVuZGFy"
    "Lm9wZW50aW1lc3RhbXBzLm9yZw=="
)
BLOCK = (
    "02000000b96394585a281b7e5f438fd1c9ed492645a1fd61cb380204000000000000000000"
    "7ee445d23ad061af4a36b809501fab1ac4f2d7e7a739817dd0cbb7ec661b8a1e376755f58616186272def6"
)
#: At the end of an odd level of the tree a hash is paired with itself: put before or after is the same.
TWIN = (603, 0)
HELLO = hashlib.sha256(b"Hello World!\n").digest()


def known(name: str, digest: bytes) -> str:
    return HEAD if (name, digest) == ("sha256", HELLO) else ""


def anything(name: str, digest: bytes) -> str:
    return HEAD


def test_a_proof_of_2015_is_confirmed_by_the_header_of_its_block() -> None:
    answer = ots.check(REAL, known, ots.headers(f"358391 {BLOCK}".encode()))
    assert (answer.state, answer.stamped_utc) == ("confirmed", "2015-05-28T15:41:18Z")
    assert "000000000000000003e892881a8cdcdc117c06d444057c98b6f04a9ee75a2319" in answer.text
    assert ots.check(REAL, known, ots.headers(bytes.fromhex(BLOCK))).state == "confirmed"


def test_without_the_header_it_is_pending_and_says_which_block_to_bring() -> None:
    answer = ots.check(REAL, known, ())
    assert (answer.state, answer.stamped_utc) == ("pending", "")
    assert "block 358391" in answer.text


def test_a_promise_of_a_calendar_is_pending_and_holds_no_link() -> None:
    answer = ots.check(PROMISED, anything, ots.headers(BLOCK.encode()))
    assert answer.state == "pending"
    assert "alice.btc.calendar.opentimestamps.org" in answer.text and "http" not in answer.text


def test_a_header_that_holds_another_root_or_no_work_does_not_confirm() -> None:
    block = bytearray.fromhex(BLOCK)
    block[40] ^= 1  # the Merkle root
    other = ots.check(REAL, known, [ots.parse(bytes(block), 358391)])
    assert other.state == "invalid" and "another Merkle root" in other.text
    assert ots.check(REAL, known, [ots.parse(bytes(block))]).state == "pending"  # a header of any block
    block = bytearray.fromhex(BLOCK)
    block[76] ^= 1  # the nonce
    idle = ots.check(REAL, known, [ots.parse(bytes(block), 358391)])
    assert idle.state == "pending" and "work" in idle.text
    block = bytearray.fromhex(BLOCK)
    block[72:76] = bytes.fromhex("ffff7f20")  # as easy as can be: now the hash fits, but it cost nothing
    easy = next(
        header
        for nonce in range(1000)
        if (header := ots.parse(bytes(block[:76]) + nonce.to_bytes(4, "little"), 358391)).worked
    )
    assert ots.check(REAL, known, [easy]).state == "pending"
    assert ots.check(REAL, known, [easy], least_difficulty=0).state == "confirmed"
    assert ots.check(REAL, known, [ots.parse(bytes.fromhex(BLOCK), 358390)]).state == "pending"


def proof(*attestations: object, text: bytes = message(HEAD), op: type = OpSHA256) -> bytes:
    """A proof over ``text``: some operations, and then these attestations."""
    start = Timestamp(op()(text))
    at = start.ops.add(OpAppend(b"salt")).ops.add(OpSHA256()).ops.add(OpPrepend(b"x")).ops.add(OpSHA256())
    for one in attestations:
        at.attestations.add(one)
    context = BytesSerializationContext()
    DetachedTimestampFile(op(), start).serialize(context)
    return bytes(context.getbytes())


def test_a_proof_over_our_head_is_known_and_another_one_refused() -> None:
    stamp = stamps.read(proof(PendingAttestation("https://calendar.example.org")), LOG)
    assert (stamp.kind, stamp.state, stamp.head) == ("opentimestamps", "pending", HEAD)
    assert base64.b64decode(stamp.content) == proof(PendingAttestation("https://calendar.example.org"))
    with pytest.raises(InputError, match="no head of this case"):
        stamps.read(REAL, LOG)


def test_one_confirmed_block_is_enough_and_other_chains_are_only_counted() -> None:
    several = proof(BitcoinBlockHeaderAttestation(1), BitcoinBlockHeaderAttestation(2))
    root = hashlib.sha256(b"x" + hashlib.sha256(hashlib.sha256(message(HEAD)).digest() + b"salt").digest())
    easy = b"\1\0\0\0" + bytes(32) + root.digest() + bytes(4) + bytes.fromhex("ffff7f20")
    good = next(h for n in range(1000) if (h := ots.parse(easy + n.to_bytes(4, "little"), 2)).worked)
    bad = ots.parse(bytes.fromhex(BLOCK), 1)
    assert ots.check(several, anything, [bad, good], 0).state == "confirmed"
    assert ots.check(several, anything, [bad], 0).state == "invalid"
    other = ots.check(proof(LitecoinBlockHeaderAttestation(5)), anything, ())
    assert other.state == "pending" and "not checked here" in other.text


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 79, b"12 " + b"0" * 158, b"a b " + b"0" * 160, b"\xff" * 81, b"-- " + b"0" * 160],
    ids=["empty", "short", "short line", "three words", "long", "no height"],
)
def test_what_is_no_header_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="no block headers"):
        ots.headers(data)


@pytest.mark.parametrize("bits", ["00000000", "ffffffff", "ffff7f23", "000080ff", "01008004"])
def test_no_header_works_below_an_impossible_target(bits: str) -> None:
    block = bytearray.fromhex(BLOCK)
    block[72:76] = bytes.fromhex(bits)
    assert not ots.parse(bytes(block)).worked


def test_cut_and_changed_proofs_confirm_nothing_else(seed: int, repeat: int) -> None:
    luck, header = random.Random(seed), [ots.parse(bytes.fromhex(BLOCK), 358391)]

    def worth(data: bytes, head_of: Callable[[str, bytes], str]) -> str:
        try:
            return ots.check(data, head_of, header).state
        except InputError:
            return "refused"

    for _ in range(repeat):
        cut = REAL[: luck.randrange(len(REAL))]
        assert worth(cut, anything) == "refused"
        changed = bytearray(REAL)
        place, bit = luck.randrange(len(REAL)), luck.randrange(8)
        changed[place] ^= 1 << bit
        assert worth(bytes(changed), known) != "confirmed" or (place, bit) == TWIN
    assert worth(REAL + b"\0", known) == "refused"
    assert worth(REAL + bytes(ots.MOST_BYTES), known) == "refused"
