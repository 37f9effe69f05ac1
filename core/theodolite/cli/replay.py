"""``replay BUNDLE``: the recorded steps again, every number compared with the one on record."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from theodolite.cli import opened, passphrases
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.engine import Session
from theodolite.engine.replay import Replay, Step
from theodolite.errors import TheodoliteError
from theodolite.store import CaseStore


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("bundle", type=Path, metavar="BUNDLE", help="a bundle, or a case")
    leaf.add_argument(
        "--index", type=Path, action="append", default=[], metavar="INDEX", help="where a searched index is"
    )


def run(options: Namespace, out: Output) -> Result:
    """Run the recorded steps again and name what differs; a bundle is only read."""
    from theodolite.engine import replay

    with tempfile.TemporaryDirectory(prefix="theodolite-replay-") as folder, opened.engine() as engine:
        case, passphrase = opened.chosen(options.bundle), None
        if (options.bundle / "bagit.txt").exists():
            case = out.drive(engine.import_bundle(options.bundle, Path(folder) / "replay.case"))
        else:
            passphrase = passphrases.of(case)
        # a case that is only replayed does not belong on the list of recent ones
        session = Session(engine, CaseStore.open(case, read_only=True, passphrase=passphrase))
        try:
            found = out.drive(replay.replayed(session, options.index))
        finally:
            session.close()
    differing = [step for step in found.steps if step.outcome == "differs"]
    problem = None
    if differing:
        names = ", ".join(str(step.sequence) for step in differing)
        problem = TheodoliteError(f"{len(differing)} records came out otherwise: {names}.")
    return Result(to_plain(found), text(found), problem)


def text(found: Replay) -> str:
    """One line an action, then what differs and what could not be repeated."""
    lines = []
    for action in dict.fromkeys(step.action for step in found.steps):
        mine = [step for step in found.steps if step.action == action]
        counted = Counter(step.outcome for step in mine)
        told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counted.items()))
        lines.append(f"{action}: {told}; {sum(step.values for step in mine)} values")
    for step in found.steps:
        lines += _told(step)
    lines += [
        f"pack {name}: {then[:12]} on record, {now[:12] or 'none'} here" for name, then, now in found.packs
    ]
    same, differs = found.count("same"), found.count("differs")
    verdict = "IDENTICAL" if found.same else "DIFFERS"
    lines.append(
        f"{verdict}: {same} steps the same, {differs} different, {found.count('not repeated')} not repeated"
    )
    return "\n".join(lines)


def _told(step: Step) -> list[str]:
    if step.outcome == "not repeated":
        return [f"record {step.sequence}, {step.action}, not repeated: {step.text}"]
    return [
        f"record {step.sequence}, {step.action}: {one.what} was {one.then}, is {one.now}"
        for one in step.differences
    ]
