"""``key make | list | passphrase | remove``, ``sign``, ``stamp request | import``, ``trust``: who vouches."""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened, passphrases
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Stamp
from theodolite.engine import Session
from theodolite.errors import CaseDamaged, InputError, PassphraseNeeded
from theodolite.store.trust import keys
from theodolite.store.trust.keys import ExaminerKey, KeyInfo


def add_make(leaf: ArgumentParser) -> None:
    leaf.add_argument("name", metavar="NAME", help="who signs with it, as the log names them")
    leaf.add_argument("--keyring", action="store_true", help="keep it in the keyring of this machine")
    _add_file(leaf)


def add_passphrase(leaf: ArgumentParser) -> None:
    leaf.add_argument("name", metavar="NAME")
    leaf.add_argument("--new-file", type=Path, metavar="FILE", help="a file with the new passphrase")
    _add_file(leaf)


def add_remove(leaf: ArgumentParser) -> None:
    leaf.add_argument("name", metavar="NAME")


def add_sign(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--key", required=True, metavar="NAME", help="see: theodolite key list")
    leaf.add_argument("--about", default="", metavar="ID", help="a record that is meant above all: V1, R1")
    _add_file(leaf)


def add_request(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER")


def add_import(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("file", type=Path, metavar="FILE", help="the answer: .tsr or .ots")
    leaf.add_argument(
        "--certificate",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="of an authority that you trust, PEM or DER",
    )
    leaf.add_argument(
        "--headers",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="Bitcoin block headers: 80 bytes each, or lines of HEIGHT and 160 hex digits",
    )


def add_trust(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")


def _add_file(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "--key-passphrase-file", type=Path, metavar="FILE", help="a file with the passphrase of the key"
    )


# --- keys --------------------------------------------------------------------------------------------


def make(options: Namespace, out: Output) -> Result:
    if options.keyring:
        key = keys.make(options.name, keyring=True)
    else:
        named: Path | None = options.key_passphrase_file
        words = (
            passphrases.read(named) if named else passphrases.typed(f"Passphrase for {options.name}'s key")
        )
        key = keys.make(options.name, words)
    return Result(_info(keys.find(key.public)), f"Made the key of {key.name}: {key.public}")


def list_keys(options: Namespace, out: Output) -> Result:
    found = keys.list_()
    lines = [f"{one.public}  {one.kept:7}  {one.made_utc}  {one.name}" for one in found]
    return Result([_info(one) for one in found], "\n".join(lines) or "There is no key on this machine yet.")


def change_passphrase(options: Namespace, out: Output) -> Result:
    old = _words(options, options.name)
    new = passphrases.read(options.new_file) if options.new_file else passphrases.typed("New passphrase")
    keys.change_passphrase(options.name, old, new)
    text = f"The key of {options.name} has another passphrase. Copies of its file open with the old one."
    return Result(_info(keys.find(options.name)), text)


def remove(options: Namespace, out: Output) -> Result:
    found = keys.find(options.name)
    keys.remove(options.name)
    return Result(_info(found), f"Forgot the key of {found.name}. What it signed can still be checked.")


def _info(key: KeyInfo) -> dict[str, str]:
    return dict(to_plain(key))


def _words(options: Namespace, name: str) -> str:
    if options.key_passphrase_file:
        return passphrases.read(options.key_passphrase_file)
    if not sys.stdin.isatty():
        raise PassphraseNeeded(
            f"The key of {name} is kept under a passphrase. Name a file that holds it: "
            "--key-passphrase-file FILE."
        )
    return getpass.getpass(f"Passphrase of {name}'s key: ", sys.stderr)


def _key(options: Namespace) -> ExaminerKey:
    found = keys.find(options.key)
    return keys.load(found.public, None if found.kept == "keyring" else _words(options, found.name))


# --- signatures and stamps -----------------------------------------------------------------------------


def sign(options: Namespace, out: Output) -> Result:
    key = _key(options)
    with opened.case(options.case) as session:
        session.sign(options.about, key=key)
        made = session.state.signatures[-1]
    text = f"{made.id}: {key.name} ({made.person}) signed records 1 to {made.sequence}, head {made.head}"
    return Result(to_plain(made), text)


def request(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        text, query = session.request_stamp(options.out)
        head = session.state.log_head
    lines = [
        f"For OpenTimestamps: {text}",
        f"For a time-stamping authority (RFC 3161): {query}",
        "Take one to a machine with a network, have it stamped there, and import what comes back.",
    ]
    return Result({"head": head, "text": str(text), "query": str(query)}, "\n".join(lines))


def import_stamp(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        before = {one.id: one for one in session.state.stamps}
        session.import_stamp(options.file, options.certificate, options.headers)
        stamps = session.state.stamps
    stamp = next((one for one in stamps if before.get(one.id) != one), stamps[-1])
    problem = InputError(f"The time stamp is invalid: {stamp.text}.") if stamp.state == "invalid" else None
    return Result(to_plain(stamp), _line(stamp), problem)


def _line(stamp: Stamp) -> str:
    when = f" {stamp.stamped_utc}" if stamp.stamped_utc else ""
    return f"{stamp.id} {stamp.kind} {stamp.state}{when}, head {stamp.head[:16]}: {stamp.text}"


def trust(options: Namespace, out: Output) -> Result:
    """Everything that vouches for a case, and every clock that cannot be right."""
    with opened.case(options.case, read_only=True) as session:
        return _trust(session)


def _trust(session: Session) -> Result:
    checks, clocks, stamps = session.signature_checks(), session.clock_warnings(), session.state.stamps
    lines = [one.text for one in checks] or ["Nobody has signed this case."]
    lines += [_line(one) for one in stamps] or ["There is no time stamp over its log."]
    lines += [one.text for one in clocks] or ["Its clocks agree."]
    data = {
        "signatures": [to_plain(one) for one in checks],
        "stamps": [to_plain(one) for one in stamps],
        "clocks": [to_plain(one) for one in clocks],
    }
    bad = [one for one in checks if not one.good]
    return Result(data, "\n".join(lines), CaseDamaged(f"{bad[0].text}.") if bad else None)
