"""What vouches for a case: signatures by its examiners, time stamps made elsewhere, clocks that agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from theodolite.domain import CaseState, Person, Stamp
from theodolite.engine.changes import Changes
from theodolite.engine.reviewing import Reviewing
from theodolite.errors import InputError, NotFound, StorageFailed
from theodolite.paths import storing
from theodolite.store.merge.joining import branches
from theodolite.store.trust import clock, signatures, stamps
from theodolite.store.trust.clock import ClockWarning
from theodolite.store.trust.keys import SHORT, ExaminerKey
from theodolite.store.trust.signatures import SignatureCheck

SIGNED, STAMPED, CHECKED_AGAIN, KEY_NAMED = (
    "signed",
    "time stamp imported",
    "time stamp checked again",
    "key named",
)
#: No certificate, header or stamp is larger; what is, is not read.
MOST_BYTES = 1 << 20


class Trusting(Reviewing):
    """The part of a session that concerns signatures, time stamps and clocks."""

    # --- signatures --------------------------------------------------------------------------------

    def sign(self, about: str = "", *, key: ExaminerKey) -> Changes:
        """Sign the log as it is now, with ``about`` (R1, V2) named as what is meant beside the whole.

        The signer is the person of the case who has this key, else the one whose account is the key's name,
        who has it from now on; somebody new becomes a person of the case. The record "signed" comes after the
        head that is signed. InputError when that person signs with another key.
        """
        state = self.store.state()
        if about and about not in _ids(state):
            raise NotFound(f"There is no record {about} in this case.")
        person = self._signer(state, key)
        state = self.store.state()
        made = signatures.sign(state.log_head, state.log_length, person.id, key, about)
        self.store.add("signature", made, SIGNED, undoable=False, operator=person.account)
        return Changes(case=True)

    def _signer(self, state: CaseState, key: ExaminerKey) -> Person:
        for one in state.persons:
            if one.key == key.public:
                return one
        named = [one for one in state.persons if key.name in (one.account, one.name)]
        if not named:
            new = Person("", account=key.name, key=key.public)
            return self.store.add("person", new, "person added", undoable=False, operator=key.name)
        person = named[0]
        if person.key:
            raise InputError(
                f"{person.id} signs with the key {person.key[:SHORT]} in this case, and this one is "
                f"{key.public[:SHORT]}. Sign with that key, or name the new one for {person.id} first."
            )
        changed = replace(person, key=key.public)
        self.store.change("person", person.id, changed, KEY_NAMED, undoable=False, operator=person.account)
        return changed

    def signature_checks(self) -> tuple[SignatureCheck, ...]:
        """What each signature is worth now, against the log as it is."""
        state = self.state
        if not state.signatures:
            return ()
        heads = {one.sequence: one.hash for one in self.store.log(None) if one.payload}
        merged = {
            (one.sequence, one.hash) for branch in branches(self.store) for one in branch if one.payload
        }
        return signatures.checks(state.signatures, heads, state.persons, merged)

    # --- time stamps -------------------------------------------------------------------------------

    def request_stamp(self, out: Path) -> tuple[Path, Path]:
        """Write what to have stamped on a machine with a network into the folder ``out``: a text with the
        log's head (for OpenTimestamps), and a request for a time-stamping authority."""
        asked = stamps.request(self.store.state().log_head)
        files = out / stamps.TEXT_NAME, out / stamps.REQUEST_NAME
        with storing(out):
            out.mkdir(parents=True, exist_ok=True)
            for path, data in zip(files, (asked.text, asked.query), strict=True):
                beside = path.with_suffix(".tmp")
                beside.write_bytes(data)
                beside.replace(path)
        return files

    def import_stamp(
        self, path: Path, certificates: Sequence[Path] = (), headers: Sequence[Path] = ()
    ) -> Changes:
        """Take the answer in ``path`` (.tsr or .ots) into the case, checked against what is given.

        ``certificates``: files in PEM or DER that the person trusts; ``headers``: files with Bitcoin block
        headers. The same file imported again is checked again, with what is given now. InputError for a
        file that is no time stamp, or stamps something else than this log.
        """
        read = stamps.read(
            _bytes(path),
            self.store.log(None),
            [_bytes(one) for one in certificates],
            [_bytes(one) for one in headers],
        )
        before = next((one for one in self.store.state().stamps if one.sha256 == read.sha256), None)
        if before is None:
            self.store.add("stamp", read, STAMPED, undoable=False)
        elif _said(before) != _said(read) and (certificates or headers or before.state == "pending"):
            again = replace(read, id=before.id)
            self.store.change("stamp", before.id, again, CHECKED_AGAIN, undoable=False)
        return Changes(case=True)

    def clock_warnings(self, now: datetime | None = None) -> tuple[ClockWarning, ...]:
        """Times in this case that cannot all be right."""
        state = self.state
        return clock.warnings(self.store.log(None), state.exhibits, state.stamps, now or datetime.now(UTC))


def _ids(state: CaseState) -> frozenset[str]:
    """Everything that a signature can be about."""
    kinds = (state.exhibits, state.clues, state.verdicts, state.reviews, state.stamps, state.derived)
    return frozenset(one.id for rows in kinds for one in rows)


def _said(stamp: Stamp) -> Mapping[str, str]:
    return {"state": stamp.state, "utc": stamp.stamped_utc, "text": stamp.text}


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except OSError as error:
        raise StorageFailed(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is larger than anything that is read here ({MOST_BYTES >> 20} MiB).")
    return data
