"""``case new | add | show | use-index``, ``verify``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from theodolite.cli import opened, passphrases
from theodolite.cli.destruction import covered
from theodolite.cli.output import Output, Result, one_line
from theodolite.codec import to_plain
from theodolite.domain import Exhibit
from theodolite.errors import CaseDamaged, InputError, NotFound
from theodolite.evidence.intake import Intake


def new(options: Namespace, out: Output) -> Result:
    with opened.engine() as engine:
        session = engine.new_case(
            options.case,
            question=options.question,
            title=options.title,
            operator=options.operator,
            claim=options.claim,
            claim_source=options.claim_source,
            passphrase=passphrases.new() if options.encrypt else None,
        )
        path, case = session.path, session.state.case
        session.close()
    return Result({"case": path, **to_plain(case)}, f"Made {path}")


def add(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        taken = out.drive(session.add_files(options.files))
    bad = [item for item in taken if not (item.stored and item.readable)]
    problem = None
    if bad:
        problem = InputError(
            f"{len(bad)} of {len(taken)} files could not be stored or read; each is named in the list."
        )
    elif not taken:
        problem = InputError("There is no file to add.")
    return Result([_intake(item) for item in taken], "\n".join(_intake_line(item) for item in taken), problem)


def _intake(item: Intake) -> dict[str, Any]:
    return {
        "path": item.path,
        "stored": item.stored,
        "readable": item.readable,
        "exhibit": item.exhibit_id,
        "sha256": item.sha256,
        "error": None if item.error_code is None else {"code": item.error_code, "text": item.error_text},
        "gps": None if item.gps is None else [item.gps.lat, item.gps.lon],
        "taken_at": item.taken_at,
        "camera": item.camera,
    }


def _intake_line(item: Intake) -> str:
    path = one_line(item.path)
    if not item.stored:
        return f"refused  {path}: {one_line(item.error_text or '')}"
    state = "stored " if item.readable else f"stored, not readable ({item.error_text})"
    claimed = f"  GPS claimed {item.gps.lat:.5f}, {item.gps.lon:.5f}" if item.gps else ""
    return f"{item.exhibit_id}  {state} {path}  {(item.sha256 or '')[:12]}{claimed}"


def show(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        state = session.state
    lines = [f"{state.case.title}: {state.case.question or 'no question yet'}"]
    if state.case.claim:
        lines.append(f"Claim ({state.case.claim_source or 'no source'}): {state.case.claim}")
    lines += [_exhibit_line(item) for item in state.exhibits]
    lines += [
        f"  {c.id} {c.exhibit} {c.observation} -> {c.inference} ({c.strength.value})" for c in state.clues
    ]
    lines += [f"  {h.id} hint: {h.reading} ({h.strength.value}, {h.state.value})" for h in state.hints]
    lines += [f"  {v.id} {v.label}: {v.status.value} {v.reason}".rstrip() for v in state.verdicts]
    lines.append(f"Log: {state.log_length} records, head {state.log_head}")
    return Result(to_plain(state), "\n".join(lines))


def _exhibit_line(item: Exhibit) -> str:
    note = "withdrawn" if item.withdrawn else item.error_text or f"{item.width} x {item.height}"
    return f"{item.id} {one_line(item.name)}  {item.media_type}  sha256 {item.sha256}  {note}"


def use_index(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.add_index(options.index)
        indexes = session.state.indexes
    return Result({"indexes": list(indexes)}, "\n".join(indexes))


def verify(options: Namespace, out: Output) -> Result:
    from theodolite.store import verify_case
    from theodolite.store.cipher import header

    folder = opened.chosen(options.case)
    if not folder.is_dir():
        raise NotFound(f"There is no case {folder}.")
    keys = header.unlock(folder, passphrases.of(folder))
    head = getattr(options, "head", None)
    result = out.drive(verify_case(folder, keys=keys, head=head and head.lower()))
    if result.intact:
        counted = f"{result.files} files, {result.records} log records{covered(result)}"
        said = f"Not in the main log: {result.note}" if result.note else "Intact"
        return Result(to_plain(result), f"{said}: {counted}, head {result.head}")
    told = "\n".join([*result.problems, *([f"Note: {result.note}"] if result.note else [])])
    return Result(to_plain(result), told, CaseDamaged(result.problems[0]))
