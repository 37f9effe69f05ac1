"""The verification itself, step by step, and its command line."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import NamedTuple

from theodolite.store.verifying.ledger import Ledger, hash_of, same
from theodolite.store.verifying.signed import signature_problems
from theodolite.store.verifying.source import GENESIS, UNREADABLE, Bundle, Folder, measure, regular


class Step(NamedTuple):
    """Where the verification stands."""

    text: str
    done: int
    total: int


class Result(NamedTuple):
    """What was found: originals and records checked, the last hash of the log, problems in order, exhibits
    that were destroyed, and values, records or originals that are withheld from this copy. ``note``: where
    the head that was given stands, when that is not the main log; '' otherwise."""

    files: int
    records: int
    head: str
    problems: list[str]
    destructions: int = 0
    withheld: int = 0
    note: str = ""


def check(
    folder: Path, head: str | None = None, source: Folder | None = None
) -> Generator[Step, None, Result]:
    """Verify ``folder`` step by step; the return value is the :class:`Result`."""
    folder = Path(folder)
    ledger, files = None, 0
    try:
        if source is None:
            source = Bundle(folder) if (folder / "bagit.txt").is_file() else Folder(folder)
        found = source.names()  # before the log is read: what arrives meanwhile is on record by then
        ledger = Ledger(source)
        try:
            ledger.problems += source.problems()
            yield from _replay(source, ledger)
            ledger.open_values(source)
            ledger.problems += _emptied_problems(ledger, source)
            ledger.problems += source.state_problems(ledger.rows, ledger.counters)
            ledger.problems += signature_problems(
                ledger.rows, ledger.hashes, source, ledger.loose, ledger.branched
            )
            ledger.problems += source.left_problems(ledger.exported)
            if isinstance(source, Bundle) and ledger.left_out != hash_of(source.left_out):
                ledger.problems.append(
                    "data/withheld.json is not what was put on record when the bundle left"
                )
            if head and head not in ledger.hashes and head not in ledger.branched:
                ledger.problems.append(f"log: the head {head} that was printed earlier is not in the log")
            elif head in ledger.loose:
                ledger.problems.append(f"log: what the head {head} was computed from is not here to compare")
            files = yield from _check_originals(source, found, ledger)
        finally:
            source.close()
    except (source or Folder).errors + UNREADABLE as error:  # the latter: a cell or line of another kind
        what = "the bundle" if isinstance(source, Bundle) or (folder / "bagit.txt").is_file() else "case.db"
        problems = [] if ledger is None else ledger.problems
        return Result(files, 0, "", [*problems, f"{what} cannot be read: {error}"])
    destroyed = len(ledger.destroyed)
    note = _note(head, ledger)
    return Result(files, len(ledger.hashes), ledger.head, ledger.problems, destroyed, ledger.missing, note)


def _note(head: str | None, ledger: Ledger) -> str:
    """Whoever keeps the first records and goes on otherwise can merge the true rest beside: its head is
    found, yet the case as it stands is what the main log says."""
    if not head or head in ledger.hashes or head not in ledger.branched:
        return ""
    record = ledger.branched[head]
    return f"the head stands in a copy that was merged at record {record}, not in the main log"


def _replay(source: Folder, ledger: Ledger) -> Generator[Step, None, None]:
    """Follow the chain from the first record; every record is checked even after a broken link."""
    total = source.length()
    if total == 0:
        ledger.problems.append("log: there is no record at all")
    previous, expected = GENESIS, 1
    for record in source.log():
        name = f"log record {record.sequence}"
        if record.sequence != expected:
            ledger.problems.append(f"{name}: record {expected} is missing")
        if record.previous != previous:
            ledger.problems.append(f"{name}: does not follow the record before it")
        body = record._asdict()
        own = body.pop("hash")
        if record.payload == "":
            ledger.emptied[record.sequence] = record
            ledger.loose.add(record.hash)
        elif hash_of(body) != own:
            ledger.problems.append(f"{name}: its content is not what was hashed ({record.action})")
        try:
            if record.payload != "":
                ledger.follow(record)
        except UNREADABLE as error:
            ledger.problems.append(f"{name}: its payload cannot be read ({error})")
        previous, expected = record.hash, record.sequence + 1
        ledger.hashes.append(record.hash)
        if len(ledger.hashes) % 200 == 0:
            yield Step("Checking the audit log", len(ledger.hashes), total)


def _emptied_problems(ledger: Ledger, source: Folder) -> Iterator[str]:
    for number, record in sorted(ledger.emptied.items()):
        said = ledger.restated.get(number, ["", "", ""])
        if 0 < ledger.format_2 < number or ledger.may_be_empty.get(number, "no") not in ("", record.hash):
            yield f"log record {number}: its content is missing"
        elif record.utc and not same(said, [record.utc, record.operator, record.action], source):
            yield f"log record {number}: its time, operator or action is not what was recorded"
        else:
            ledger.missing += number not in ledger.destroyed_records
    for number in sorted(ledger.destroyed_records - set(ledger.emptied)):
        yield f"log record {number}: its content should have been destroyed"


def _check_originals(source: Folder, found: dict[str, Path], ledger: Ledger) -> Generator[Step, None, int]:
    """Each file that the log names is there with its hashes; each file that is there is named."""
    exhibits: dict[str, list[str]] = {}
    for sha256, names in ledger.exhibits.items():
        exhibits[sha256] = sorted(name for name in names if ("exhibit", name) in ledger.rows)
    wanted = {}
    for sha256, (_, last) in ledger.bytes.items():
        if last > ledger.destroyed.get(sha256, -1):
            wanted[source.place(sha256)] = sha256
    absent = 0  # nobody can say of bytes that are not here that they match
    for done, (name, sha256) in enumerate(sorted(wanted.items())):
        yield Step("Checking the originals", done, len(wanted))
        label = f"{' and '.join(exhibits[sha256])}: {name}" if exhibits.get(sha256) else name
        if name in found:
            ledger.problems += [
                f"{label} {text}" for text in _file_problems(source, found[name], sha256, ledger)
            ]
        elif sha256 in ledger.no_bytes:
            ledger.missing += 1
            absent += 1
        else:
            ledger.problems.append(f"{label} is missing")
    destroyed = {source.place(sha256) for sha256 in ledger.destroyed}
    for name in sorted(set(found) - set(wanted)):
        why = "should have been destroyed" if name in destroyed else "is not in the log"
        ledger.problems.append(f"{name} {why}")
    return len(wanted) - absent


def _file_problems(source: Folder, path: Path, sha256: str, ledger: Ledger) -> Iterator[str]:
    if not regular(path):
        yield "is not a regular file"
        return
    try:
        measured = measure(source.open_original(path))
    except source.errors as error:
        yield f"cannot be read: {error}"
        return
    recorded = ledger.bytes[sha256][0]
    if measured[0] != sha256:
        yield f"has changed: its SHA-256 is now {measured[0]}"
    elif measured[1:] != (recorded["md5"], recorded["size"]):
        yield "does not have the MD5 or size on record"


def summary(result: Result) -> str:
    """The outcome in one line."""
    verdict = "DIFFERS" if result.problems else "INTACT"
    if result.note:  # never the bare word
        verdict = f"{verdict if result.problems else 'NOT IN THE MAIN LOG'}: {result.note}"
    text = f"{verdict}: {result.files} originals, {result.records} log records"
    if result.destructions:
        text += f", with {result.destructions} destruction{'s' * (result.destructions > 1)}"
    return text + (f", {result.withheld} withheld from this copy" if result.withheld else "")


def main(arguments: list[str]) -> int:
    """The command line of the stand-alone verifier."""
    head = None
    if len(arguments) == 3 and arguments[1] == "--head":
        head = arguments.pop().lower()
        arguments.pop()
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write("usage: verify.py FOLDER [--head HASH]\n")
        return 2
    steps = check(Path(arguments[0]), head)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            break
    for problem in result.problems:
        sys.stdout.write(f"PROBLEM {problem}\n")
    sys.stdout.write(f"{summary(result)}\nlog head {result.head}\n")
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
