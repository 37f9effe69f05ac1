"""``replay BUNDLE``: the recorded steps again, every number compared with the one on record."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from theodolite.cli import opened, passphrases
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.engine import Session
from theodolite.engine.replay import Replay, Step
from theodolite.errors import NotFound, StorageFailed, TheodoliteError
from theodolite.store import CaseStore, beside


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("bundle", type=Path, metavar="BUNDLE", help="a bundle, or a case")
    leaf.add_argument(
        "--index", type=Path, action="append", default=[], metavar="INDEX", help="where a searched index is"
    )
    leaf.add_argument(
        "--work",
        type=Path,
        metavar="FOLDER",
        help="where the readable copy of a bundle lies meanwhile; without it beside the bundle",
    )


def run(options: Namespace, out: Output) -> Result:
    """Run the recorded steps again and name what differs; a bundle is only read."""
    from theodolite.engine import replay

    case, bagged = opened.chosen(options.bundle), (options.bundle / "bagit.txt").exists()
    passphrase = None if bagged else passphrases.of(case)
    with opened.engine() as engine, _meanwhile(options, bagged) as folder:
        if bagged:
            case = out.drive(engine.import_bundle(options.bundle, folder / "replay.case"))
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


@contextmanager
def _meanwhile(options: Namespace, bagged: bool) -> Iterator[Path]:
    """Where a bundle is unpacked: hidden, closed to others, and never where everybody's files are."""
    where = options.work or options.bundle.absolute().resolve().parent
    if not bagged:
        yield where
        return
    if not where.is_dir():
        raise NotFound(f"There is no folder {where}.")
    with ExitStack() as held:
        try:
            folder = held.enter_context(beside.folder(where, beside.REPLAYING))
        except StorageFailed as error:
            raise StorageFailed(f"{error} Name a folder for the copy with --work.") from error
        yield folder


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
